import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";

type Decision = History["decisions"][number];

/** What the gate, the assignment or a colleague decided, with the reasons as they were given then. */
export const decisionEntries = ({ decisions }: History, agreement: Agreement): StoryEntry[] =>
  decisions.map((decision) => {
    const { at, cycle, agreementVersion, by } = decision;
    const who = by === undefined ? {} : { by: nameOfPerson(by, agreement) };
    return { at, cycle, agreementVersion, ...who, ...sayDecision(decision, agreement) };
  });

type Said = Pick<StoryEntry, "kind" | "title" | "details" | "tone">;

const sayDecision = ({ of, verdict, reasons }: Decision, agreement: Agreement): Said => {
  switch (of) {
    case "gate":
      return { kind: "decision", ...(gate[verdict] ?? unknown(of, verdict)), details: reasons };
    case "assignment":
    case "reassignment":
      return { kind: "assignment", ...given(of, verdict, agreement), details: reasons };
    case "override":
      return { kind: "override", ...headed(reasons, of), tone: "warn" };
    case "unsubscribe":
      return { kind: "consent", ...headed(reasons, of), tone: "warn" };
    default:
      return { kind: "other", ...headed(reasons, of), tone: "plain" };
  }
};

const gate: Readonly<Record<string, { readonly title: Bilingual; readonly tone: Tone }>> = {
  qualified: { title: { es: "Puerta de MQL: cualificado", en: "MQL gate: qualified" }, tone: "good" },
  "not-yet": { title: { es: "Puerta de MQL: todavía no", en: "MQL gate: not yet" }, tone: "plain" },
  disqualified: { title: { es: "Puerta de MQL: descartado", en: "MQL gate: disqualified" }, tone: "bad" },
};

const unknown = (of: string, verdict: string) =>
  ({ title: { es: `${of}: ${verdict}`, en: `${of}: ${verdict}` }, tone: "plain" }) as const;

const given = (of: string, verdict: string, agreement: Agreement): { title: Bilingual; tone: Tone } => {
  if (verdict === "nobody")
    return { title: { es: "Nadie puede llevarlo por ahora", en: "Nobody can take the lead for now" }, tone: "warn" };
  const name = nameOfPerson(verdict, agreement);
  return of === "assignment"
    ? { title: { es: `Asignado a ${name}`, en: `Assigned to ${name}` }, tone: "plain" }
    : { title: { es: `Reasignado a ${name}`, en: `Reassigned to ${name}` }, tone: "warn" };
};

/** The first sentence has the result; the others explain it. */
const headed = ([first, ...others]: readonly Bilingual[], of: string): { title: Bilingual; details: Bilingual[] } => ({
  title: first ?? { es: of, en: of },
  details: others,
});

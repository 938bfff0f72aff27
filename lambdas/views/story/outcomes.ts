import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import { type Bilingual, StageSchema } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import { moneyOf } from "../../domain/money/money.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayMoney } from "../../domain/text/say-money.ts";
import { answeredWords } from "../follow-up/answered-page.ts";
import { noteOf } from "./answers.ts";

type Outcome = History["outcomes"][number];

/** The lead's outcomes as reported; a wrong one stays, with its correction. */
export const outcomeEntries = ({ outcomes }: Pick<History, "outcomes">, agreement: Agreement): StoryEntry[] =>
  outcomes.map((outcome) => {
    const { at, cycle, kind, by = outcome.ownerId, corrects } = outcome;
    const said = nameOfOutcome(kind, agreement);
    const title = corrects === undefined ? said : { es: `Corrección: ${said.es}`, en: `Correction: ${said.en}` };
    const who = nameOfPerson(by, agreement);
    return { at, cycle, kind: "outcome", title, by: who, tone: toneOf(kind), details: detailsOf(outcome, agreement) };
  });

/** The stages have the agreement's labels. */
const nameOfOutcome = (kind: string, { terms }: Agreement): Bilingual => {
  if (kind === "recycled") return { es: "Devuelto a marketing", en: "Returned to marketing" };
  const stage = StageSchema.safeParse(kind);
  return stage.success ? terms.stages[stage.data].label : { es: kind, en: kind };
};

const toneOf = (kind: string): Tone => {
  if (kind === "lost") return "bad";
  return kind === "recycled" ? "warn" : "good";
};

const detailsOf = (outcome: Outcome, agreement: Agreement): Bilingual[] => {
  const { kind, reason, note } = outcome;
  const money = moneyOf(outcome, agreement);
  const label = reasonLabel({ kind, reason }, agreement);
  return [
    ...(money === undefined
      ? []
      : [{ es: `Importe: ${sayMoney(money, "es")}`, en: `Amount: ${sayMoney(money, "en")}` }]),
    ...(label === undefined ? [] : [inBoth((language) => answeredWords[language].reason(label[language]))]),
    ...noteOf("Nota", "Note", note),
  ];
};

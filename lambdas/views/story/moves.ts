import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import type { Bilingual, Stage } from "../../contract/stages.ts";
import { calledAgain, closedByHand } from "../../domain/escalation/nobody-answered.ts";
import type { History } from "../../domain/lead/history.ts";
import { sayBecause } from "./why.ts";

type Move = History["moves"][number];

/** One step of the lead from stage to stage. */
export const moveEntry = (move: Move, agreement: Agreement): StoryEntry => {
  const { at, cycle, to, agreementVersion } = move;
  const { es, en } = sayBecause(move, agreement);
  return {
    at,
    cycle,
    kind: "stage",
    title: sayMove(move, agreement),
    details: [{ es: `Porque ${es}`, en: `Because ${en}` }],
    tone: toneOf(to),
    ...(agreementVersion !== undefined && { agreementVersion }),
  };
};

/** The kind of entry that holds the cause of such a move, if any. */
export const causeOf = (because: string): StoryEntry["kind"] | undefined => {
  const [code = because] = because.split(":");
  return causes[code];
};

const causes: Readonly<Record<string, StoryEntry["kind"]>> = {
  "gate-passed": "decision",
  "gate-not-yet": "decision",
  "gate-cooled": "decision",
  "gate-disqualified": "decision",
  [calledAgain]: "decision",
  [closedByHand]: "other",
  "rep-chosen": "assignment",
  "no-rep-free": "assignment",
  reassigned: "assignment",
  accepted: "answer",
  rejected: "answer",
  "passed-on": "answer",
  "sales-qualified": "outcome",
  opportunity: "outcome",
  won: "outcome",
  lost: "outcome",
  corrected: "outcome",
  recycled: "outcome",
  "recycled-by-hand": "other",
  "new-deal": "other",
};

/** `Entregado a ventas → Aceptado`. */
const sayMove = ({ from, to, cycle }: Move, { terms }: Agreement): Bilingual => {
  const label = (stage: Stage | null): Bilingual => (stage === null ? { es: "", en: "" } : terms.stages[stage].label);
  const [before, after] = [label(from), label(to)];
  if (from === null) return { es: `Nuevo lead: ${after.es}`, en: `New lead: ${after.en}` };
  if (to === "captured")
    return { es: `${before.es} → ${after.es}, ciclo ${cycle}`, en: `${before.en} → ${after.en}, cycle ${cycle}` };
  return { es: `${before.es} → ${after.es}`, en: `${before.en} → ${after.en}` };
};

const toneOf = (stage: Stage | null): Tone => {
  switch (stage) {
    case "qualified":
    case "accepted":
    case "sales-qualified":
    case "opportunity":
    case "won":
      return "good";
    case "lost":
    case "disqualified":
      return "bad";
    default:
      return "plain";
  }
};

import type { Agreement } from "../../contract/agreement.ts";
import type { Score } from "../../contract/journey.ts";
import { assertNever } from "../assert-never.ts";
import type { LeadIn } from "../lead/lead.ts";
import { moveTo } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";
import type { Verdict } from "./decide-at-gate.ts";

type AtGate = LeadIn<"captured"> | LeadIn<"nurturing">;
type Scores = { readonly [scorer in "fit" | "familiarity"]: Pick<Score, "points"> };

/** The lead behind the gate, with the scores and the agreement by which it was judged. */
export const passThroughGate = (
  lead: AtGate,
  verdict: Verdict,
  { fit, familiarity }: Scores,
  agreement: Agreement,
  now: string,
): LeadIn<"qualified" | "nurturing" | "disqualified"> => {
  const judged = { scores: { fit: fit.points, familiarity: familiarity.points }, agreementVersion: agreement.version };
  switch (verdict) {
    case "qualified": {
      const facts = { ...judged, qualifiedAt: now, nextDueAt: dueInStage("qualified", agreement, now) };
      return moveTo("qualified", lead, facts, { because: "gate-passed", now });
    }
    case "disqualified":
      return moveTo("disqualified", lead, judged, { because: "gate-disqualified", now });
    case "not-yet":
      return nurtured(lead, { ...judged, nextDueAt: nextTouchBy(agreement, now) }, now);
    default:
      return assertNever(verdict);
  }
};

/** A lead that is nurtured already stays so, since when it has been. */
const nurtured = (
  lead: AtGate,
  facts: Pick<LeadIn<"nurturing">, "scores" | "agreementVersion" | "nextDueAt">,
  now: string,
): LeadIn<"nurturing"> =>
  lead.stage === "nurturing"
    ? { ...lead, ...facts, needsAttention: undefined }
    : moveTo("nurturing", lead, facts, { because: "gate-not-yet", now });

/** The programme acts at once and then says itself when it is next due; should it not, the sweep looks after one cadence. */
const nextTouchBy = (agreement: Agreement, now: string): string =>
  addDuration(now, agreement.terms.nurture.cadence, calendarOf(agreement));

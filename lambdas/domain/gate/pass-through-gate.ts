import type { Agreement } from "../../contract/agreement.ts";
import type { Score } from "../../contract/journey.ts";
import { assertNever } from "../assert-never.ts";
import { calledAgain } from "../escalation/nobody-answered.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { moveTo } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { gradeOf } from "../score/grade.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";
import type { Decision } from "./decide-at-gate.ts";

/** The gate judges a lead until it is handed off: an MQL that waits for a rep may cool. */
type AtGate = LeadIn<"captured"> | LeadIn<"nurturing"> | LeadIn<"qualified">;

export const isAtGate = (lead: Lead): lead is AtGate =>
  lead.stage === "captured" || lead.stage === "nurturing" || lead.stage === "qualified";

interface Scores {
  readonly fit: Pick<Score, "points" | "persona" | "ids">;
  readonly familiarity: Pick<Score, "points" | "ids">;
}

type Judged = Pick<Lead, "scores" | "agreementVersion" | "lane" | "judgedAt" | "laneFullAt">;

/** The lead behind the gate, with the scores and the agreement by which it was judged. */
export const passThroughGate = (
  lead: AtGate,
  { verdict, lane, isLaneFull = false }: Pick<Decision, "verdict" | "lane"> & { readonly isLaneFull?: boolean },
  { fit, familiarity }: Scores,
  agreement: Agreement,
  now: string,
): LeadIn<"qualified" | "nurturing" | "disqualified"> => {
  const points = { fit: fit.points, familiarity: familiarity.points };
  const matched = [...(fit.ids ?? []), ...(familiarity.ids ?? [])];
  const scores = { ...points, persona: fit.persona, grade: gradeOf(points, agreement.terms.grades), matched };
  const laneFullAt = isLaneFull && verdict === "not-yet" ? (lead.laneFullAt ?? now) : undefined;
  const judged = { scores, lane, laneFullAt, agreementVersion: agreement.version, judgedAt: now };
  switch (verdict) {
    case "qualified":
      return qualified(lead, judged, agreement, now);
    case "disqualified":
      return moveTo("disqualified", lead, judged, { because: becauseOf(lead, "gate-disqualified"), now });
    case "not-yet":
      return nurtured(lead, { ...judged, nextDueAt: nextTouchBy(agreement, now) }, now);
    default:
      return assertNever(verdict);
  }
};

const becauseOf = ({ override }: AtGate, byTheGate: string): string => {
  if (override === undefined) return byTheGate;
  return override.to === undefined ? "gate-overridden" : calledAgain;
};

/** An MQL that still qualifies keeps its time: its limit runs on. One that had cooled is not counted as new. */
const qualified = (lead: AtGate, judged: Judged, agreement: Agreement, now: string): LeadIn<"qualified"> => {
  if (lead.stage === "qualified") return { ...lead, ...judged, needsAttention: undefined };
  const facts = { ...judged, qualifiedAt: lead.qualifiedAt ?? now, nextDueAt: dueInStage("qualified", agreement, now) };
  return moveTo("qualified", lead, facts, { because: becauseOf(lead, "gate-passed"), now });
};

/** A lead that is already nurtured keeps its time. */
const nurtured = (
  lead: AtGate,
  facts: Judged & Pick<LeadIn<"nurturing">, "nextDueAt">,
  now: string,
): LeadIn<"nurturing"> => {
  if (lead.stage === "nurturing") return { ...lead, ...facts, needsAttention: undefined };
  const because = becauseOf(lead, lead.stage === "qualified" ? "gate-cooled" : "gate-not-yet");
  return moveTo("nurturing", lead, facts, { because, now });
};

/** The programme acts at once and then sets its own due time; if it fails to, the sweep checks after one cadence. */
const nextTouchBy = (agreement: Agreement, now: string): string =>
  addDuration(now, agreement.terms.nurture.cadence, calendarOf(agreement));

import type { Agreement } from "../../contract/agreement.ts";
import type { OpenStage } from "../../contract/stages.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/**
 * When a lead that enters this stage now must have left it, by the agreement's limit.
 * @throws when the agreement gives an open stage no limit; its check refuses that.
 */
export const dueInStage = (stage: OpenStage, agreement: Agreement, now: string): string => {
  const { limit } = agreement.terms.stages[stage];
  if (limit === undefined) throw new Error(`the agreement has no time limit for the stage ${stage}`);
  return addDuration(now, limit, calendarOf(agreement));
};

/**
 * The lead in its stage, with a journey that waits for this instant: what may have stopped an earlier one is over.
 */
export const goesOn = <L extends { readonly nextDueAt: string }>(lead: L, nextDueAt: string) => ({
  ...lead,
  nextDueAt,
  needsAttention: undefined,
});

import type { MeetingDecision } from "../../../../lambdas/contract/board.ts";

/** The decisions of this week's meeting, and the earlier ones; of these, the ones not yet reviewed come first. */
export const byMeeting = (decisions: readonly MeetingDecision[], week: string) => ({
  now: decisions.filter((decision) => decision.week === week),
  before: decisions
    .filter((decision) => decision.week < week)
    .sort((one, other) => Number(one.held !== undefined) - Number(other.held !== undefined)),
});

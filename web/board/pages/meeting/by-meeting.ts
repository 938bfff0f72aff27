import type { MeetingDecision } from "../../../../lambdas/contract/board.ts";

/** What was decided in the meeting of this week, and before it: there, what nobody has spoken about yet comes first. */
export const byMeeting = (decisions: readonly MeetingDecision[], week: string) => ({
  now: decisions.filter((decision) => decision.week === week),
  before: decisions
    .filter((decision) => decision.week < week)
    .sort((one, other) => Number(one.held !== undefined) - Number(other.held !== undefined)),
});

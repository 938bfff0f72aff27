import type { MeetingDecision } from "../../contract/board.ts";

/** A decision as it is kept: when it was said whether it held, too. */
export type Kept = MeetingDecision & { readonly heldSaidAt?: string | undefined };

/**
 * The decisions that belong to a week's meeting: its own, those of which nobody has said yet whether they held, and those
 * of which it was said since the meeting before.
 */
export const decisionsOf = (all: readonly Kept[], week: string, since: string): MeetingDecision[] =>
  all
    .filter((decision) => decision.week <= week)
    .filter(
      ({ week: made, held, heldSaidAt }) =>
        made === week || held === undefined || (heldSaidAt !== undefined && heldSaidAt >= since),
    )
    .map(({ heldSaidAt, ...decision }) => decision);

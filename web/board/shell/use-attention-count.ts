import { seesAllLeads } from "../../../lambdas/contract/board.ts";
import { useBoard } from "../data/api.ts";
import { reading } from "../data/board-request.ts";
import { useMe } from "../me.tsx";

/** Milliseconds: a count in the navigation is not urgent. */
const every = 60_000;

/** How many items need attention; none for a role that may not see them. */
export const useAttentionCount = (): { readonly count: number; readonly isMore: boolean } => {
  const { role } = useMe();
  const { data } = useBoard(seesAllLeads(role) ? reading("attention") : undefined, { every });
  if (data === undefined) return { count: 0, isMore: false };
  const { flagged, breached, orphans, deadLetters, moreBreached } = data;
  return { count: flagged.length + breached.length + orphans.length + deadLetters.length, isMore: moreBreached };
};

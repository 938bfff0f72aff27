import { type AttentionView, mayDecideAside, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { SourceView } from "../../../../lambdas/contract/board-sources.ts";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useMe } from "../../me.tsx";

/** What of a source somebody should look at: each request that could not be read, and once that some were refused. */
export const unreadIn = ({ unread, today }: Pick<SourceView, "unread" | "today">): number =>
  unread.count + (today.refused > 0 ? 1 : 0);

/** How many items the lists of Attention have, as far as they are shown. */
export const listedIn = ({ flagged, refused, unanswered, breached, orphans, deadLetters }: AttentionView): number =>
  flagged.length + refused.length + unanswered.length + breached.length + orphans.length + deadLetters.length;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/**
 * All that waits for this reader under Attention: the page and the mark beside its name say the same number.
 * @param every milliseconds until it is asked for again
 */
export const useAttention = (every: number) => {
  const { role } = useMe();
  const seesAll = seesAllLeads(role);
  const attention = useBoard(seesAll ? reading("attention") : undefined, { every });
  const sources = useBoard(seesAll ? reading("sources") : undefined, { every });
  const aside = useBoard(mayDecideAside(role) ? reading("aside") : undefined, { every });
  const [view, apart] = [attention.data, mayDecideAside(role) ? aside.data : { kinds: [] }];
  const isKnown = view !== undefined && sources.data !== undefined && apart !== undefined;
  return {
    attention,
    sources,
    /** Of what is known so far. */
    count:
      (view === undefined ? 0 : listedIn(view)) +
      sum((sources.data?.sources ?? []).map(unreadIn)) +
      sum((apart?.kinds ?? []).map(({ count }) => count)),
    /** There are more than the lists show. */
    isMore: view?.isCut === true,
    /** Every part has been read: only then is none of it nothing. */
    isKnown,
    /** Nothing more is on its way: each part has been read, or could not be. */
    isSettled: isKnown || sources.problem !== undefined || aside.problem !== undefined,
  };
};

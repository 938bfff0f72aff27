import { useEffect, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";

const looksNewMillis = 4000;
const nothing: ReadonlySet<string> = new Set();

interface NewCardsAsked {
  readonly cards: readonly Card[];
  readonly isLoading: boolean;
  readonly remember: (cards: readonly Card[]) => void;
  readonly announce: (cards: readonly Card[]) => void;
}

/** Leads that came into a column while it was open; those read further down were there before. */
export const useNewCards = ({ cards, isLoading, remember, announce }: NewCardsAsked): ReadonlySet<string> => {
  const before = useRef<{ readonly ids: ReadonlySet<string>; readonly opened: number }>(undefined);
  const [fresh, setFresh] = useState(nothing);

  useEffect(() => {
    if (isLoading) return;
    const last = before.current;
    const opened = last?.opened ?? Date.now();
    before.current = { ids: new Set([...(last?.ids ?? []), ...cards.map(({ leadId }) => leadId)]), opened };
    // A lead that entered the stage before this column was opened was there already, further down.
    const added = last ? cards.filter(({ leadId, since }) => !last.ids.has(leadId) && isSince(since, opened)) : [];
    announce(added);
    remember(cards);
    if (added.length > 0) setFresh(new Set(added.map(({ leadId }) => leadId)));
  }, [cards, isLoading, remember, announce]);

  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(nothing), looksNewMillis);
    return () => clearTimeout(timer);
  }, [fresh]);

  return fresh;
};

/** The clocks of the server and of the reader may differ by so much. */
const clocksDifferMillis = 30_000;
const isSince = (since: string, opened: number): boolean => Date.parse(since) > opened - clocksDifferMillis;

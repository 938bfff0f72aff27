import { useEffect, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";

const looksNewMillis = 4000;
const nothing: ReadonlySet<string> = new Set();

interface NewCardsAsked {
  readonly cards: readonly Card[];
  readonly isLoading: boolean;
  /** Filters: other ones are no news. */
  readonly query: string;
  readonly see: (cards: readonly Card[]) => void;
  readonly tell: (cards: readonly Card[]) => void;
}

/** Leads that came into a column while it was looked at. What is read further down was there before. */
export const useNewCards = ({ cards, isLoading, query, see, tell }: NewCardsAsked): ReadonlySet<string> => {
  const before = useRef<{ query: string; ids: ReadonlySet<string>; opened: number }>(undefined);
  const [fresh, setFresh] = useState(nothing);

  useEffect(() => {
    if (isLoading) return;
    const last = before.current;
    const isSame = last !== undefined && last.query === query;
    const opened = isSame ? last.opened : Date.now();
    const ids = new Set([...(isSame ? last.ids : []), ...cards.map(({ leadId }) => leadId)]);
    before.current = { query, ids, opened };
    // A stage was entered after this column was opened, or else the lead was in it already, further down.
    const added = isSame ? cards.filter(({ leadId, since }) => !last.ids.has(leadId) && isSince(since, opened)) : [];
    tell(added);
    see(cards);
    if (added.length === 0) return;
    setFresh(new Set(added.map(({ leadId }) => leadId)));
    setTimeout(() => setFresh(nothing), looksNewMillis);
  }, [cards, isLoading, query, see, tell]);

  return fresh;
};

/** Clocks of servers and readers differ a little. */
const clocksDifferMillis = 30_000;
const isSince = (since: string, opened: number): boolean => Date.parse(since) > opened - clocksDifferMillis;

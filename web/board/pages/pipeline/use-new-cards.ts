import { useEffect, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";

const looksNewMillis = 4000;
const nothing: ReadonlySet<string> = new Set();

interface NewCardsAsked {
  readonly cards: readonly Card[];
  readonly isLoading: boolean;
  readonly see: (cards: readonly Card[]) => void;
  readonly tell: (cards: readonly Card[]) => void;
}

/** Leads that came into a column while it was looked at. What is read further down was there before. */
export const useNewCards = ({ cards, isLoading, see, tell }: NewCardsAsked): ReadonlySet<string> => {
  const before = useRef<{ readonly ids: ReadonlySet<string>; readonly opened: number }>(undefined);
  const [fresh, setFresh] = useState(nothing);

  useEffect(() => {
    if (isLoading) return;
    const last = before.current;
    const opened = last?.opened ?? Date.now();
    before.current = { ids: new Set([...(last?.ids ?? []), ...cards.map(({ leadId }) => leadId)]), opened };
    // A stage was entered after this column was opened, or else the lead was in it already, further down.
    const added = last ? cards.filter(({ leadId, since }) => !last.ids.has(leadId) && isSince(since, opened)) : [];
    tell(added);
    see(cards);
    if (added.length > 0) setFresh(new Set(added.map(({ leadId }) => leadId)));
  }, [cards, isLoading, see, tell]);

  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(nothing), looksNewMillis);
    return () => clearTimeout(timer);
  }, [fresh]);

  return fresh;
};

/** Clocks of servers and readers differ a little. */
const clocksDifferMillis = 30_000;
const isSince = (since: string, opened: number): boolean => Date.parse(since) > opened - clocksDifferMillis;

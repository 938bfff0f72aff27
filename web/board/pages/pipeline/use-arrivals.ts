import { useCallback, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";
import { noteDemo } from "../../data/demo.ts";

/** Milliseconds: what comes within them is told in one sentence. */
const gather = 1200;

export interface Arrivals {
  readonly arrived: number;
  readonly moved: number;
}

/** Gathers what all columns see come, and tells it in total: a lead that was known in another column has moved. */
export const useArrivals = () => {
  const known = useRef(new Set<string>());
  const gathered = useRef({ arrived: 0, moved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [told, setTold] = useState<Arrivals>({ arrived: 0, moved: 0 });

  /** Columns say what they read at first and further down; that is no news. */
  const see = useCallback((cards: readonly Card[]): void => {
    noteDemo(cards);
    for (const { leadId } of cards) known.current.add(leadId);
  }, []);

  const tell = useCallback((cards: readonly Card[]): void => {
    if (cards.length === 0) return;
    for (const { leadId } of cards) {
      if (known.current.has(leadId)) gathered.current.moved += 1;
      else gathered.current.arrived += 1;
      known.current.add(leadId);
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTold(gathered.current);
      gathered.current = { arrived: 0, moved: 0 };
    }, gather);
  }, []);

  return { told, see, tell };
};

import { useCallback, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";
import { noteDemo } from "../../data/demo.ts";

/** Milliseconds: what comes within them is announced in one sentence. */
const gather = 1200;

export interface Arrivals {
  readonly arrived: number;
  readonly moved: number;
}

/** Adds up what arrives in all columns and announces the total: a lead that another column has shown has moved. */
export const useArrivals = () => {
  const known = useRef(new Set<string>());
  const gathered = useRef({ arrived: 0, moved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [announced, setAnnounced] = useState<Arrivals>({ arrived: 0, moved: 0 });

  /** What a column shows at first, or further down, is not announced. */
  const remember = useCallback((cards: readonly Card[]): void => {
    noteDemo(cards);
    for (const { leadId } of cards) known.current.add(leadId);
  }, []);

  const announce = useCallback((cards: readonly Card[]): void => {
    if (cards.length === 0) return;
    for (const { leadId } of cards) {
      if (known.current.has(leadId)) gathered.current.moved += 1;
      else gathered.current.arrived += 1;
      known.current.add(leadId);
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAnnounced(gathered.current);
      gathered.current = { arrived: 0, moved: 0 };
    }, gather);
  }, []);

  return { announced, remember, announce };
};

import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { nextCard, type Place } from "./next-card.ts";

const leadIn = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.dataset.lead : undefined;

/** A roving tab stop: one card can be tabbed to, and arrow keys move between cards and columns. */
export const useFocus = (stages: readonly Stage[]) => {
  const columns = useRef(new Map<Stage, readonly string[]>());
  const [activeId, setActiveId] = useState<string>();
  const [wanted, setWanted] = useState<Place>();
  const order = useRef(stages);
  order.current = stages;

  const grid = useCallback(() => order.current.map((stage) => ({ stage, ids: columns.current.get(stage) ?? [] })), []);

  /** Columns report their cards; when the card with the tab stop is gone, the first card gets it. */
  const show = useCallback(
    (stage: Stage, cards: readonly Card[]): void => {
      columns.current.set(
        stage,
        cards.map(({ leadId }) => leadId),
      );
      setActiveId((active) => {
        const ids = grid().flatMap((column) => column.ids);
        return active !== undefined && ids.includes(active) ? active : ids[0];
      });
    },
    [grid],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = leadIn(event.target);
    const next = id === undefined ? undefined : nextCard(grid(), id, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setActiveId(columns.current.get(next.stage)?.[next.index]);
    setWanted(next);
  };
  const onFocus = (event: FocusEvent): void => {
    const id = leadIn(event.target);
    if (id !== undefined) setActiveId(id);
  };

  return { activeId, wanted, show, reached: useCallback(() => setWanted(undefined), []), onKeyDown, onFocus };
};
export type Focus = ReturnType<typeof useFocus>;

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";
import { LeadCard } from "./lead-card.tsx";

/** Pixels of a card until it has been measured, and of the gap below it. */
const estimated = 104;
const gap = 8;

interface CardListProps {
  readonly label: string;
  readonly cards: readonly Card[];
  readonly fresh: ReadonlySet<string>;
  /** The lead whose card is the tab stop; it may be in another column. */
  readonly activeId: string | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Index of the card that is to get the focus as soon as it is rendered. */
  readonly wanted: number | undefined;
  readonly onFocused: () => void;
}

/** Renders only the cards near the visible part, and the one that has or gets the focus. */
export const CardList = ({ label, cards, fresh, activeId, scroller, wanted, onFocused }: CardListProps) => {
  const active = activeId === undefined ? -1 : cards.findIndex(({ leadId }) => leadId === activeId);
  const keep = wanted ?? active;
  const list = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimated,
    gap,
    overscan: 6,
    getItemKey: useCallback((index: number) => cards[index]?.leadId ?? index, [cards]),
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(keep >= 0 && keep < cards.length ? [keep] : [])])].sort(
        (a, b) => a - b,
      ),
  });
  const place = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (wanted === undefined) return;
    list.scrollToIndex(wanted);
    const frame = requestAnimationFrame(() => {
      const link = place.current?.querySelector(`[data-index="${wanted}"] a`);
      if (link instanceof HTMLElement) {
        link.focus({ preventScroll: true });
        link.closest(".pipeline-column")?.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      onFocused();
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, list, onFocused]);

  return (
    <ul ref={place} className="pipeline-cards" aria-label={label} style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ key, index, start }) => {
        const card = cards[index];
        if (card === undefined) return null;
        return (
          <li
            key={key}
            ref={list.measureElement}
            data-index={index}
            aria-setsize={cards.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <LeadCard card={card} isNew={fresh.has(card.leadId)} tabIndex={card.leadId === activeId ? 0 : -1} />
          </li>
        );
      })}
    </ul>
  );
};

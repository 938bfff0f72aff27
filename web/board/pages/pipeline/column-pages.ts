import type { Card, ColumnPage } from "../../../../lambdas/contract/board.ts";

/** A page with fewer cards than this looks empty on the screen. */
const few = 8;
/** So many short pages in a row, and the reader is asked before more are looked through. */
const atATime = 5;

/** Filters thin pages out after they were read: how many of the last ones came back short. */
const shortAtEnd = (pages: readonly ColumnPage[]): number => {
  const lastFull = pages.findLastIndex(({ cards }) => cards.length >= few);
  return pages.length - 1 - lastFull;
};

/** Whether to read on without being asked. After `atATime` pages with little in them, only when asked. */
export const goesOnByItself = (pages: readonly ColumnPage[]): boolean => {
  const short = shortAtEnd(pages);
  return pages.at(-1)?.cursor !== undefined && short % atATime !== 0;
};

/** It has looked through a lot and found little: whoever scrolls to the end is asked, too. */
export const hasToBeAsked = (pages: readonly ColumnPage[]): boolean => {
  const short = shortAtEnd(pages);
  return short > 0 && short % atATime === 0;
};

/** A lead that moved within the column while it was read may stand on two pages. */
export const cardsOf = (pages: readonly ColumnPage[]): readonly Card[] => {
  const byId = new Map<string, Card>();
  for (const { cards } of pages) for (const card of cards) if (!byId.has(card.leadId)) byId.set(card.leadId, card);
  return [...byId.values()];
};

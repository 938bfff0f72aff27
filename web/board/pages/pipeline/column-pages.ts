import type { Card, ColumnPage } from "../../../../lambdas/contract/board.ts";

/** A page with fewer cards than this looks almost empty. */
const few = 8;
/** After so many short pages in a row, the reader is asked before more are loaded. */
const atATime = 5;

/** How many of the last pages came back short: filters apply after a page has been read from the index. */
const shortAtEnd = (pages: readonly ColumnPage[]): number => {
  const lastFull = pages.findLastIndex(({ cards }) => cards.length >= few);
  return pages.length - 1 - lastFull;
};

/** Whether the next page is loaded without waiting for the reader to scroll, because the last one was short. */
export const goesOnByItself = (pages: readonly ColumnPage[]): boolean => {
  const short = shortAtEnd(pages);
  return pages.at(-1)?.cursor !== undefined && short % atATime !== 0;
};

/** Whether many pages gave few cards: then scrolling loads no more, and the reader has to press the button. */
export const hasToBeAsked = (pages: readonly ColumnPage[]): boolean => {
  const short = shortAtEnd(pages);
  return short > 0 && short % atATime === 0;
};

/** The cards of all pages; a lead that moved within the column while it was read may be on two of them. */
export const cardsOf = (pages: readonly ColumnPage[]): readonly Card[] => {
  const byId = new Map<string, Card>();
  for (const { cards } of pages) for (const card of cards) if (!byId.has(card.leadId)) byId.set(card.leadId, card);
  return [...byId.values()];
};

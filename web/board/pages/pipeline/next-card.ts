import type { Stage } from "../../../../lambdas/contract/stages.ts";

/** The columns on the screen from left to right, each with the ids of its leads from top to bottom. */
export type Grid = readonly { readonly stage: Stage; readonly ids: readonly string[] }[];

export interface Place {
  readonly stage: Stage;
  readonly index: number;
}

const placeOf = (grid: Grid, id: string): { column: number; index: number } | undefined => {
  const column = grid.findIndex(({ ids }) => ids.includes(id));
  const index = grid[column]?.ids.indexOf(id);
  return index === undefined ? undefined : { column, index };
};

/** Where a key leads from a card; `undefined` at the edge and for other keys. */
export const nextCard = (grid: Grid, id: string, key: string): Place | undefined => {
  const from = placeOf(grid, id);
  const here = from && grid[from.column];
  if (from === undefined || here === undefined) return undefined;
  const within = (index: number): Place | undefined =>
    index >= 0 && index < here.ids.length ? { stage: here.stage, index } : undefined;
  switch (key) {
    case "ArrowDown":
      return within(from.index + 1);
    case "ArrowUp":
      return within(from.index - 1);
    case "Home":
      return within(0);
    case "End":
      return within(here.ids.length - 1);
    case "ArrowRight":
      return beside(grid.slice(from.column + 1), from.index);
    case "ArrowLeft":
      return beside(grid.slice(0, from.column).reverse(), from.index);
    default:
      return undefined;
  }
};

/** The nearest column with cards: the same row, or its last one if it is shorter. */
const beside = (columns: Grid, index: number): Place | undefined => {
  const column = columns.find(({ ids }) => ids.length > 0);
  return column && { stage: column.stage, index: Math.min(index, column.ids.length - 1) };
};

import type { Me } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";

/** Wide screens show the open stages, or those in which leads have ended. */
export const groups = ["open", "closed"] as const;
export type Group = (typeof groups)[number];

type Stages = Me["stages"];

/** So many stages side by side from the chosen one on, or the last ones; none before one is chosen. */
export const stagesFrom = (stages: Stages, chosen: Stage | undefined, count: number): Stages => {
  const index = stages.findIndex(({ id }) => id === chosen);
  const from = Math.min(index, stages.length - count);
  return index < 0 ? [] : stages.slice(Math.max(0, from), Math.max(0, from) + count);
};

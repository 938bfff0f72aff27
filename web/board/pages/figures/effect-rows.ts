import type { Effect } from "../../../../lambdas/contract/board.ts";

/** With fewer closed leads than this on either side, a rate says next to nothing. */
const enoughCases = 10;

export interface EffectRow extends Effect {
  /** Won rate with the criterion minus the rate without it; from -1 to 1. */
  readonly difference: number | null;
  readonly fewCases: boolean;
}

/** Rows with enough cases first, the largest differences on top; rows with too few cases last. */
export const effectRows = (effects: readonly Effect[]): EffectRow[] =>
  effects
    .map((effect) => ({ ...effect, difference: differenceOf(effect), fewCases: hasFewCases(effect) }))
    .sort((one, other) => Number(one.fewCases) - Number(other.fewCases) || sizeOf(other) - sizeOf(one));

const differenceOf = ({ with: having, without }: Effect): number | null =>
  having.rate === null || without.rate === null ? null : having.rate - without.rate;

const hasFewCases = ({ with: having, without }: Effect): boolean => Math.min(having.ended, without.ended) < enoughCases;

const sizeOf = ({ difference }: EffectRow): number => Math.abs(difference ?? 0);

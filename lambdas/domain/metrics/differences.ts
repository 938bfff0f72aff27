import type { PeriodCounters } from "./period-counters.ts";

/** A counter that the recount has found to be another number. */
export interface Difference {
  readonly period: string;
  readonly slice: string;
  readonly counter: string;
  readonly was: number;
  readonly is: number;
}

/** Where two countings of a week differ. What is not there counts as 0. */
export const differencesOf = (was: PeriodCounters, is: PeriodCounters): Difference[] =>
  [...new Set([...was.slices.keys(), ...is.slices.keys()])].flatMap((slice) => {
    const [before, after] = [was.slices.get(slice), is.slices.get(slice)];
    const counters = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
    return [...counters]
      .map((counter) => ({
        period: is.period,
        slice,
        counter,
        was: before?.get(counter) ?? 0,
        is: after?.get(counter) ?? 0,
      }))
      .filter((each) => each.was !== each.is);
  });

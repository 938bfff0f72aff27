import { idIn } from "./slices.ts";

export type Counters = ReadonlyMap<string, number>;

/** The counters of a week or a quarter, by slice. */
export interface PeriodCounters {
  readonly period: string;
  readonly slices: ReadonlyMap<string, Counters>;
}

export const noCounters: Counters = new Map();

export const of = (name: string, counters: Counters): number => counters.get(name) ?? 0;

/** From 0 to 1; `null` where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Of several periods together. */
export const sumOf = (all: readonly Counters[]): Counters => {
  const sums = new Map<string, number>();
  for (const counters of all) for (const [name, by] of counters) sums.set(name, (sums.get(name) ?? 0) + by);
  return sums;
};

/** One slice of several periods together. */
export const sliceOver = (periods: readonly PeriodCounters[], slice: string): Counters =>
  sumOf(periods.map(({ slices }) => slices.get(slice) ?? noCounters));

/** Ids of the slices of this kind in any of the periods. */
export const idsOver = (periods: readonly PeriodCounters[], kind: Parameters<typeof idIn>[1]): string[] => [
  ...new Set(periods.flatMap(({ slices }) => [...slices.keys()].flatMap((slice) => idIn(slice, kind) ?? []))),
];

/** Sources by how many leads came from them, the most first; equals by name. */
export const sourcesOf = (periods: readonly PeriodCounters[]): string[] => {
  const leads = new Map(idsOver(periods, "source").map((id) => [id, of("leads", sliceOver(periods, `source#${id}`))]));
  return [...leads]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .map(([id]) => id);
};

/** A counter that the recount has found to be another number. */
export interface Difference {
  readonly period: string;
  readonly slice: string;
  readonly counter: string;
  readonly was: number;
  readonly is: number;
}

/** Where two countings of a week differ. A missing counter is 0. */
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

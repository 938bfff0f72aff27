import type { Stage } from "../../contract/stages.ts";
import { type Count, countsOf, isBeside } from "./count.ts";
import type { CountedFact } from "./fact.ts";
import { quarterOf, weekOf } from "./week.ts";

/** What moves in one slice of a week or quarter, by counter. */
export interface SliceChange {
  readonly period: string;
  readonly slice: string;
  readonly counters: ReadonlyMap<string, number>;
}

/** The counts by period and slice: each appears once, and zero changes are left out. */
export const changesOf = (counts: readonly Count[], timeZone: string): SliceChange[] => {
  const found = new Map<string, { period: string; slice: string; counters: Map<string, number> }>();
  for (const { counter, by, at, slices, per } of counts) {
    const period = per === "quarter" ? quarterOf(at, timeZone) : weekOf(at, timeZone);
    for (const slice of slices) {
      const key = `${period} ${slice}`;
      const { counters } = found.get(key) ?? found.set(key, { period, slice, counters: new Map() }).get(key) ?? {};
      counters?.set(counter, (counters.get(counter) ?? 0) + by);
    }
  }
  return [...found.values()]
    .map(({ counters, ...rest }) => ({ ...rest, counters: new Map([...counters].filter(([, by]) => by !== 0)) }))
    .filter(({ counters }) => counters.size > 0);
};

/** A stage whose number of leads changes by this, and whose cards have changed. */
export interface StageChange {
  readonly stage: Stage;
  readonly by: number;
}

/** The number of leads in a stage follows from their moves: into it, out of it, and away when they are erased. */
export const stageChangesOf = (counted: CountedFact): StageChange[] => {
  if (counted.is !== "MOVE") return [];
  const { from, to, deals = 0 } = counted.fact;
  if (from === to) return from === null ? [] : [{ stage: from, by: 0 }];
  // A won deal stays where it is when another one begins beside it.
  const leaves = isBeside(counted.fact) ? 0 : -1;
  return [
    ...(from === null ? [] : [{ stage: from, by: leaves }]),
    ...(to === null ? [] : [{ stage: to, by: 1 }]),
    ...(deals === 0 ? [] : [{ stage: "won" as const, by: -deals }]),
  ];
};

/** Counts many facts together. Weeks, slices and names are few: however many facts there are, it stays small. */
export class Tally {
  /** How many facts it has counted. */
  facts = 0;

  private readonly slices = new Map<string, { period: string; slice: string; counters: Map<string, number> }>();
  private readonly leadsIn = new Map<Stage, number>();
  private readonly timeZone: string;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  count(fact: CountedFact): void {
    this.facts++;
    for (const change of changesOf(countsOf(fact), this.timeZone)) this.add(change);
    for (const { stage, by } of stageChangesOf(fact)) this.leadsIn.set(stage, (this.leadsIn.get(stage) ?? 0) + by);
  }

  get changes(): SliceChange[] {
    return [...this.slices.values()];
  }

  get stages(): StageChange[] {
    return [...this.leadsIn].map(([stage, by]) => ({ stage, by }));
  }

  private add({ period, slice, counters }: SliceChange): void {
    const key = `${period} ${slice}`;
    const known = this.slices.get(key) ?? { period, slice, counters: new Map<string, number>() };
    this.slices.set(key, known);
    for (const [counter, by] of counters) known.counters.set(counter, (known.counters.get(counter) ?? 0) + by);
  }
}

import type { Stage } from "../../contract/stages.ts";
import { changesOf, type SliceChange, type StageChange, stageChangesOf } from "./changes.ts";
import { countsOf } from "./count.ts";
import type { CountedFact } from "./fact.ts";

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

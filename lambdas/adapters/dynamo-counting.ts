import { lifetimes } from "../contract/limits.ts";
import type { Stage } from "../contract/stages.ts";
import { keys } from "../contract/table.ts";
import type { SliceChange, StageChange } from "../domain/metrics/changes.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isNew, type NamedWrite, put, transact, update } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** What one fact changes, in each of these generations. */
export interface Counting {
  readonly generations: readonly number[];
  readonly changes: readonly SliceChange[];
  readonly stages: readonly StageChange[];
}

/** Updates the counters for the event; the same event counts once, however often it is delivered. */
export const countOnce = (
  table: DynamoTable,
  event: { readonly id: string; readonly time: string },
  { generations, changes, stages }: Counting,
): Promise<"counted" | "counted-before"> =>
  untilWritten(async () => {
    const expiresAt = epochSeconds(event.time, elapsedMillis(lifetimes.countedMark));
    const outcome = await transact(table, [
      put(table, "mark", { ...keys.countedEvent(event.id), expiresAt }, isNew),
      ...generations.flatMap((generation) => [
        ...changes.map((change) => addWrite(table, generation, change)),
        ...stages.map((change) => stageWrite(table, generation, change)),
      ]),
    ]);
    if (outcome.done) return "counted";
    return outcome.refused.includes("mark") ? "counted-before" : undefined;
  });

/** Marks what is counted elsewhere. @returns false when it was marked before */
export const markCounted = (table: DynamoTable, id: string, at: string): Promise<boolean> =>
  untilWritten(async () => {
    const expiresAt = Math.floor(Date.parse(at) / 1000) + elapsedMillis(lifetimes.countedMark) / 1000;
    return (await transact(table, [put(table, "mark", { ...keys.countedEvent(id), expiresAt }, isNew)])).done;
  });

/** Raises the stage's pulse: something on a card has changed. Raising it twice is harmless. */
export const bumpPulse = async (table: DynamoTable, generation: number, stage: Stage): Promise<void> => {
  await untilWritten(async () => {
    const outcome = await transact(table, [stageWrite(table, generation, { stage, by: 0 })]);
    return outcome.done || undefined;
  });
};

/** Adds to the counters of one slice: each is an attribute of its item, named as it is. */
export const addWrite = (
  table: DynamoTable,
  generation: number,
  { period, slice, counters }: SliceChange,
): NamedWrite => {
  const [names, values]: [Record<string, string>, Record<string, number>] = [{}, {}];
  const additions = [...counters].map(([counter, by], i) => {
    names[`#${i}`] = counter;
    values[`:${i}`] = by;
    return `#${i} :${i}`;
  });
  const key = keys.counters(generation, period, slice);
  return update(table, `${generation} ${period} ${slice}`, key, `ADD ${additions.join(", ")}`, { names, values });
};

export const stageWrite = (table: DynamoTable, generation: number, { stage, by }: StageChange): NamedWrite =>
  update(table, `${generation} ${stage}`, keys.stageCount(generation, stage), "ADD #count :by, #pulse :one", {
    names: { "#count": "count", "#pulse": "pulse" },
    values: { ":by": by, ":one": 1 },
  });

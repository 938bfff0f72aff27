import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { CounterMove } from "../domain/metrics/count.ts";
import { untilWritten } from "./contention.ts";
import { isNew, type LeadTable, put, readBeginningWith, transact, update } from "./dynamo-table.ts";

/** A repeat comes within the 24 h that the stream keeps a record; the mark lives longer. */
const markLivesSeconds = 7 * 24 * 3600;

/** Moves these counters for the event; the same event counts once, however often it comes. */
export const countOnce = (
  table: LeadTable,
  event: { readonly id: string; readonly time: string },
  changes: readonly CounterMove[],
): Promise<"counted" | "counted-before"> =>
  untilWritten(async () => {
    const expiresAt = Math.floor(Date.parse(event.time) / 1000) + markLivesSeconds;
    const outcome = await transact(table, [
      put(table, "mark", { ...keys.countedEvent(event.id), expiresAt }, isNew),
      ...changes.map(({ week, counter, by }) =>
        update(table, `${week} ${counter}`, keys.counter(week, counter), "ADD #count :by", {
          names: { "#count": "count" },
          values: { ":by": by },
        }),
      ),
    ]);
    if (outcome.done) return "counted";
    return outcome.refused.includes("mark") ? "counted-before" : undefined;
  });

const CounterSchema = z.object({ sk: z.string(), count: z.number() });

/** The counters of one week by name; empty when nothing was counted in it. */
export const readCounters = async (table: LeadTable, week: string): Promise<ReadonlyMap<string, number>> => {
  const items = await readBeginningWith(table, keys.counter(week, ""));
  return new Map(items.map((item) => CounterSchema.parse(item)).map(({ sk, count }) => [sk, count]));
};

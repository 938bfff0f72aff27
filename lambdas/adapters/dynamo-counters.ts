import { keys } from "../contract/table.ts";
import { untilWritten } from "./contention.ts";
import { isNew, type LeadTable, put, transact, update } from "./dynamo-table.ts";

/** A repeat comes within the 24 h that the stream keeps a record; the mark lives longer. */
const markLivesSeconds = 7 * 24 * 3600;

/** Counts the event under each of these names in this week; the same event counts once, however often it comes. */
export const countOnce = (
  table: LeadTable,
  event: { readonly id: string; readonly time: string },
  week: string,
  names: readonly string[],
): Promise<"counted" | "counted-before"> =>
  untilWritten(async () => {
    const expiresAt = Math.floor(Date.parse(event.time) / 1000) + markLivesSeconds;
    const outcome = await transact(table, [
      put(table, "mark", { ...keys.countedEvent(event.id), expiresAt }, isNew),
      ...names.map((name) =>
        update(table, name, keys.counter(week, name), "ADD #count :one", {
          names: { "#count": "count" },
          values: { ":one": 1 },
        }),
      ),
    ]);
    if (outcome.done) return "counted";
    return outcome.refused.includes("mark") ? "counted-before" : undefined;
  });

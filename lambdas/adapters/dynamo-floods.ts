import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { type Flood, FloodSchema } from "../domain/capture/flood.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** The day's flood; `undefined` when there was none, or it is long ago. */
export const readFlood = async (table: DynamoTable, day: string): Promise<Flood | undefined> => {
  const item = await readItem(table, keys.flood(day));
  return item === undefined ? undefined : FloodSchema.parse(item);
};

/** Notes the day's flood, once: the stream makes an event of it. @returns false when it was noted before */
export const noteFlood = (table: DynamoTable, day: string, flood: Flood): Promise<boolean> =>
  untilWritten(async () => {
    const expiresAt = epochSeconds(flood.at, elapsedMillis(lifetimes.flood));
    return (await transact(table, [put(table, "flood", { ...keys.flood(day), day, ...flood, expiresAt }, isNew)])).done;
  });

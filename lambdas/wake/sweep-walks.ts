import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readDueWalks, readWalk, storeWalk } from "../adapters/dynamo-walks.ts";
import { asked } from "../domain/agreement/walk/walk.ts";

/** There is hardly ever more than one. */
const mostAtOnce = 5;

/** Has the walks go on whose version holds by now, whose next leads are to be woken, or whose message was lost. */
export const sweepWalks = async (table: DynamoTable, now: string): Promise<void> => {
  for (const number of await readDueWalks(table, now, mostAtOnce)) {
    const walk = await readWalk(table, number);
    // The index is a moment behind the table.
    if (walk?.dueAt === undefined || walk.dueAt > now) continue;
    await storeWalk(table, walk, asked(walk, now));
  }
};

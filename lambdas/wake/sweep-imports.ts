import { readDueImports, readImport, storeImport } from "../adapters/dynamo-imports.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { leaseUntil } from "../domain/import/import.ts";

/** Imports of one round; a minute later there is the next. */
const mostAtOnce = 25;

/** So many turns without a step: something is wrong that does not pass. */
const stalledAfter = 3;

/**
 * Has imports go on that hold until now, whose message was lost, or whose time is over.
 * @param ring counts an import that does not get on
 */
export const sweepImports = async (table: DynamoTable, now: string, ring: () => void): Promise<void> => {
  for (const importId of await readDueImports(table, now, mostAtOnce)) {
    const it = await readImport(table, importId);
    // The index is a moment behind the table.
    if (it?.dueAt === undefined || it.dueAt > now) continue;
    const restarts = (it.restarts ?? 0) + 1;
    const { state, cursor } = it;
    // Those that hold begin anew with each step.
    if (restarts >= stalledAfter) {
      ring();
      log.warn("An import does not get on", { code: "import-stalled", importId, state, cursor });
    }
    // The time until which it is ours to go on must stay for `isWork` to see, where we wait for a colleague.
    const isOurs = state === "reading" || state === "trying" || state === "running" || state === "undoing";
    const dueAt = isOurs || it.cleared !== undefined ? leaseUntil(now) : it.dueAt;
    await storeImport(table, it, { ...it, turn: it.turn + 1, restarts, dueAt });
  }
};

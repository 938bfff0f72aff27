import { endErasure, eraseElsewhere, eraseSome, readErasures } from "../adapters/dynamo-erasure.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { lifetimes } from "../contract/limits.ts";
import type { Erasure } from "../domain/erasure/erasure.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";

/** Steps within one request: some seconds. For a very active lead the sweep erases the rest. */
const mostSteps = 100;

/** Erases as much as a request has time for; `goOnErasing` does the rest. */
export const eraseAtOnce = async (table: DynamoTable, erasure: Erasure): Promise<void> => {
  if (await erasedAll(table, erasure)) await eraseElsewhere(table, erasure);
};

/** Erases what is kept of the lead itself. @returns false when there is more than can be erased at once */
export const erasedAll = async (table: DynamoTable, erasure: Erasure): Promise<boolean> => {
  for (let step = 0; step < mostSteps; step++) if (!(await eraseSome(table, erasure))) return true;
  return false;
};

const mostAtOnce = 25;

/**
 * Finishes the erasures that have begun, wherever they stopped; each step can be repeated. Called by the sweep.
 * @param keep keeps outside of the table that this lead is erased, so that a restore erases them again
 * @returns how many were finished
 * @throws when any of them failed, after it has gone on with the others
 */
export const goOnErasing = async (
  table: DynamoTable,
  now: string,
  keep: (erasure: Erasure) => Promise<void> = async () => {},
): Promise<number> => {
  let [over, failed] = [0, 0];
  for (const erasure of await readErasures(table, mostAtOnce)) {
    try {
      await keep(erasure);
      if (await isOver(table, erasure, now)) over++;
    } catch (error) {
      log.error("An erasure could not go on", { code: "erasure-failed", leadId: erasure.leadId }, error);
      failed++;
    }
  }
  if (failed > 0) throw new Error(`erasures that failed: ${failed}`);
  return over;
};

/** Continues one erasure. @returns whether it is finished */
const isOver = async (table: DynamoTable, erasure: Erasure, now: string): Promise<boolean> => {
  const isClean = await erasedAll(table, erasure);
  if (!isClean || Date.parse(now) - Date.parse(erasure.at) < elapsedMillis(lifetimes.erasureSettles)) return false;
  await eraseElsewhere(table, erasure);
  await endErasure(table, erasure, now);
  return true;
};

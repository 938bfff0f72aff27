import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readDueTrials, readTrial, storeTrial } from "../adapters/dynamo-trials.ts";
import { log } from "../adapters/logger.ts";
import { askedAgain } from "../domain/agreement/trial/job.ts";

/** Trials of one round; a minute later there is the next. */
const mostAtOnce = 10;

/** Has trials go on whose function has died or whose message was lost; gives up those that do not get on. */
export const sweepTrials = async (table: DynamoTable, now: string): Promise<void> => {
  for (const proposalId of await readDueTrials(table, now, mostAtOnce)) {
    const it = await readTrial(table, proposalId);
    // The index is a moment behind the table.
    if (it?.dueAt === undefined || it.dueAt > now) continue;
    const next = askedAgain(it, now);
    if (next.state === "failed") log.warn("A trial does not get on", { code: "trial-failed", proposalId });
    await storeTrial(table, it, next);
  }
};

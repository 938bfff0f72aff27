import { setTimeout as pause } from "node:timers/promises";
import { errorNames } from "../contract/journey.ts";

/** Other writers came first each time, or the table was too busy to take the write; it may be retried. */
export class LeadContentionError extends Error {
  override readonly name = errorNames.contention;
}

/** The lead is not in the table: it was erased. */
export class LeadGoneError extends Error {
  override readonly name = errorNames.leadGone;
}

/** Two functions decide by two agreements, for seconds, while a new one comes into force: a pause before the next asks. */
export const untilTheyAgree = (): Promise<void> => pause(2000);

const mostAttempts = 30;

/** Full jitter, so that twenty writers at once do not meet again and again. */
export const giveWay = (tries: number, longestMillis = 300): Promise<void> =>
  pause(Math.random() * Math.min(longestMillis, 10 * 2 ** tries));

/**
 * Reads, decides and writes again when another writer came first: `attempt` gives `undefined` when its write was
 * refused because of that. The pauses together are about 4 s, at most 9.
 */
export const untilWritten = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < mostAttempts; tries++) {
    const result = await attempt();
    if (result !== undefined) return result;
    await giveWay(tries);
  }
  throw new LeadContentionError(`gave way to other writers ${mostAttempts} times`);
};

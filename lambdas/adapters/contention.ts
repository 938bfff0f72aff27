import { setTimeout as pause } from "node:timers/promises";
import { errorNames } from "../contract/journey.ts";

/** Several writers met on one lead and this one lost every time; it may be retried. */
export class LeadContentionError extends Error {
  override readonly name = errorNames.contention;
}

/** The lead is not in the table: it was erased. */
export class LeadGoneError extends Error {
  override readonly name = errorNames.leadGone;
}

const mostAttempts = 30;
const longestPauseMillis = 300;

/**
 * Reads, decides and writes again when another writer came first: `attempt` gives `undefined` when its write was
 * refused because of that. Full jitter, so that twenty writers at once do not meet again and again; the pauses together
 * are about 4 s, at most 9.
 */
export const untilWritten = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < mostAttempts; tries++) {
    const result = await attempt();
    if (result !== undefined) return result;
    await pause(Math.random() * Math.min(longestPauseMillis, 10 * 2 ** tries));
  }
  throw new LeadContentionError(`gave way to other writers ${mostAttempts} times`);
};

import { type Duration, parseDuration } from "../../contract/time.ts";

/**
 * Milliseconds that a length of plain time lasts.
 * @throws when it is counted in working units: how long those last depends on when they begin.
 */
export const elapsedMillis = (duration: Duration): number => {
  const { working, millis } = parseDuration(duration);
  if (working) throw new Error(`plain time is needed here, not working time: ${duration}`);
  return millis;
};

/** The longest time that a state may wait. */
const mostSeconds = 99_999_999;

/** Whole seconds from now to then, at least one; rounded up, so that a timer never ends before its instant. */
export const secondsUntil = (now: string, then: string): number =>
  Math.min(Math.max(Math.ceil((Date.parse(then) - Date.parse(now)) / 1000), 1), mostSeconds);

import type { Counters } from "./period-counters.ts";
import { spanOfWeek } from "./week.ts";

/** A week that has been asked for, and whether anything was counted in it. */
export interface WeekAsked {
  readonly week: string;
  readonly isEmpty: boolean;
}

/**
 * How many of these weeks lie before the start: nothing was counted in them or before them, and no agreement was in
 * force. A later week in which nothing was counted is a true zero under the promise, and so is the current one.
 * @param weeks in order of time
 * @param inForceSince when the first agreement came into force; `undefined` when it is not known yet
 */
export const weeksBeforeStart = (
  weeks: readonly WeekAsked[],
  inForceSince: string | undefined,
  timeZone: string,
  now: string,
): number => {
  const start = Math.min(Date.parse(inForceSince ?? now), Date.parse(now));
  const first = weeks.findIndex(({ week, isEmpty }) => !isEmpty || spanOfWeek(week, timeZone).to > start);
  return first === -1 ? weeks.length : first;
};

/** Counters that are all zero count nothing: an outcome that was corrected leaves one. */
export const isEmpty = (counters: Counters): boolean => [...counters.values()].every((count) => count === 0);

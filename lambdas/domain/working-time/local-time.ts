import { isDay } from "./day.ts";
import { clocksAt, instantOf } from "./zone.ts";

const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;
const absolute = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * A time as a form (`2026-12-01T10:30`, by the clocks of this zone) or a program (ISO 8601 with its offset) writes it.
 */
export const parseTime = (text: string, timeZone: string): string | undefined => {
  if (!isDay(text.slice(0, 10))) return undefined;
  if (local.test(text)) {
    const clocks = Date.parse(`${text}Z`);
    return Number.isNaN(clocks) ? undefined : new Date(instantOf(clocks, timeZone)).toISOString();
  }
  const instant = absolute.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
};

/** As a form's field for date and time wants it, cut to the minute unless seconds matter. */
export const localTime = (instant: string, timeZone: string, toTheSecond = false): string =>
  new Date(clocksAt(Date.parse(instant), timeZone)).toISOString().slice(0, toTheSecond ? 19 : 16);

import { isDay } from "../working-time/day.ts";

const withZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/;
const endOfFourDigits = Date.UTC(10_000, 0);
/** In seconds it would be the year 5138, in milliseconds it is 1973. */
const leastMillis = 1e11;

/**
 * An instant in ISO 8601, of a text that has a zone, or of seconds or milliseconds since 1970; none of anything else, nor of a
 * day that no calendar has.
 */
export const instantOf = (value: unknown): string | undefined => {
  const millis = typeof value === "number" ? (value < leastMillis ? value * 1000 : value) : millisOf(value);
  return millis > 0 && millis < endOfFourDigits ? new Date(millis).toISOString() : undefined;
};

const millisOf = (value: unknown): number =>
  typeof value === "string" && withZone.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;

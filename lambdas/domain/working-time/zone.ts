import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";

/*
 * Instants are milliseconds since 1970. What the clocks of a zone show is written the same way, as if the zone were
 * UTC: days and clock times are then plain arithmetic, and only this file knows that clocks are put forward and back.
 */
export const dayMillis = 86_400_000;
export const hourMillis = 3_600_000;

/** The latest clock time so far: during a repeated hour the clock counts as standing still. */
export const clocksAt = (instant: number, zone: string): number => {
  const [before, now] = [offsetAt(instant - dayMillis, zone), offsetAt(instant, zone)];
  if (before <= now) return instant + now;
  const putBackAt = getTimeZoneTransition(zoned(instant + 1, zone), "previous")?.epochNanoseconds ?? 0n;
  return Math.max(instant + now, Number(putBackAt / 1_000_000n) + before - 1);
};

/** The first instant at which the clocks show this or later; so the hour that is left out in spring takes no time. */
export const instantOf = (clocks: number, zone: string): number => {
  const [before, after] = [offsetAt(clocks - dayMillis, zone), offsetAt(clocks + dayMillis, zone)];
  const [byBefore, byAfter] = [clocks - before, clocks - after];
  if (before === after || offsetAt(byBefore, zone) === before) return byBefore;
  if (offsetAt(byAfter, zone) === after) return byAfter;
  const putForwardAt = getTimeZoneTransition(zoned(byAfter, zone), "next")?.epochNanoseconds ?? 0n;
  return Number(putForwardAt / 1_000_000n);
};

/**
 * The first instant from here whose clocks are as wished. `wished` gives the first such clock time from the one given:
 * clocks that are put forward may leave it out, and clocks that are put back may show it earlier than it said.
 */
export const firstWithClocks = (instant: number, zone: string, wished: (clocks: number) => number): number => {
  const offset = offsetAt(instant, zone);
  const found = wished(instant + offset) - offset;
  if (found === instant) return found;
  const change = getTimeZoneTransition(zoned(instant, zone), "next")?.epochNanoseconds;
  const changeAt = change === undefined ? Number.POSITIVE_INFINITY : Number(change / 1_000_000n);
  return found < changeAt ? found : firstWithClocks(changeAt, zone, wished);
};

/** Whether this is the name of a time zone that `Intl` knows. */
export const isZone = (name: string): boolean => {
  try {
    zoned(0, name);
    return true;
  } catch {
    return false;
  }
};

const zoned = (instant: number, zone: string) => toZonedDateTimeISO(fromEpochMilliseconds(instant), zone);

const offsetAt = (instant: number, zone: string): number => offsetNanoseconds(zoned(instant, zone)) / 1_000_000;

import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { weekOfYear, yearOfWeek } from "temporal-polyfill/fns/ZonedDateTime";
import { clocksAt, dayMillis, instantOf } from "../working-time/zone.ts";

/** The ISO week (`2026-W48`) that an instant falls in, in the time zone of the agreement. */
export const weekOf = (instant: string, timeZone: string): string => {
  const local = toZonedDateTimeISO(fromEpochMilliseconds(Date.parse(instant)), timeZone);
  return `${yearOfWeek(local)}-W${String(weekOfYear(local)).padStart(2, "0")}`;
};

/** From Monday's midnight to the next one's, in the zone; milliseconds since 1970. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
}

/** @throws when the text is no week. */
export const spanOfWeek = (week: string, timeZone: string): WeekSpan => {
  const monday = mondayOf(week);
  return { from: instantOf(monday, timeZone), to: instantOf(monday + 7 * dayMillis, timeZone) };
};

/** Whether there is such a week: only some years have a 53rd. */
export const isWeek = (text: string): boolean =>
  /^[12]\d{3}-W[0-5]\d$/.test(text) && weekOf(new Date(mondayOf(text)).toISOString(), "UTC") === text;

/** This many weeks in order of time, ending with the given one. */
export const weeksUpTo = (week: string, count: number): string[] => {
  const last = mondayOf(week);
  return Array.from({ length: count }, (_, i) =>
    weekOf(new Date(last - (count - 1 - i) * 7 * dayMillis).toISOString(), "UTC"),
  );
};

/** Every week from the one of an instant to the one of a later instant, both included. */
export const weeksBetween = (from: string, to: string, timeZone: string): string[] => {
  const [first, last] = [mondayOf(weekOf(from, timeZone)), weekOf(to, timeZone)];
  return weeksUpTo(last, Math.round((mondayOf(last) - first) / (7 * dayMillis)) + 1);
};

/** Clock time of the week's first midnight. The first week of a year is the one with 4 January in it. */
const mondayOf = (week: string): number => {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  if (year === undefined) throw new Error(`not a week: ${week}`);
  const fourth = Date.parse(`${year}-01-04T00:00:00Z`);
  const sinceMonday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((Number(number) - 1) * 7 - sinceMonday) * dayMillis;
};

/** The quarter (`2026-Q4`) that an instant falls in, in the time zone of the agreement. */
export const quarterOf = (instant: string, timeZone: string): string => {
  const local = new Date(clocksAt(Date.parse(instant), timeZone));
  return `${local.getUTCFullYear()}-Q${Math.floor(local.getUTCMonth() / 3) + 1}`;
};

/** The quarter that a week belongs to: the one with its Thursday, as with the year of an ISO week. */
export const quarterOfWeek = (week: string): string =>
  quarterOf(new Date(mondayOf(week) + 3 * dayMillis).toISOString(), "UTC");

/** The quarter after this one. @throws when the text is no quarter. */
export const quarterAfter = (quarter: string): string =>
  quarterOf(new Date(spanOfQuarter(quarter, "UTC").to).toISOString(), "UTC");

/** From its first midnight to the next quarter's, by the clocks of the zone. @throws when the text is no quarter. */
export const spanOfQuarter = (quarter: string, timeZone: string): WeekSpan => {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  if (year === undefined) throw new Error(`not a quarter: ${quarter}`);
  const month = (Number(number) - 1) * 3;
  const [from, to] = [Date.UTC(Number(year), month, 1), Date.UTC(Number(year), month + 3, 1)];
  return { from: instantOf(from, timeZone), to: instantOf(to, timeZone) };
};

import { clocksAt, instantOf } from "../working-time/zone.ts";
import type { WeekSpan } from "./week.ts";

/** The quarter (`2026-Q4`) that an instant falls in, in the time zone of the agreement. */
export const quarterOf = (instant: string, timeZone: string): string => {
  const local = new Date(clocksAt(Date.parse(instant), timeZone));
  return `${local.getUTCFullYear()}-Q${Math.floor(local.getUTCMonth() / 3) + 1}`;
};

/** From its first midnight to the next quarter's, by the clocks of the zone. @throws when the text is no quarter. */
export const spanOfQuarter = (quarter: string, timeZone: string): WeekSpan => {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  if (year === undefined) throw new Error(`not a quarter: ${quarter}`);
  const month = (Number(number) - 1) * 3;
  const [from, to] = [Date.UTC(Number(year), month, 1), Date.UTC(Number(year), month + 3, 1)];
  return { from: instantOf(from, timeZone), to: instantOf(to, timeZone) };
};

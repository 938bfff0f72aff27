import type { Agreement, Rep } from "../../contract/agreement.ts";
import { calendarOf, isWorkingDay } from "../working-time/calendar.ts";
import { clocksAt, dayMillis } from "../working-time/zone.ts";

/**
 * New leads that the rep gets at most in the company's week of this instant: the agreed number in proportion to the
 * company's working days on which they are there, rounded up. One at least, for who is there on any other day.
 */
export const newAtMost = (rep: Rep, agreement: Agreement, now: string): number => {
  const { newPerWeek } = rep.capacity;
  const today = Math.floor(clocksAt(Date.parse(now), agreement.terms.company.timeZone) / dayMillis);
  // 1 January 1970 was a Thursday.
  const monday = today - ((today + 3) % 7);
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => monday + day);
  const there = week.filter((day) => isThere(rep, day));
  if (there.length === week.length) return newPerWeek;
  const calendar = calendarOf(agreement);
  const workedOf = (days: readonly number[]) => days.filter((day) => isWorkingDay(day, calendar)).length;
  const worked = workedOf(week);
  return worked === 0
    ? newPerWeek
    : Math.min(newPerWeek, Math.max(1, Math.ceil((newPerWeek * workedOf(there)) / worked)));
};

const isThere = ({ absences = [], starts, leaves }: Rep, day: number): boolean => {
  const date = new Date(day * dayMillis).toISOString().slice(0, 10);
  if (date < (starts ?? date) || date > (leaves ?? date)) return false;
  return absences.every(({ from, to }) => date < from || to < date);
};

import type { Agreement } from "../../contract/agreement.ts";
import type { Absence } from "../../contract/rep-terms.ts";
import { type Duration, parseDuration, parseSpan, weekdays } from "../../contract/time.ts";
import { colleagueOf, type Owner } from "../team/owner.ts";
import { clocksAt, dayMillis, instantOf } from "./zone.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When the company works, in its own time zone. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly zone: string;
  /** For each weekday from Sunday, the spans worked, in milliseconds of the clock. */
  readonly week: readonly (readonly Span[])[];
  /** Days since 1970. */
  readonly holidays: ReadonlySet<number>;
}

export const calendarOf = ({ terms, holidays }: Agreement): WorkingCalendar => ({
  zone: terms.company.timeZone,
  week: weekdays.map((day) =>
    (terms.company.workingHours[day] ?? []).map(parseSpan).filter(({ from, to }) => from < to),
  ),
  holidays: new Set(holidays.map((date) => Date.parse(date) / dayMillis)),
});

/**
 * When this owner works, in their own time zone: with their hours and holidays where they have some, and never on days
 * off.
 */
export const calendarOfOwner = (owner: Owner, agreement: Agreement): WorkingCalendar => {
  const company = agreement.terms.company;
  const workingHours = owner.workingHours ?? company.workingHours;
  const free = owner.holidays === undefined ? agreement.holidays : (agreement.holidaysOfReps[owner.id] ?? []);
  const { zone, week, holidays } = calendarOf({
    ...agreement,
    holidays: free,
    terms: { ...agreement.terms, company: { ...company, timeZone: owner.timeZone ?? company.timeZone, workingHours } },
  });
  return { zone, week, holidays: new Set([...holidays, ...(owner.absences ?? []).flatMap(daysOf)]) };
};

/** When a colleague of the agreement works; the company's calendar of somebody whom it no longer has. */
export const calendarOfColleague = (id: string, agreement: Agreement): WorkingCalendar => {
  const colleague = colleagueOf(id, agreement);
  return colleague === undefined ? calendarOf(agreement) : calendarOfOwner(colleague, agreement);
};

const daysOf = ({ from, to }: Absence): number[] => {
  const [first, last] = [Date.parse(from) / dayMillis, Date.parse(to) / dayMillis];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
};

/**
 * The instant (ISO 8601, UTC) at which this duration has passed.
 *
 * - Plain units pass always.
 * - Working seconds, minutes and hours pass in working hours only; what ends with the working day ends at its close.
 * - Working days lead to the same clock time this many working days later, or to the next opening if no one works then.
 *   What begins outside working hours begins at the next opening. Half a working day is half of the working time
 *   until the next whole one.
 *
 * @throws when `from` is no instant, or working time is counted where no one ever works.
 */
export const addDuration = (from: string, duration: Duration, calendar: WorkingCalendar): string => {
  const { amount, unit, working, millis } = parseDuration(duration);
  const start = new Date(from).toISOString();
  if (!working) return iso(Date.parse(start) + millis);
  if (calendar.week.every((spans) => spans.length === 0)) throw new Error("a calendar without working hours");
  const at = Date.parse(start);
  return iso(unit === "day" ? addWorkingDays(at, amount, calendar) : addWorkingTime(at, millis, calendar));
};

/** The first instant from here on at which the calendar works; this one where no one ever works. */
export const firstWorkingInstant = (at: number, calendar: WorkingCalendar): string =>
  iso(calendar.week.every((spans) => spans.length === 0) ? at : nextWork(at, calendar));

const iso = (instant: number): string => new Date(instant).toISOString();

const addWorkingTime = (at: number, millis: number, calendar: WorkingCalendar): number => {
  let left = millis;
  for (const { from, to } of spansAround(at, calendar)) {
    const start = Math.max(from, at);
    if (to >= start && left <= to - start) return start + left;
    left -= Math.max(0, to - start);
  }
  return unreachable();
};

const addWorkingDays = (at: number, days: number, calendar: WorkingCalendar): number => {
  const start = nextWork(at, calendar);
  const whole = Math.floor(days);
  const from = sameTimeLater(start, whole, calendar);
  if (days === whole) return from;
  const rest = workBetween(from, sameTimeLater(start, whole + 1, calendar), calendar);
  return addWorkingTime(from, Math.round(rest * (days - whole)), calendar);
};

/** The first working instant from here on; the closing instant itself is not one. */
const nextWork = (at: number, calendar: WorkingCalendar): number => {
  for (const { from, to } of spansAround(at, calendar)) if (to > at) return Math.max(from, at);
  return unreachable();
};

const sameTimeLater = (start: number, workingDays: number, calendar: WorkingCalendar): number => {
  if (workingDays === 0) return start;
  const clocks = clocksAt(start, calendar.zone);
  let day = Math.floor(clocks / dayMillis);
  const time = clocks - day * dayMillis;
  for (let left = workingDays; left > 0; ) if (spansOf(++day, calendar).length > 0) left--;
  return nextWork(instantOf(day * dayMillis + time, calendar.zone), calendar);
};

/**
 * The instant at which this share of the working time between two instants is over; of all the time when hardly any is
 * worked, so that it always lies strictly between them if they are some milliseconds apart.
 */
export const partWayBetween = (from: string, to: string, share: number, calendar: WorkingCalendar): string => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isWorked = calendar.week.some((spans) => spans.length > 0);
  const work = isWorked && start < end ? workBetween(start, end, calendar) : 0;
  const worked = work === 0 ? start : addWorkingTime(start, Math.round(work * share), calendar);
  return iso(start < worked && worked < end ? worked : Math.round(start + (end - start) * share));
};

export const workBetween = (start: number, end: number, calendar: WorkingCalendar): number => {
  let work = 0;
  for (const { from, to } of spansAround(start, calendar)) {
    if (from >= end) return work;
    work += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return unreachable();
};

/** Working time between two instants, in the units in which it is promised. */
export interface WorkingLength {
  /** Whole working days: so many lead from the beginning to this instant or before it. */
  readonly days: number;
  /** Milliseconds of working time beyond them. */
  readonly rest: number;
}

/**
 * How much working time has passed, as `addDuration` counts it: two working days after the beginning, it is two
 * days. `undefined` where no one ever works.
 */
export const workingLength = (from: string, to: string, calendar: WorkingCalendar): WorkingLength | undefined => {
  if (calendar.week.every((spans) => spans.length === 0)) return undefined;
  const [end, start] = [Date.parse(to), nextWork(Date.parse(from), calendar)];
  if (start >= end) return { days: 0, rest: 0 };
  const clocks = clocksAt(start, calendar.zone);
  const first = Math.floor(clocks / dayMillis);
  let [days, whole] = [0, start];
  for (let day = first + 1; ; day++) {
    if (spansOf(day, calendar).length === 0) continue;
    const later = nextWork(instantOf(clocks + (day - first) * dayMillis, calendar.zone), calendar);
    if (later > end) return { days, rest: workBetween(whole, end, calendar) };
    [days, whole] = [days + 1, later];
  }
};

/** Every span of work in order of time, without end, from the day before: its midnight may be where this day begins. */
export function* spansAround(at: number, calendar: WorkingCalendar): Generator<Span> {
  for (let day = Math.floor(clocksAt(at, calendar.zone) / dayMillis) - 1; ; day++) yield* spansOf(day, calendar);
}

/** 1 January 1970 was a Thursday. */
const firstWeekday = 4;

/** @param day days since 1970 */
export const isWorkingDay = (day: number, { week, holidays }: WorkingCalendar): boolean =>
  !holidays.has(day) && (week.at((day + firstWeekday) % 7) ?? []).length > 0;

/** Clock times that a day skips, when clocks are put forward, are not working time. */
const spansOf = (day: number, { zone, week, holidays }: WorkingCalendar): Span[] => {
  if (holidays.has(day)) return [];
  const midnight = day * dayMillis;
  return (week.at((day + firstWeekday) % 7) ?? [])
    .map(({ from, to }) => ({ from: instantOf(midnight + from, zone), to: instantOf(midnight + to, zone) }))
    .filter(({ from, to }) => from < to);
};

const unreachable = (): never => {
  throw new Error("a calendar has no last day");
};

import { type Duration, parseDuration, type ReadDuration } from "../../contract/time.ts";
import { addDuration, type Span, spansAround, type WorkingCalendar } from "../../domain/working-time/calendar.ts";
import { clocksAt, dayMillis, instantOf } from "../../domain/working-time/zone.ts";

/** A calendar's working time over some months, computed once and used for thousands of leads. */
export interface Timetable {
  /** Working milliseconds from the beginning until this instant. */
  workAt(instant: number): number;
  /** The instant at which work goes on after so much working time; infinite when that is past the end. */
  instantAt(work: number): number;
  /** As `addDuration`, but for the hour by which clocks change; infinite when that is past the end. */
  after(instant: number, duration: Duration): number;
}

interface WorkedSpan extends Span {
  /** Working milliseconds before it. */
  readonly before: number;
  /** Which working day it belongs to, from 0. */
  readonly day: number;
}

/** @param from and @param to milliseconds since 1970 */
export const timetableOf = (calendar: WorkingCalendar, from: number, to: number): Timetable => {
  const { spans, midnights } = spansOf(calendar, from, to);
  const last = spans.at(-1);
  const all = last === undefined ? 0 : last.before + last.to - last.from;
  const spanAt = (instant: number): WorkedSpan | undefined => spans[firstWhere(spans, (span) => span.to > instant)];

  const workAt = (instant: number): number => {
    const span = spanAt(instant);
    return span === undefined ? all : span.before + Math.max(0, instant - span.from);
  };
  const instantAt = (work: number): number => {
    const span = spans[firstWhere(spans, ({ before, from, to }) => before + to - from > work)];
    return span === undefined ? Number.POSITIVE_INFINITY : span.from + work - span.before;
  };
  const daysAfter = (instant: number, days: number): number => {
    const span = spanAt(instant);
    const midnight = midnights[(span?.day ?? 0) + days];
    if (span === undefined || midnight === undefined) return Number.POSITIVE_INFINITY;
    const clock = Math.max(instant, span.from) - (midnights[span.day] ?? 0);
    return instantAt(workAt(midnight + clock));
  };
  const durations = new Map<Duration, ReadDuration>();
  const read = (duration: Duration): ReadDuration => {
    const known = durations.get(duration) ?? parseDuration(duration);
    durations.set(duration, known);
    return known;
  };
  const after = (instant: number, duration: Duration): number => {
    const { amount, unit, working, millis } = read(duration);
    if (!working) return instant + millis;
    if (unit !== "day") return endOf(spans, workAt(instant) + millis);
    if (Number.isInteger(amount)) return daysAfter(instant, amount);
    return spans.length === 0
      ? Number.POSITIVE_INFINITY
      : Date.parse(addDuration(new Date(instant).toISOString(), duration, calendar));
  };
  return { workAt, instantAt, after };
};

/** A duration that ends with the working day ends when that day closes. */
const endOf = (spans: readonly WorkedSpan[], work: number): number => {
  const span = spans[firstWhere(spans, ({ before, from, to }) => before + to - from >= work)];
  return span === undefined ? Number.POSITIVE_INFINITY : span.from + work - span.before;
};

const spansOf = (calendar: WorkingCalendar, from: number, to: number) => {
  const spans: WorkedSpan[] = [];
  const midnights: number[] = [];
  if (calendar.week.every((day) => day.length === 0)) return { spans, midnights };
  let [before, latest] = [0, Number.NaN];
  for (const span of spansAround(from, calendar)) {
    if (span.from >= to) break;
    if (span.to <= from) continue;
    const date = Math.floor(clocksAt(span.from, calendar.zone) / dayMillis);
    if (date !== latest) midnights.push(instantOf(date * dayMillis, calendar.zone));
    latest = date;
    const begins = Math.max(span.from, from);
    spans.push({ from: begins, to: span.to, before, day: midnights.length - 1 });
    before += span.to - begins;
  }
  return { spans, midnights };
};

/** Index of the first for which it is true, given that it is true for all that follow. */
const firstWhere = <T>(items: readonly T[], isTrue: (item: T) => boolean): number => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isTrue(item)) high = middle;
    else low = middle + 1;
  }
  return low;
};

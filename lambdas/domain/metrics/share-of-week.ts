import { type WorkingCalendar, workBetween } from "../working-time/calendar.ts";
import { spanOfWeek } from "./week.ts";

/** Milliseconds of working time between two instants; none where nobody ever works, or time runs backwards. */
export const workedBetween = (from: string, to: string, calendar: WorkingCalendar): number => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return start < end && calendar.week.some((spans) => spans.length > 0) ? workBetween(start, end, calendar) : 0;
};

/**
 * How much of the week's working time is over, from 0 to 1: by that, and not by its days, a week is forecast. Of a week
 * in which nobody works it is the time itself.
 */
export const shareOfWeekOver = (week: string, now: string, calendar: WorkingCalendar): number => {
  const span = spanOfWeek(week, calendar.zone);
  const at = Date.parse(now);
  if (at <= span.from) return 0;
  if (at >= span.to) return 1;
  const [from, to] = [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  const all = workedBetween(from, to, calendar);
  return all === 0 ? (at - span.from) / (span.to - span.from) : workedBetween(from, now, calendar) / all;
};

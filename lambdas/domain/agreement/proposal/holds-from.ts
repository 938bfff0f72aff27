import { limits } from "../../../contract/limits.ts";
import { firstWorkingInstant, type WorkingCalendar } from "../../working-time/calendar.ts";
import { dayMillis, instantOf } from "../../working-time/zone.ts";

/**
 * The instant from which a version holds: the first one of the company's working time that every function has heard of
 * before, and that is not before the day asked for.
 * @param signedAt when the last signature was given
 * @param from a day such as `2026-12-07`, in the company's time zone
 */
export const holdsFrom = (signedAt: string, from: string | undefined, calendar: WorkingCalendar): string => {
  const known = Date.parse(signedAt) + limits.agreementNoticeSeconds * 1000;
  const asked = from === undefined ? known : instantOf(Date.parse(from), calendar.zone);
  return firstWorkingInstant(Math.max(known, asked), calendar);
};

/** So many days ahead at most: while a signed version is to come, no other can be signed. */
const mostDaysAhead = 92;

/** Whether a version can be asked to hold from this day on. @param today in the company's time zone */
export const canHoldFrom = (from: string, today: string): boolean =>
  from >= today && Date.parse(from) <= Date.parse(today) + mostDaysAhead * dayMillis;

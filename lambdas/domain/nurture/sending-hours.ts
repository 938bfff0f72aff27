import type { Agreement } from "../../contract/agreement.ts";
import { parseSpan, weekdays } from "../../contract/time.ts";
import type { Lead } from "../lead/lead.ts";
import { calendarOf } from "../working-time/calendar.ts";
import { dayMillis, firstWithClocks, isZone } from "../working-time/zone.ts";

/** The facts that determine a lead's time zone. */
type Somewhere = Pick<Lead, "timeZone" | "contact">;

/**
 * The first instant from `at` at which content may arrive, in the lead's time zone: `at` itself when it may arrive now.
 */
export const nextSendingTime = (at: string, lead: Somewhere, agreement: Agreement): string => {
  const hours = sendingHoursOf(agreement);
  const from = new Date(at).getTime();
  return new Date(firstWithClocks(from, zoneOf(lead, agreement), (clocks) => nextOpen(clocks, hours))).toISOString();
};

/** The zone of the lead's form, else that of most companies in its country, else ours. */
export const zoneOf = ({ timeZone, contact }: Somewhere, { zones, terms }: Agreement): string => {
  if (timeZone !== undefined && isZone(timeZone)) return timeZone;
  // The country comes from a form: it may be the name of a property that every object inherits.
  const country = contact.country ?? "";
  return (Object.hasOwn(zones, country) ? zones[country] : undefined) ?? terms.company.timeZone;
};

interface SendingHours {
  /** Whether content may arrive on this day (days since 1970). */
  readonly isOpen: (day: number) => boolean;
  /** In milliseconds of the clock since midnight; in order, and none is empty. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** 1 January 1970 was a Thursday. */
const firstWeekday = 4;

const sendingHoursOf = (agreement: Agreement): SendingHours => {
  const { days, quietHours } = agreement.terms.nurture.sending;
  const { holidays } = calendarOf(agreement);
  const open = new Set(days.map((day) => weekdays.indexOf(day)));
  return {
    isOpen: (day) => open.has((day + firstWeekday) % 7) && !holidays.has(day),
    spans: quietHours === undefined ? [wholeDay] : aroundQuiet(quietHours),
  };
};

const wholeDay = { from: 0, to: dayMillis };

/** Quiet hours of zero length are none: silence all day would mean no content at all. */
const aroundQuiet = ({ from, to }: { readonly from: string; readonly to: string }): SendingHours["spans"] => {
  const quiet = parseSpan(`${from}-${to}`);
  if (quiet.from > quiet.to) return [{ from: quiet.to, to: quiet.from }];
  if (quiet.from === quiet.to) return [wholeDay];
  return [
    { from: 0, to: quiet.from },
    { from: quiet.to, to: dayMillis },
  ].filter((span) => span.from < span.to);
};

/** There are fewer holidays than days, so this ends. */
const nextOpen = (clocks: number, { isOpen, spans }: SendingHours): number => {
  for (let day = Math.floor(clocks / dayMillis); ; day++) {
    const time = clocks - day * dayMillis;
    const span = isOpen(day) ? spans.find(({ to }) => time < to) : undefined;
    if (span !== undefined) return day * dayMillis + Math.max(time, span.from);
  }
};

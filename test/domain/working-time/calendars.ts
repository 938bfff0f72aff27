import type { Weekday, WorkingHours } from "../../../lambdas/contract/time.ts";
import { addDuration, calendarOf, type WorkingCalendar } from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";

const monToFri = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const satisfies readonly Weekday[];

/** The same spans from Monday to Friday. */
export const weekdaysAt = (...spans: string[]): WorkingHours => Object.fromEntries(monToFri.map((day) => [day, spans]));

export const calendarIn = (timeZone: string, workingHours: WorkingHours, holidays: string[] = []): WorkingCalendar =>
  calendarOf(anAgreement({ company: { timeZone, workingHours } }, { holidays }));

/** Adds in Madrid by Madrid's clocks: `2026-03-10T10:30` there and back. */
export const inMadrid =
  (calendar: WorkingCalendar) =>
  (local: string, duration: string): string => {
    const summer = local >= "2026-03-29T03:00" && local < "2026-10-25T03:00";
    const from = new Date(`${local}:00${summer ? "+02:00" : "+01:00"}`).toISOString();
    return clocksOfMadrid(addDuration(from, duration, calendar));
  };

/** `2026-03-10T10:30`, by the machine's own knowledge of time zones. */
const clocksOfMadrid = (instant: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Madrid", dateStyle: "short", timeStyle: "short" })
    .format(new Date(instant))
    .replace(" ", "T");

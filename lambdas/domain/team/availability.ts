import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { locales } from "../text/say-number.ts";
import { addDuration, calendarOfOwner } from "../working-time/calendar.ts";
import { clocksAt, dayMillis, instantOf } from "../working-time/zone.ts";
import type { Owner } from "./owner.ts";

/** Why a colleague is away. Days (`2026-11-24`) are those of their own calendar, the first and the last included. */
export interface Away {
  /** Missing when they have not started yet. */
  readonly from?: string;
  /** Missing when they do not come back. */
  readonly until?: string;
  /** The first day that they work again. */
  readonly back?: string;
  /** Their last day was the day before. */
  readonly left?: boolean;
}

/** Whether this colleague is away now: on leave, not with us yet, or not any more; `undefined` for one who is there. */
export const awayAt = (owner: Owner, agreement: Agreement, now: string): Away | undefined =>
  awayOn(owner, todayOf(owner, agreement, now), agreement);

/**
 * Whether they will be away for part of the time until this deadline, or are so now. The deadline counts only working
 * days of theirs: a rep who leaves tomorrow would let the lead wait until they are back. It is computed only when
 * something may come before it.
 */
export const awayBefore = (
  owner: Owner,
  agreement: Agreement,
  now: string,
  deadline: () => string,
): Away | undefined => {
  const today = todayOf(owner, agreement, now);
  const away = awayOn(owner, today, agreement);
  const [next] = firstDaysAway(owner)
    .filter((day) => day > today)
    .sort();
  if (away !== undefined || next === undefined) return away;
  const zone = owner.timeZone ?? agreement.terms.company.timeZone;
  return instantOf(Date.parse(next), zone) < Date.parse(deadline()) ? awayOn(owner, next, agreement) : undefined;
};

/** With us, absent or not: they have started and have not left. */
export const isWithUs = (owner: Owner, agreement: Agreement, now: string): boolean => {
  const today = todayOf(owner, agreement, now);
  return (owner.starts ?? today) <= today && today <= (owner.leaves ?? today);
};

const firstDaysAway = ({ absences = [], leaves }: Owner): string[] => [
  ...absences.map(({ from }) => from),
  ...(leaves === undefined ? [] : [dayAfter(leaves)]),
];

const awayOn = (owner: Owner, day: string, agreement: Agreement): Away | undefined => {
  const { absences = [], starts, leaves } = owner;
  if (leaves !== undefined && day > leaves) return { from: dayAfter(leaves), left: true };
  if (starts !== undefined && day < starts)
    return { until: dayBefore(starts), back: backAfter(starts, owner, agreement) };
  const absence = absences.find(({ from, to }) => from <= day && day <= to);
  if (absence === undefined) return undefined;
  const until = lastDayOf(absence.to, absences);
  if (leaves !== undefined && until >= leaves) return { from: absence.from };
  return { from: absence.from, until, back: backAfter(dayAfter(until), owner, agreement) };
};

/** Absences that follow each other day by day, or overlap, are one. */
const lastDayOf = (to: string, absences: NonNullable<Owner["absences"]>): string => {
  const longer = absences.find((each) => each.from <= dayAfter(to) && each.to > to);
  return longer === undefined ? to : lastDayOf(longer.to, absences);
};

/** The first working day from this one on. */
const backAfter = (day: string, owner: Owner, agreement: Agreement): string => {
  const calendar = calendarOfOwner(owner, agreement);
  const begins = new Date(instantOf(Date.parse(day), calendar.zone)).toISOString();
  return todayOf(owner, agreement, addDuration(begins, "0 working days", calendar));
};

const dayAfter = (day: string): string => shifted(day, 1);
const dayBefore = (day: string): string => shifted(day, -1);
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10);

/** As a sentence: `Luis está fuera hasta el lunes 30`, the day on which they work again. `today` is their own. */
export const sayAway = (name: string, { from, back, left }: Away, today: string): Bilingual => {
  const day = (date: string) => ({ es: dayIn("es", date, today), en: dayIn("en", date, today) });
  if (left && from !== undefined && from <= today)
    return { es: `${name} ya no está en el equipo`, en: `${name} has left the team` };
  if (from !== undefined && from > today) {
    const { es, en } = day(from);
    return left
      ? { es: `${name} deja el equipo antes del ${es}`, en: `${name} leaves the team before ${en}` }
      : {
          es: `${name} se ausenta desde el ${es}, antes del plazo`,
          en: `${name} is away from ${en}, before the deadline`,
        };
  }
  if (back === undefined) return { es: `${name} está fuera y no volverá`, en: `${name} is away and will not be back` };
  const { es, en } = day(back);
  return from === undefined
    ? { es: `${name} empieza el ${es}`, en: `${name} starts on ${en}` }
    : { es: `${name} está fuera hasta el ${es}`, en: `${name} is away until ${en}` };
};

/** Within a few weeks the day of the month is enough. */
const fewDays = 25;

const dayIn = (language: Language, date: string, today: string): string => {
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(Date.parse(date));
  const near = Date.parse(date) - Date.parse(today) < fewDays * dayMillis;
  return `${said({ weekday: "long" })} ${said(near ? { day: "numeric" } : { day: "numeric", month: "long" })}`;
};

/** The day (`2026-11-24`) that it is where this colleague works. */
export const todayOf = ({ timeZone }: Pick<Owner, "timeZone">, { terms }: Agreement, now: string): string => {
  const clocks = clocksAt(Date.parse(now), timeZone ?? terms.company.timeZone);
  return new Date(Math.floor(clocks / dayMillis) * dayMillis).toISOString().slice(0, 10);
};

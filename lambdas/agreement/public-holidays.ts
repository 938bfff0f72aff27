import Holidays from "date-holidays";
import type { AgreementTerms } from "../contract/agreement.ts";
import type { KnownHolidays } from "./check/check-company.ts";

/**
 * The years whose holidays are worked out. Fixed, so that the same agreement always compiles to the same file: a
 * deadline beyond them falls on working days only by the week. Move them on in time.
 */
const years = { first: 2026, last: 2035 };

type Calendar = Pick<NonNullable<AgreementTerms["company"]["holidays"]>, "country" | "region">;

/**
 * The public holidays of the agreement, and its own (`2026-05-15`), in order, without those on which the company works. Days that are free by law only, and
 * whole ones: the bank holidays, half days and observances that the library also knows are working days.
 */
export const holidaysOf = (holidays: AgreementTerms["company"]["holidays"]): string[] => {
  if (holidays === null) return [];
  const { also = [], except = [] } = holidays;
  const days = new Set([...publicDaysOf(holidays), ...also]);
  for (const day of except) days.delete(day);
  return [...days].sort();
};

/** The days of the library's calendar. */
const publicDaysOf = ({ country, region }: Calendar): string[] => {
  const library = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const all = Array.from({ length: years.last - years.first + 1 }, (_, i) => library.getHolidays(years.first + i));
  const free = all.flat().filter(({ type, date }) => type === "public" && date.slice(11, 19) === "00:00:00");
  return free.flatMap(daysOf);
};

const dayMillis = 86_400_000;

/** Some holidays last several days. */
const daysOf = ({ date, start, end }: { date: string; start: Date; end: Date }): string[] => {
  const first = Date.parse(date.slice(0, 10));
  const days = Math.round((end.getTime() - start.getTime()) / dayMillis);
  return Array.from({ length: days }, (_, i) => new Date(first + i * dayMillis).toISOString().slice(0, 10));
};

export const knownHolidays: KnownHolidays = {
  countries: () => Object.keys(new Holidays().getCountries()),
  daysOf: publicDaysOf,
  years: [years.first, years.last],
  regionsOf: (country) => Object.keys(new Holidays().getStates(country) ?? {}),
};

import type { Language } from "../../contract/stages.ts";
import { type Duration, type Weekday, weekdays } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { sayList } from "../../domain/text/say-names.ts";
import { locales, sayShare as sayShareIn } from "../../domain/text/say-number.ts";

/** After `cada` and `every`: `2 horas`, but `hora` for a single one. */
export const sayEvery = (duration: Duration, language: Language): string =>
  sayDuration(duration, language).replace(/^1 /, "");

/** `24 de noviembre de 2026`, from a date such as 2026-11-24. */
export const sayDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** `lunes, 12 de octubre de 2026`. */
export const sayWeekdayDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "full", timeZone: "UTC" }).format(new Date(date));

/** 4 January 1970 was a Sunday. */
const nameOf = (day: Weekday, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(1970, 0, 4 + weekdays.indexOf(day))),
  );

/** From Monday to Sunday. */
export const week: readonly Weekday[] = [...weekdays.slice(1), ...weekdays.slice(0, 1)];

/** `de lunes a viernes`, `lunes y jueves`: consecutive days are given by the first and the last. */
export const sayDays = (days: readonly Weekday[], language: Language): string => {
  const inOrder = week.filter((day) => days.includes(day));
  const [first, last] = [inOrder.at(0), inOrder.at(-1)];
  if (first === undefined || last === undefined) return "";
  const inARow = week.indexOf(last) - week.indexOf(first) === inOrder.length - 1;
  if (inOrder.length === week.length) return language === "es" ? "todos los días" : "every day";
  if (inOrder.length < 3 || !inARow)
    return sayList(
      inOrder.map((day) => nameOf(day, language)),
      language,
    );
  const [from, to] = [nameOf(first, language), nameOf(last, language)];
  return language === "es" ? `de ${from} a ${to}` : `${from} to ${to}`;
};

/** A share of one in per cent, with a decimal where it needs one. */
export const sayShare = (share: number, language: Language): string => sayShareIn(share, language, 1);

/** Groups what has the same key, in the order in which the keys appear. */
export const alike = <T>(items: readonly T[], keyOf: (item: T) => string): (readonly [key: string, items: T[]])[] => {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]);
};

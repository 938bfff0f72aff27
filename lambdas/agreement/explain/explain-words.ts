import type { Language } from "../../contract/stages.ts";
import { type Duration, parseDuration, type Weekday, weekdays } from "../../contract/time.ts";

const locales = { es: "es-ES", en: "en-GB" } as const satisfies Record<Language, string>;

/** `a, b y c`, `a, b or c`. */
export const sayList = (items: readonly string[], language: Language, of: "and" | "or" = "and"): string =>
  new Intl.ListFormat(locales[language], { type: of === "and" ? "conjunction" : "disjunction" }).format(items);

/** `“a”`, as the language quotes. */
export const quoted = (text: string, language: Language): string => (language === "es" ? `«${text}»` : `“${text}”`);

const spanishUnits = { second: "segundo", minute: "minuto", hour: "hora", day: "día" } as const;

/** A length of time as both departments say it: `2 días laborables`. */
export const sayTime = (duration: Duration, language: Language): string => {
  if (language === "en") return duration;
  const { amount, unit, working } = parseDuration(duration);
  const plural = amount === 1 ? "" : "s";
  return `${String(amount).replace(".", ",")} ${spanishUnits[unit]}${plural}${working ? ` laborable${plural}` : ""}`;
};

/** After `cada` and `every`: `2 horas`, but `hora` for a single one. */
export const sayEvery = (duration: Duration, language: Language): string =>
  sayTime(duration, language).replace(/^1 /, "");

/** Points with their sign: `+20`. */
export const sayPoints = (points: number): string => `${points < 0 ? "" : "+"}${points}`;

/** A share of one in per cent. */
export const sayShare = (share: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 1 }).format(share);

/** ISO 3166-1 code -> name. */
export const sayCountry = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;

export const sayLanguage = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;

/** `24 de noviembre de 2026`, from a date such as 2026-11-24. */
export const sayDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

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

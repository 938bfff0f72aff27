import type { Language } from "../../contract/stages.ts";
import { bareWord } from "../text/normal-form.ts";

/**
 * A day, as ISO 8601 has it or with other signs: `2027-03-04` (with or without a time), `4/3/2027`, `4 de marzo de 2027`,
 * `4 March 2027`, `March 4, 2027`, perhaps behind its weekday. An impossible day is none.
 * @param language whose habit decides on figures alone: in Spanish the day comes first; in English it may be the
 *   month, so that `4/3/2027` could be two days, and is none
 */
export const parseDate = (text: string, language: Language): string | undefined => {
  const plain = bareWord(text, longestDate).replace(/\s+/g, " ").replace(weekday, "");
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$/.exec(plain) ?? [];
  if (isoYear !== undefined) return dayOf(isoYear, isoMonth, isoDay);
  const [, first, second, year] =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:,? \d{1,2}:\d\d.*)?$/.exec(plain) ?? [];
  if (year !== undefined) return byFigures(first, second, year, language);
  const [, day, name, ofYear] =
    /^(\d{1,2})(?:st|nd|rd|th|o)?(?: de|\.)?[ -]([a-z]+)\.?,?(?: de| del)?[ -](\d{4})$/.exec(plain) ?? [];
  if (ofYear !== undefined) return dayOf(ofYear, monthCalled(name), day);
  const [, named, its, inYear] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain) ?? [];
  return dayOf(inYear, monthCalled(named), its);
};

const longestDate = 64;

const weekday =
  /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? /;

const byFigures = (
  first: string | undefined,
  second: string | undefined,
  year: string,
  language: Language,
): string | undefined => {
  const dayFirst = dayOf(year, second, first);
  if (language === "es") return dayFirst;
  const monthFirst = dayOf(year, first, second);
  return dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst
    ? (dayFirst ?? monthFirst)
    : undefined;
};

const months = [
  "enero|ene|january|jan",
  "febrero|feb|february",
  "marzo|mar|march",
  "abril|abr|april|apr",
  "mayo|may",
  "junio|jun|june",
  "julio|jul|july",
  "agosto|ago|august|aug",
  "septiembre|setiembre|sep|sept|september",
  "octubre|oct|october",
  "noviembre|nov|november",
  "diciembre|dic|december|dec",
].map((names) => names.split("|"));

const monthCalled = (name = ""): string => String(months.findIndex((names) => names.includes(name)) + 1);

/** What programs write for no day at all lies before these years: `0001-01-01`. */
const [firstYear, lastYear] = [1900, 2200];

/** `undefined` for a day that no calendar has. */
const dayOf = (year = "", month = "", day = ""): string | undefined => {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${iso}T00:00:00.000Z`);
  if (Number(year) < firstYear || Number(year) > lastYear) return undefined;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined;
};

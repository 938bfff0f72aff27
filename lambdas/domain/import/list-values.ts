import type { DateOrder, Decimal } from "../../contract/imports.ts";

/** A day in figures, with the year at one end and perhaps a time behind it. */
const dayForm = /^(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?:[T ,]+(\d{1,2}:\d{2}(?::\d{2})?)[^\d]*)?$/;

/** The figures of a day in the order in which they stand; `undefined` when the text is none. */
export const dayFigures = (text: string): readonly [number, number, number] | undefined => {
  const [, first = "", , second = "", third = ""] = dayForm.exec(text) ?? [];
  const hasYear = first.length === 4 || third.length === 4 || third.length === 2;
  return hasYear ? [Number(first), Number(second), Number(third)] : undefined;
};

/**
 * A day of a list as ISO 8601 has it, with its time when it names one. What is no day in figures stays as it is, for the
 * rules of forms; a day in figures that no calendar has in this order is `undefined`: the next order would be a guess.
 */
export const isoDay = (text: string, order: DateOrder): string | undefined => {
  const figures = dayFigures(text);
  if (figures === undefined) return text;
  const [first, second, third] = figures;
  // Nobody writes the year in the middle: four figures at the beginning are one, whatever the order of the others.
  const [year, month, day] =
    first > 31 ? [first, second, third] : order === "mdy" ? [third, first, second] : [third, second, first];
  const iso = `${wholeYear(year)}-${twoOf(month)}-${twoOf(day)}`;
  const at = Date.parse(`${iso}T00:00:00.000Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(iso)) return undefined;
  const time = dayForm.exec(text)?.[5];
  return time === undefined ? iso : `${iso}T${time.padStart(time.length < 6 ? 5 : 8, "0")}`;
};

const twoOf = (figure: number): string => String(figure).padStart(2, "0");

/** Two figures are of this century, but for those of people who are old by now. */
const wholeYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year);

/** Of one sign, groups of thousands; of the other, decimals. */
const byDecimal = {
  ",": { grouped: /^-?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/, plain: /^-?\d+,\d+$/, thousands: /[. ]/g },
  ".": { grouped: /^-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/, plain: /^-?\d+\.\d+$/, thousands: /[, ]/g },
} as const;

/**
 * A number of a list by its decimal sign; `undefined` for what is no number in figures. A single sign that cannot divide
 * thousands is a decimal one, whichever the list has: workbooks write a point into every file.
 */
export const listNumber = (text: string, decimal: Decimal): number | undefined => {
  const figure = text.replace(/^[€$£]\s*|\s*(?:[€$£%]|eur|euros?|usd)$/i, "").replace(/[\u00a0\u202f]/g, " ");
  const { grouped, plain, thousands } = byDecimal[decimal];
  if (grouped.test(figure) || plain.test(figure)) return Number(figure.replace(thousands, "").replace(decimal, "."));
  return /^-?\d{1,15}(?:[.,]\d+)?$/.test(figure) ? Number(figure.replace(",", ".")) : undefined;
};

/** What a number says of the decimal sign, if it says anything. */
export const decimalOf = (text: string): Decimal | "ambiguous" | undefined => {
  if (/^-?\d{1,3}[.,]\d{3}$/.test(text)) return "ambiguous";
  for (const decimal of [",", "."] as const) {
    const { grouped, plain } = byDecimal[decimal];
    if (plain.test(text) || (grouped.test(text) && text.length > 7)) return decimal;
  }
  return undefined;
};

/** `3,46E+10`: a spreadsheet has cut the number short, and the figures that are missing are lost. */
export const isCutNumber = (text: string): boolean => /^\d(?:[.,]\d+)?e\+\d{1,2}$/i.test(text);

/** A sign that keeps a spreadsheet from running the cell, as our own lists of refused rows have it. */
export const withoutGuard = (text: string): string => (/^'[=+\-@\t＝＋－＠]/.test(text) ? text.slice(1) : text);

/** A column without a name is called as spreadsheets do: `D`. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

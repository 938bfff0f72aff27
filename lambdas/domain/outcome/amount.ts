import type { Language } from "../../contract/stages.ts";
import { decimalsOf } from "../money/money.ts";
import { currencyWords } from "../text/say-money.ts";

/**
 * An amount of money as people write it: `12500`, `12.500,50 €`, `USD 12,500.50`, with the currency's sign, code or name or
 * without. A single point or comma before exactly three digits separates thousands: `12.500` is twelve thousand five
 * hundred; of a currency with three decimals the language decides.
 * @returns `undefined` when it is not an amount of this currency, such as one with more decimals than it has
 */
export const parseAmount = (text: string, currency: string, language: Language): number | undefined => {
  const figure = withoutCurrency(text, currency).replace(/\s/g, "");
  const decimals = decimalsOf(currency);
  const amount = decimals > 2 ? parseFine(figure, language) : parseDecimal(figure);
  return amount === undefined || !isIn(amount, decimals) ? undefined : amount;
};

/** A figure with two decimals at most, whichever of point and comma is which. */
export const parseDecimal = (figure: string): number | undefined => numberIn(figure, shapes);

/** Three decimals look like thousands: point and comma are read as the language has them. */
const parseFine = (figure: string, language: Language): number | undefined => numberIn(figure, [fine[language]]);

const numberIn = (figure: string, of: readonly RegExp[]): number | undefined => {
  if (figure.length > longestFigure) return undefined;
  const [, whole, rest = ""] = of.map((shape) => shape.exec(figure)).find((found) => found !== null) ?? [];
  return whole === undefined ? undefined : Number(`${whole.replace(/[.,]/g, "")}.${rest}0`);
};

/** Whether the currency has coins as small as this. */
export const isIn = (amount: number, decimals: number): boolean =>
  Math.abs(amount - Math.round(amount * 10 ** decimals) / 10 ** decimals) < 1e-9;

/** The text without the currency's sign, code or name before or after the figure. */
export const withoutCurrency = (text: string, currency: string): string => {
  const bare = text.trim();
  const lower = bare.toLowerCase();
  const word = currencyWords(currency).find((each) => lower.startsWith(each) || lower.endsWith(each));
  if (word === undefined) return bare;
  return (lower.startsWith(word) ? bare.slice(word.length) : bare.slice(0, -word.length)).trim();
};

/** With separators, above 10^12: no deal is larger, and every such figure is exact. */
const longestFigure = 20;

const shapes = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
];

const fine = {
  es: /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,3}))?$/,
  en: /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,3}))?$/,
} as const;

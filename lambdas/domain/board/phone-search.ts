import type { PhoneNumber } from "../lead/read-as.ts";

/** The end of a number that is the same however it is written: national numbers of most countries are as long, or longer. */
const ofNumber = 9;
/** Digits that are worth a search. */
const fewest = 4;

/** What a telephone is found by, from `+34910000000;ext=12`; `undefined` for a very short one. */
export const phoneKeyOf = (dial: string): string | undefined => {
  const digits = (dial.split(/;|ext|x/i)[0] ?? "").replace(/\D/g, "");
  return digits.length < fewest ? undefined : digits.slice(-ofNumber);
};

/** Of what is known of a telephone: of each number that can be dialled, else, where nobody knows the country, of its digits. */
export const phoneKeysOf = (phone: string | undefined, numbers: readonly PhoneNumber[] = []): string[] => {
  const dials = numbers.length > 0 ? numbers.map(({ dial }) => dial) : (phone ?? "").split(between).filter(isNumber);
  return [...new Set(dials.flatMap((dial) => phoneKeyOf(dial) ?? []))];
};

/** What stands between two numbers. */
const between = /\s*[/;|,]\s*|\s+(?:o|y|or|and)\s+/;

/** Digits of a whole number, grouped in whatever way, with its extension and a word in brackets. */
const isNumber = (text: string): boolean =>
  /^\+?(?:[\s().-]*\d){7,15}\s*(?:(?:ext\.?|x)\s*\d{1,6})?\s*(?:\([^\d()]*\))?\s*$/i.test(text);

/** The same of what somebody searches for, when it can be a telephone. */
export const phoneAsked = (asked: string): string | undefined =>
  /^[+(]?[\d\s().\-/+]+$/.test(asked) ? phoneKeyOf(asked.replace(/\(0\)/, "")) : undefined;

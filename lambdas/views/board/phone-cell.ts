import type { ReadAs } from "../../domain/lead/read-as.ts";

/**
 * A telephone in a file, in groups of digits with a blank between: a spreadsheet takes `600111222` for a number,
 * `910.000.000` for another one and `91-12-34` for a day.
 */
export const phoneCell = (phone: string, { numbers = [] }: Pick<ReadAs, "numbers"> = {}): string => {
  if (numbers.length > 0) return numbers.map(({ dial }) => grouped(dial)).join(", ");
  if (!isDigits.test(phone)) return phone;
  const groups = phone.match(/\d+/g) ?? [];
  const [only = ""] = groups;
  return `${phone.trim().startsWith("+") ? "+" : ""}${(groups.length === 1 ? (only.match(/\d{1,3}/g) ?? []) : groups).join(" ")}`;
};

const isDigits = /^\s*\+?[\d\s().\-/]*\d[\d\s().\-/]*$/;

/** `+34 910000000 ext. 12` of `+34910000000;ext=12`. */
const grouped = (dial: string): string => {
  const [number = "", extension] = dial.split(";ext=");
  const spaced = number.replace(countryCode, "$& ");
  return extension === undefined ? spaced : `${spaced} ext. ${extension}`;
};

/** ITU-T E.164: one digit, or one of the pairs that are taken, else three digits. */
const countryCode = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=\d)/;

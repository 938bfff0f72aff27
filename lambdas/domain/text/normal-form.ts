/*
 * Unicode's normal forms sort the marks on a letter, which takes time with the square of their number: a few thousand on
 * one letter would keep a function busy for seconds. No script needs more than a few.
 */

/** Tibetan and Hebrew with all of their points stay below. */
const mostMarks = 8;

const longRuns = new RegExp(String.raw`(\p{M}{${mostMarks}})\p{M}+`, "gu");
const loneSurrogates = /\p{Surrogate}/gu;
/**
 * Nobody sees them: zero-width spaces, soft hyphens, and marks that turn the direction of the text around them. The joiner
 * stays between the parts of one emoji.
 */
export const formatCharacters =
  /(?:(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic}))+/gu;

/** Well-formed text without characters of format and without endless marks: the time is linear in its length. */
export const tamed = (text: string): string =>
  text.replace(loneSurrogates, "\uFFFD").replace(formatCharacters, "").replace(longRuns, "$1");

/**
 * The normal form of the text's beginning.
 * @param most code units that are looked at; a caller that must not lose the rest asks for the length before
 */
export const normalForm = (text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD", most: number): string =>
  tamed(text.slice(0, most)).normalize(form);

/** A short word without accents and case, as people write it in one way or the other. */
export const bareWord = (text: string, most: number): string =>
  ascii.test(text) ? text.slice(0, most).toLowerCase().trim() : unaccented(text, most);

const ascii = /^[ -~]*$/;

const unaccented = (text: string, most: number): string =>
  normalForm(text, "NFKD", most).replace(/\p{M}/gu, "").toLowerCase().trim();

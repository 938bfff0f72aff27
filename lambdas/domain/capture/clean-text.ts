import { oneLine, someLines } from "../page/plain-text.ts";

const loneSurrogates = /\p{Surrogate}/gu;

/** One line of well-formed text in Unicode's composed form, without control characters. */
export const cleanLine = (text: string): string => oneLine(wellFormed(text), Number.POSITIVE_INFINITY);

const controlsButLineBreaks = /(?![\n\r])[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The same, line breaks kept. Long blanks go first: a sender could keep us busy with them. */
export const cleanLines = (text: string): string => {
  const blanksShortened = wellFormed(text).replace(controlsButLineBreaks, " ").replace(/ {3,}/g, "  ");
  return someLines(blanksShortened, Number.POSITIVE_INFINITY);
};

/** The beginning of a text, no character cut in two. */
export const beginningOf = (text: string, most: number): string => [...text.slice(0, most * 2)].slice(0, most).join("");

/** Counts characters, not code units. */
export const lengthOf = (text: string): number => [...text].length;

const wellFormed = (text: string): string => text.replace(loneSurrogates, "\uFFFD").normalize("NFC");

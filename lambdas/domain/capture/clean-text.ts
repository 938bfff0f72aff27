import { oneLine, someLines } from "../text/plain-text.ts";

const loneSurrogates = /\p{Surrogate}/gu;

/** One line of well-formed text in Unicode's composed form, without control characters. */
export const cleanLine = (text: string): string => oneLine(wellFormed(text), Number.POSITIVE_INFINITY);

/** The same, line breaks kept. */
export const cleanLines = (text: string): string => someLines(wellFormed(text), Number.POSITIVE_INFINITY);

/** The beginning of a text, no character cut in two. */
export const beginningOf = (text: string, most: number): string => [...text.slice(0, most * 2)].slice(0, most).join("");

/** Counts characters, not code units. */
export const lengthOf = (text: string): number => [...text].length;

const wellFormed = (text: string): string => text.replace(loneSurrogates, "\uFFFD").normalize("NFC");

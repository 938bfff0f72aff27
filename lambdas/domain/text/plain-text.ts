import { formatCharacters } from "./normal-form.ts";

/**
 * Text by others, made safe for a page, a mail or its subject: bounded, without control characters (a line
 * break in a subject would begin a new header) and without characters of format, some of which turn the direction of the
 * text around them.
 */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const controlsButLineBreaks = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The text in one line of at most this many characters. */
export const oneLine = (text: string, most: number): string =>
  bounded(text.replace(formatCharacters, "").replace(breaks, " ").replace(/ {2,}/g, " ").trim(), most);

/** The text with its line breaks, at most one empty line at a time, and at most this many characters. */
export const someLines = (text: string, most: number): string => {
  const lines = text.replace(/\r\n?/g, "\n").replace(formatCharacters, "").replace(controlsButLineBreaks, " ");
  return bounded(
    lines
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    most,
  );
};

/** Counts characters, not code units: nothing is cut in two. */
const bounded = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
};

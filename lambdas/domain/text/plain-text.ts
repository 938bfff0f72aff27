/**
 * Text by others, made safe for a page, a mail or its subject: bounded, without control characters (a line
 * break in a subject would begin a new header) and without marks that turn the direction of the text around it.
 */
const turningMarks = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const controlsButLineBreaks = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The text in one line of at most this many characters. */
export const oneLine = (text: string, most: number): string =>
  bounded(text.replace(turningMarks, "").replace(breaks, " ").replace(/ {2,}/g, " ").trim(), most);

/** The text with its line breaks, at most one empty line at a time, and at most this many characters. */
export const someLines = (text: string, most: number): string => {
  const lines = text.replace(/\r\n?/g, "\n").replace(turningMarks, "").replace(controlsButLineBreaks, " ");
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

import { normalForm, tamed } from "../text/normal-form.ts";
import { oneLine, someLines } from "../text/plain-text.ts";

/**
 * One line of well-formed text in Unicode's composed form, without control characters.
 * @param most characters that the caller takes: of a longer text there is at least one more, and not much
 */
export const cleanLine = (text: string, most: number): string =>
  text.length <= most && plainLine.test(text) ? text : composed(oneLine(tamed(text), all), most);

/** Most texts are words of ASCII with one blank between, and are clean already. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;

/** The same, line breaks kept. */
export const cleanLines = (text: string, most: number): string => composed(someLines(tamed(text), all), most);

/** The beginning of a text, no character cut in two. */
export const beginningOf = (text: string, most: number): string => [...text.slice(0, most * 2)].slice(0, most).join("");

/** Counts characters, not code units. */
export const lengthOf = (text: string): number => [...text].length;

const all = Number.POSITIVE_INFINITY;

/** A composed character is made of at most so many code units. */
const mostUnits = 4;

const composed = (text: string, most: number): string => normalForm(text, "NFC", (most + 1) * mostUnits);

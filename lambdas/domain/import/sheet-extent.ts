import type { Unreadable } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";

/** Rows of a sheet, by its format. */
const mostSheetRows = 1_048_576;
/** Empty rows and a title may stand among those of the list. */
const mostRows = limits.importRows + 1000;

/** Bytes that are looked at together. */
const step = 1024 * 1024;
/** Characters of the longest tag of a cell. */
const longestTag = 300;

/**
 * Why a sheet is larger than a list may be, found before its cells are laid out as rows: one cell at the far corner of an
 * otherwise empty sheet would make thousands of millions of them. Formats without a value do not count.
 */
export const beyondExtent = (xml: Uint8Array): Unreadable | undefined => {
  const decoder = new TextDecoder("latin1");
  let rest = "";
  for (let at = 0; at < xml.length; at += step) {
    const text = rest + decoder.decode(xml.subarray(at, at + step));
    const because = beyondIn(text);
    if (because !== undefined) return because;
    rest = text.slice(-longestTag);
  }
  return undefined;
};

const beyondIn = (text: string): Unreadable | undefined => {
  for (const [, row = ""] of text.matchAll(/<(?:\w{1,20}:)?row\s[^<>]{0,250}?\br="(\d+)"/g))
    if (Number(row) > mostSheetRows) return "damaged";
  for (const [, column = "", row = ""] of text.matchAll(
    /<(?:\w{1,20}:)?c\s(?:[^<>]{0,100}?\s)?r="([A-Z]+)(\d+)"[^<>]{0,100}(?<!\/)>/g,
  )) {
    if (columnOf(column) > limits.importColumns) return "too-many-columns";
    if (Number(row) > mostRows) return Number(row) > mostSheetRows ? "damaged" : "too-many-rows";
  }
  return undefined;
};

/** Counted from 1: A is 1, AA is 27. */
const columnOf = (letters: string): number =>
  letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

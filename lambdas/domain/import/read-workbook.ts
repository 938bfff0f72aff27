import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import type { Unreadable } from "../../contract/imports.ts";
import { beyondExtent } from "./sheet-extent.ts";
import { unpackWorkbook } from "./unpack-workbook.ts";
import { isWorkbookPart, type SheetPart, sheetsOf } from "./workbook-parts.ts";

export type ReadWorkbook =
  | {
      readonly ok: true;
      readonly sheets: readonly string[];
      readonly sheet: string;
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly ok: false; readonly because: Unreadable };

/** Bytes of the files that say what is in a workbook. */
const indexBytes = 4 * 1024 * 1024;

/**
 * The rows of a workbook's sheet: the one that is asked for, else the first that can be seen and has something in it. Of a
 * formula the value counts that the spreadsheet has kept: nothing is computed.
 */
export const readWorkbook = async (bytes: Uint8Array, asked?: string): Promise<ReadWorkbook> => {
  const index = unpackWorkbook(bytes, isWorkbookPart, indexBytes);
  if (!index.ok) return index;
  const all = sheetsOf(index.files);
  if (all === undefined) return { ok: false, because: otherArchive(index.names) };
  const shown = all.filter(({ isHidden }) => !isHidden);
  const wanted = asked === undefined ? shown.slice(0, mostTried) : all.filter(({ name }) => name === asked);
  if (wanted.length === 0) return { ok: false, because: asked === undefined ? "empty" : "no-such-sheet" };
  const sheets = all.map(({ name }) => name);
  for (const part of wanted) {
    const read = await rowsOf(bytes, part);
    if (!read.ok) return read;
    if (read.rows.length > 0 || asked !== undefined) return { ok: true, sheets, sheet: part.name, rows: read.rows };
  }
  return { ok: false, because: "empty" };
};

/** Empty sheets that are passed over. */
const mostTried = 5;

/** Other programs' archives, and other formats of Excel, are no list; a form of it that is one can be saved. */
const otherArchive = (names: readonly string[]): Unreadable =>
  names.some((name) => /^(?:mimetype|content\.xml|xl\/workbook\.bin|Index\/.*\.iwa|Index\.zip)$/.test(name))
    ? "other-spreadsheet"
    : "not-a-list";

const rowsOf = async (bytes: Uint8Array, { name, path }: SheetPart) => {
  const isNeeded = (file: string) =>
    isWorkbookPart(file) || file === path || /^xl\/(?:sharedStrings|styles)\.xml$/i.test(file);
  const unpacked = unpackWorkbook(bytes, isNeeded);
  if (!unpacked.ok) return unpacked;
  const because = beyondExtent(unpacked.files.get(path) ?? new Uint8Array());
  if (because !== undefined) return { ok: false as const, because };
  const bounded = zipSync(Object.fromEntries(unpacked.files), { level: 0 });
  try {
    const rows = await readSheet(bounded.buffer, name, { parseNumber: numberText, trim: true });
    return { ok: true as const, rows: withoutEnd(rows.map((row) => row.map(cellText))) };
  } catch {
    // What the library makes of a broken sheet are errors of many kinds: none of them is ours.
    return { ok: false as const, because: "damaged" as const };
  }
};

/** A number as the sheet has it: a telephone's figures are not rounded. */
const numberText = (text: string): string => {
  const plain = /e/i.test(text)
    ? Number(text).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
  // With a decimal point and three digits after it, it might be read as thousands.
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
};

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return "";
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
};

const withoutEnd = (rows: readonly string[][]): string[][] => {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ""));
  return rows.slice(0, last + 1);
};

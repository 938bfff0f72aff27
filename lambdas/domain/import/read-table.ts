import type { ReadAsked, ReadAsList, Unreadable } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";
import { decodeList } from "./list-text.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A list as rows of texts. */
export interface ListTable {
  readonly read: ReadAsList;
  /**
   * `rows[0]` is row 1 of the spreadsheet, empty rows among them; the cells are trimmed, and a row ends with its last value.
   */
  readonly rows: readonly (readonly string[])[];
}

export type ReadTable =
  | { readonly ok: true; readonly table: ListTable }
  | { readonly ok: false; readonly because: Unreadable };

/**
 * Reads a list, whatever its name says: CSV in any encoding and with any separator, or a sheet of a workbook. Time and memory
 * are bounded by `limits.import…`, whatever is in the file.
 * @param asked how a colleague says that it is to be read, where the guess is wrong
 */
export const readTable = async (bytes: Uint8Array, asked: ReadAsked = {}): Promise<ReadTable> => {
  if (bytes.length > limits.importBytes) return { ok: false, because: "too-large" };
  if (bytes.length === 0) return { ok: false, because: "empty" };
  if (startsWith(bytes, zipped)) return ofWorkbook(bytes, asked);
  const because = asked.encoding === undefined || startsWith(bytes, compound) ? noList(bytes) : undefined;
  return because === undefined ? ofText(bytes, asked) : { ok: false, because };
};

const zipped = [0x50, 0x4b, 0x03, 0x04];
/** Microsoft's compound file: Excel before 2007, and any workbook with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const ofWorkbook = async (bytes: Uint8Array, { sheet: wanted }: ReadAsked): Promise<ReadTable> => {
  const read = await readWorkbook(bytes, wanted);
  if (!read.ok) return read;
  const { sheets, sheet, rows } = read;
  return bounded({ format: "xlsx", sheets: [...sheets], sheet }, rows);
};

const ofText = (bytes: Uint8Array, asked: ReadAsked): ReadTable => {
  const { text, encoding } = decodeList(bytes, asked.encoding);
  const beginning = text.slice(0, sample).trimStart();
  if (/^<(?:!doctype\s+html|html|table|meta|head|body|div|style)\b/i.test(beginning))
    return { ok: false, because: "web-page" };
  if (/^<\?xml\b/i.test(beginning)) return { ok: false, because: "other-spreadsheet" };
  if (/^(?:[{[]\s*["{[]|\{\\rtf|%PDF|BEGIN:)/.test(beginning) || hasControls(beginning))
    return { ok: false, because: "not-a-list" };
  if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, because: "empty" };
  const read = readCsv(text, asked.separator);
  return read.ok ? bounded({ format: "csv", encoding, separator: read.separator }, read.rows) : read;
};

/** Characters by which a text is told from something else. */
const sample = 2000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
const controls = /[\u0000-\u0008\u000e-\u001f]/g;
const hasControls = (text: string): boolean => (text.match(controls) ?? []).length > text.length / 100;

/** A compound file names its parts in UTF-16. */
const noList = (bytes: Uint8Array): Unreadable | undefined => {
  if (!startsWith(bytes, compound)) return undefined;
  const names = new TextDecoder("latin1").decode(bytes).replaceAll("\u0000", "");
  return names.includes("EncryptedPackage") ? "password-protected" : "old-excel";
};

const bounded = (read: ReadAsList, rows: readonly (readonly string[])[]): ReadTable => {
  const clean = rows.map(cleanRow);
  const last = clean.findLastIndex(({ length }) => length > 0);
  if (last < 0) return { ok: false, because: "empty" };
  if (clean.reduce((sum, { length }) => sum + Math.min(length, 1), 0) > limits.importRows + mostAbove)
    return { ok: false, because: "too-many-rows" };
  if (clean.some(({ length }) => length > limits.importColumns)) return { ok: false, because: "too-many-columns" };
  return { ok: true, table: { read, rows: clean.slice(0, last + 1) } };
};

/** Rows of a title and a header. */
const mostAbove = 50;

const cleanRow = (cells: readonly string[]): readonly string[] => {
  const clean = cells.map((cell) => cell.slice(0, limits.importCellCharacters).trim());
  return clean.slice(0, clean.findLastIndex((cell) => cell !== "") + 1);
};

import type { Language } from "../../contract/stages.ts";

/** `null` is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A file (RFC 4180) that a spreadsheet set to the reader's language opens directly: with a byte order mark for UTF-8 and,
 * where the decimal sign is a comma, semicolons between the cells. Numbers are not rounded as on the page.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[], language: Language): string => {
  const [separator, decimal] = language === "es" ? [";", ","] : [",", "."];
  const cellOf = (cell: CsvCell): string => {
    if (cell === null) return "";
    return typeof cell === "number" ? digitsOf(cell).replace(".", decimal) : quoted(harmless(cell));
  };
  return `\uFEFF${rows.map((cells) => cells.map(cellOf).join(separator)).join("\r\n")}\r\n`;
};

/** Without thousands separators, exponents or binary rounding errors. */
const digitsOf = (value: number): string =>
  value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 6 });

/** Spreadsheets run a cell that begins like a formula, and leads can type one into a form: an apostrophe stops that. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isPlain.test(text) ? `'${text}` : text;

/**
 * A negative number, and phones whose groups of digits stand apart: no spreadsheet runs these, nor changes their digits.
 */
const isPlain = /^(?:-\d+(?:[.,]\d+)?|(?:(?:^|, )\+\d+(?: \d+)+(?: ext\. \d+)?)+)$/;

const quoted = (text: string): string => (/[",;'\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import type { Language } from "../../../lambdas/contract/stages.ts";

/** `null`: there is nothing to say. */
export type CsvCell = string | number | null;

/**
 * A file that a spreadsheet of the reader's country opens as it is: with the mark by which it knows UTF-8, and where the
 * comma is the decimal sign, with semicolons between the cells. Numbers are not rounded for show.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[], language: Language): string => {
  const [separator, decimal] = language === "es" ? [";", ","] : [",", "."];
  const cellOf = (cell: CsvCell): string => {
    if (cell === null) return "";
    return typeof cell === "number" ? digitsOf(cell).replace(".", decimal) : quoted(harmless(cell));
  };
  return `\uFEFF${rows.map((cells) => cells.map(cellOf).join(separator)).join("\r\n")}\r\n`;
};

/** Without thousands, exponents or the dust of binary fractions. */
const digitsOf = (value: number): string =>
  value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 6 });

/** A cell that begins like a formula would be run by spreadsheets, with what a lead has typed into a form. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;'\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

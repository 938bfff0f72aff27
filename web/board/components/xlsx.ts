import writeExcelFile from "write-excel-file/universal";
import type { Export } from "../../../lambdas/contract/board-export.ts";

type Cell = Export["rows"][number][number];
type Column = Export["columns"][number];

/** A workbook with one sheet: typed cells, the headings in bold and always in sight, columns as wide as what is in them. */
export const xlsxOf = ({ columns, rows }: Export): Promise<Blob> => {
  const headings = columns.map(({ label }) => ({ value: label, type: String, fontWeight: "bold" as const }));
  const body = rows.map((row) => columns.map((column, i) => cellOf(column, row[i] ?? null)));
  return writeExcelFile([headings, ...body], {
    columns: columns.map((column, i) => ({ width: widthOf(column, rows, i) })),
    stickyRowsCount: 1,
  }).toBlob();
};

const cellOf = ({ type }: Column, value: Cell) => {
  if (value === null) return null;
  if (typeof value === "number") return { value, type: Number };
  const at = type === "time" ? Date.parse(`${value.replace(" ", "T")}Z`) : Number.NaN;
  return Number.isNaN(at)
    ? { value: fitting(value), type: String }
    : { value: new Date(at), type: Date, format: "yyyy-mm-dd hh:mm" };
};

/** No XML can hold control characters, and no cell more than this. */
const fitting = (text: string): string => text.replaceAll(unfit, "").slice(0, longestCell);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
const longestCell = 32_767;

/** In characters; of the first rows, which are like the others. */
const widthOf = ({ label, type }: Column, rows: Export["rows"], i: number): number => {
  if (type === "time") return 17;
  const lengths = rows.slice(0, 200).map((row) => String(row[i] ?? "").length);
  return Math.min(60, Math.max(8, label.length + 2, ...lengths.map((length) => length + 1)));
};

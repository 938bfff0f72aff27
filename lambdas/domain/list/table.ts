import type { Export } from "../../contract/board-export.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";

export type TableCell = Export["rows"][number][number];

/** A column of a file, and its cell in a row. */
export interface TableColumn<Row> {
  readonly label: string;
  readonly type: Export["columns"][number]["type"];
  /** `undefined`: an empty cell. */
  readonly cell: (row: Row) => string | number | undefined;
}

/** Makes columns that are called by these words in the reader's language. */
export const columnIn =
  <Name extends string>(words: Readonly<Record<Name, Bilingual>>, language: Language) =>
  <Row>(name: Name, cell: TableColumn<Row>["cell"], type: TableColumn<Row>["type"] = "text"): TableColumn<Row> => ({
    label: words[name][language],
    type,
    cell,
  });

/** How many rows a file has at most, and how many bytes its rows have as JSON: a function answers with 6 MB at most. */
const most = { rows: 10_000, bytes: 4_500_000 };
export const mostExported = most.rows;
const encoder = new TextEncoder();

/** @param isCut the list was not read to its end */
export const tableOf = <Row>(columns: readonly TableColumn<Row>[], all: readonly Row[], isCut: boolean): Export => {
  const rows: TableCell[][] = [];
  let bytes = 0;
  for (const row of all.slice(0, most.rows)) {
    const cells = columns.map(({ cell }) => cell(row) ?? null);
    bytes += encoder.encode(JSON.stringify(cells)).byteLength;
    if (bytes > most.bytes) break;
    rows.push(cells);
  }
  return {
    columns: columns.map(({ label, type }) => ({ label, type })),
    rows,
    more: isCut || rows.length < all.length,
  };
};

/** An instant on the clocks of a zone, in a form that sorts and that every spreadsheet reads: `2026-12-01 10:30:00`. */
export const wallClock = (timeZone: string): ((iso: string | undefined) => string | undefined) => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return (iso) => (iso === undefined ? undefined : format.format(new Date(iso)));
};

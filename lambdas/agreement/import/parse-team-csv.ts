import { CsvError, parse } from "csv-parse/sync";
import { type Column, columnOf, columns, type Known, plain } from "./import-columns.ts";

/** A row of the table, as a spreadsheet counts them; what a cell leaves empty is there, and undefined. */
export interface Row {
  readonly row: number;
  readonly cells: ReadonlyMap<Column, unknown>;
}

export interface Table {
  readonly rows: readonly Row[];
  /** What the file calls a column. */
  readonly headerOf: (column: Column) => string | undefined;
}

export type ReadTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problems: string[] };

/** Reads a table with a row of headers in any order; whether `;`, `,` or tabs part the cells is seen in the headers. */
export const parseTeamCsv = (csv: string, known: Known): ReadTable => {
  const records = recordsOf(csv);
  if (records instanceof Error) return { ok: false, problems: [`the table cannot be read: ${records.message}`] };
  const [headers = [], ...others] = records;
  const named = headers.map((header) => ({ header, column: columnOf(header) }));
  const rows = others
    .map((cells, i) => ({ row: i + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const problems = [...headerProblems(named), ...rows.flatMap((each) => tooMany(each, headers))];
  if (problems.length > 0) return { ok: false, problems };
  if (rows.length === 0) return { ok: false, problems: ["row 2: missing; expected one row per rep"] };
  const read = (cells: readonly string[]): Map<Column, unknown> =>
    new Map(
      named.flatMap(({ column }, i) => {
        const cell = cells[i] ?? "";
        return column === undefined ? [] : [[column, cell === "" ? undefined : column.read(cell, known)]];
      }),
    );
  const headerOf = (wanted: Column) => named.find(({ column }) => column === wanted)?.header;
  return { ok: true, table: { rows: rows.map(({ row, cells }) => ({ row, cells: read(cells) })), headerOf } };
};

const recordsOf = (csv: string): string[][] | Error => {
  try {
    return parse(csv, { bom: true, delimiter: delimiterOf(csv), trim: true, relax_column_count: true });
  } catch (cause) {
    if (cause instanceof CsvError) return cause;
    throw cause;
  }
};

/** No header contains any of these. */
const delimiterOf = (csv: string): string => {
  const [headers = ""] = csv.split(/\r?\n/, 1);
  const count = (delimiter: string): number => headers.split(delimiter).length;
  return [";", ",", "\t"].reduce((most, other) => (count(other) > count(most) ? other : most));
};

interface NamedColumn {
  readonly header: string;
  readonly column: Column | undefined;
}

const headerProblems = (named: readonly NamedColumn[]): string[] =>
  named.flatMap(({ header, column }, i) => {
    const where = `row 1, column ${i + 1}`;
    if (column === undefined)
      return [`${where}: unknown column "${header}"; expected one of: ${columns.map(sayHeader).join(", ")}`];
    const first = named.findIndex((other) => other.column === column);
    return first === i ? [] : [`${where}: "${header}" repeats column ${first + 1}; expected each column once`];
  });

const sayHeader = ({ path }: Column): string => path.at(-1) ?? "";

const tooMany = ({ row, cells }: { row: number; cells: readonly string[] }, headers: readonly string[]): string[] =>
  cells.slice(headers.length).some((cell) => plain(cell) !== "")
    ? [`row ${row}: ${cells.length} cells; expected at most ${headers.length}, one per header`]
    : [];

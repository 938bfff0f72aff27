import "./data-table.css";
import type { ReactNode } from "react";
import type { Export } from "../../../lambdas/contract/board-export.ts";
import type { CsvCell } from "../../../lambdas/domain/list/csv.ts";
import { ExportMenu } from "./export-menu.tsx";

export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly align?: "start" | "end";
  readonly value: (row: Row) => ReactNode;
  /** The cell in the file. @default what is shown, if it is a text or a number */
  readonly csv?: (row: Row) => CsvCell;
  /** The heading in the file, where it has to say more, such as the unit. */
  readonly labelInFile?: string;
  /** In the file but not on the page. */
  readonly onlyInFile?: true;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** For screen readers only, where a heading above says the same. */
  readonly hidesCaption?: boolean;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  /** Name of the file without its ending; no file when left out. */
  readonly csvName?: string;
}

/** An accessible table that can be saved as CSV and as a workbook. */
export const DataTable = <Row,>({ caption, hidesCaption = false, columns, rows, csvName }: DataTableProps<Row>) => {
  const shown = columns.filter(({ onlyInFile }) => onlyInFile !== true);
  return (
    <div className="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="data-table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption className={hidesCaption ? "unseen" : ""}>{caption}</caption>
          <thead>
            <tr>
              {shown.map(({ id, label, align }) => (
                <th key={id} scope="col" className={classOf(align)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and no state
              <tr key={index}>
                {shown.map((column, at) => (
                  <Cell key={column.id} isHead={at === 0} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {csvName !== undefined && <ExportMenu name={csvName} table={() => tableIn(columns, rows)} />}
    </div>
  );
};

const classOf = (align: "start" | "end" | undefined): string => (align === "end" ? "data-table-end" : "");

const Cell = <Row,>({ isHead, column, row }: { isHead: boolean; column: DataColumn<Row>; row: Row }) =>
  isHead ? (
    <th scope="row" className={classOf(column.align)}>
      {column.value(row)}
    </th>
  ) : (
    <td className={classOf(column.align)}>{column.value(row)}</td>
  );

/** What the file has: the headings, and a line for each row. */
export const cellsOf = <Row,>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): CsvCell[][] => [
  columns.map(({ label, labelInFile }) => labelInFile ?? label),
  ...rows.map((row) => columns.map(({ csv, value }) => (csv === undefined ? plain(value(row)) : csv(row)))),
];

const tableIn = <Row,>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): Export => {
  const [headings = [], ...cells] = cellsOf(columns, rows);
  const typeOf = (i: number) => (cells.some((row) => typeof row[i] === "number") ? "number" : "text");
  return { columns: headings.map((label, i) => ({ label: String(label), type: typeOf(i) })), rows: cells, more: false };
};

const plain = (value: ReactNode): CsvCell => (typeof value === "string" || typeof value === "number" ? value : null);

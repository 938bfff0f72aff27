import type { OwnField } from "../../contract/agreement.ts";
import type { RowVerdict } from "../../contract/imports.ts";
import type { Language } from "../../contract/stages.ts";
import { refusedColumns } from "../../domain/import/import-targets.ts";
import { letters } from "../../domain/import/list-values.ts";
import { csvOf } from "../../domain/list/csv.ts";
import { sayVerdict } from "./say-verdict.ts";

interface RefusedRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly verdict: RowVerdict;
}

interface Beside {
  /** The list's own; columns without a name are called by their letters. */
  readonly header?: readonly string[];
  readonly ownFields?: readonly OwnField[];
}

/**
 * Rows as they were in the list, each with its number there and the reason: to be corrected and imported again, as it is. The
 * columns stand where they were.
 */
export const refusedCsv = (
  rows: readonly RefusedRow[],
  language: Language,
  { header = [], ownFields = [] }: Beside = {},
): string => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const names = Array.from({ length: width }, (_, column) => header[column] || letters(column));
  const wide = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? "");
  return csvOf(
    [
      [...names, refusedColumns.row[language], refusedColumns.reason[language]],
      ...rows.map(({ row, cells, verdict }) => [...wide(cells), row, sayVerdict(verdict, ownFields)[language]]),
    ],
    language,
  );
};

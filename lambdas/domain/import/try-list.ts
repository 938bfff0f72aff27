import type { ImportTerms, RowVerdict } from "../../contract/imports.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import { judgeRow } from "./judge-row.ts";
import { isEmptyRow, rowReader } from "./parse-row.ts";

/** A row of a list with what would become of it. */
export interface TriedRow {
  /** As a spreadsheet counts: the first is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly verdict: RowVerdict;
}

/** What would become of each row, as far as the list itself tells: who is known already is asked of the table alone. */
export const tryList = (
  rows: readonly (readonly string[])[],
  terms: ImportTerms,
  rules: CaptureRules,
): readonly TriedRow[] => {
  const { headerRows } = terms;
  const read = rowReader({ terms, header: rows[headerRows - 1] ?? [], rules });
  const seen = new Map<string, number>();
  return rows.flatMap((cells, i): TriedRow[] => {
    if (i < headerRows || isEmptyRow(cells)) return [];
    const [row, parsed] = [i + 1, read(cells)];
    const email = parsed.ok ? parsed.submission.email : undefined;
    const earlierRow = email === undefined ? undefined : seen.get(email);
    if (email !== undefined && earlierRow === undefined) seen.set(email, row);
    return [{ row, cells, verdict: judgeRow(parsed, { earlierRow }) }];
  });
};

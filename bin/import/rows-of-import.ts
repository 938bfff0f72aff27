import { writeFileSync } from "node:fs";
import { importFiles } from "../../lambdas/adapters/import-files.ts";
import { rowsPage } from "../../lambdas/board/import-rows.ts";
import type { RowVerdict } from "../../lambdas/contract/imports.ts";
import { firstRow, type Import } from "../../lambdas/domain/import/import.ts";
import type { TriedRow } from "../../lambdas/domain/import/try-list.ts";
import { refusedCsv } from "../../lambdas/views/import/refused-csv.ts";
import { CommandError } from "../frame/errors.ts";
import { type Importing, recordImport } from "./deployed-imports.ts";

/** All rows of the import with what becomes, or became, of them, or those of one verdict. */
export const rowsOf = async (
  { lists, agreement: { terms } }: Importing,
  it: Import,
  verdict?: RowVerdict["is"],
): Promise<TriedRow[]> => {
  const files = importFiles(lists, it.importId);
  const found: TriedRow[] = [];
  let cursor: string | undefined = String(firstRow(it));
  while (cursor !== undefined) {
    const page = await rowsPage(files, it, terms.fields ?? [], { verdict, cursor });
    found.push(...page.rows.map(({ row, cells = [], verdict: is }) => ({ row, cells, verdict: is })));
    cursor = page.cursor;
  }
  return found;
};

/** Writes the refused rows with their reasons, as the board hands them out. @throws {CommandError} when they are gone */
export const writeRefused = async (deps: Importing, it: Import, file: string): Promise<void> => {
  if (it.kept === "none")
    throw new CommandError(`The refused rows of ${it.importId} are kept no longer: ${file} was not written.`);
  await recordImport(deps, "refused");
  const files = importFiles(deps.lists, it.importId);
  const header = it.kept === "all" ? (await files.rows(0))?.[firstRow(it) - 1] : await files.header();
  const ownFields = deps.agreement.terms.fields ?? [];
  const csv = refusedCsv(await rowsOf(deps, it, "refused"), deps.language, { header: header ?? [], ownFields });
  writeFileSync(file, csv, { mode: 0o600 });
};

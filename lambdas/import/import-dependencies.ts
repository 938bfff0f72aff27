import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { ImportFiles } from "../adapters/import-files.ts";
import type { ListStore } from "../adapters/s3-lists.ts";
import { captureRules } from "../capture/capture-rules-of.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Import } from "../domain/import/import.ts";
import { rowReader } from "../domain/import/parse-row.ts";

/** What everything needs that goes on with an import. */
export interface ImportDependencies {
  readonly table: DynamoTable;
  readonly lists: ListStore;
  readonly agreement: Agreement;
  readonly now: () => string;
}

export type RowReader = ReturnType<typeof rowReader>;

/** Reads rows the same whenever they are taken in again: by the clock of when the import was started. */
export const readerOf = async (
  { agreement, now }: Pick<ImportDependencies, "agreement" | "now">,
  files: ImportFiles,
  { terms, startedAt }: Pick<Import, "terms" | "startedAt">,
): Promise<RowReader> => {
  if (terms === undefined) throw new Error("an import without terms has no rows to read");
  const rules = captureRules({ agreement, siteOrigins: [], now: () => startedAt ?? now() });
  const header = terms.headerRows === 0 ? undefined : (await files.rows(0))?.[terms.headerRows - 1];
  return rowReader({ terms, header: header ?? [], rules });
};

/** `import` as it should be next, and whether a function goes on with it at once. */
export interface Step {
  readonly next: Import;
  readonly goesOn: boolean;
}

import { isPassing } from "../adapters/dynamo-faults.ts";
import { type Known, readKnown } from "../adapters/dynamo-known.ts";
import { log } from "../adapters/logger.ts";
import { storeForm } from "../capture/store-form.ts";
import type { RowVerdict } from "../contract/imports.ts";
import { filledBy } from "../domain/import/filled-by.ts";
import type { Import } from "../domain/import/import.ts";
import { judgeRow, takenRow } from "../domain/import/judge-row.ts";
import type { ParsedRow } from "../domain/import/parse-row.ts";
import { type RowIds, rowIds } from "../domain/import/row-ids.ts";
import type { ImportDependencies } from "./import-dependencies.ts";
import { inParallel } from "./in-parallel.ts";

/** A row that may become a lead. */
export interface RowToTake {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly parsed: Extract<ParsedRow, { ok: true }>;
}

/**
 * Takes in rows of different addresses, each once, however often it is asked to; says what became of them. What a row itself
 * is to blame for is said of it, and the list goes on; what is ours is thrown, and tried again.
 */
export const takeEach = async (
  deps: ImportDependencies,
  it: Import,
  rows: readonly RowToTake[],
): Promise<RowVerdict[]> => {
  const emails = rows.map(({ parsed }) => parsed.submission.email);
  const before = await readKnown(deps.table, emails);
  const stored = await inParallel(rows, (each) => store(deps, it, each, before.get(each.parsed.submission.email)));
  const after = await readKnown(deps.table, emails);
  return rows.map(({ parsed }, i): RowVerdict => {
    const ids = stored[i];
    return ids === undefined ? notStorable : becameOf(parsed, ids, after.get(parsed.submission.email) ?? {});
  });
};

const notStorable: RowVerdict = { is: "refused", because: "not-storable" };

/** @returns `undefined` when the table does not take it, and never will */
const store = async (
  deps: ImportDependencies,
  { importId, terms, correlationId }: Import,
  { row, parsed }: RowToTake,
  known: Known | undefined,
): Promise<RowIds | undefined> => {
  const ids = rowIds(importId, row, parsed.submission.email);
  const submission = takenRow(parsed.submission, judgeRow(parsed, known ?? {}));
  const at = terms?.engagement?.at;
  try {
    await storeForm(deps, {
      submission: { ...submission, importId, did: submission.did?.map((each) => ({ ...each, at })) },
      submissionId: ids.submissionId,
      leadId: ids.leadId,
      referenceId: ids.referenceId,
      at: deps.now(),
      correlationId,
      isLimited: false,
      isAnswered: false,
      fingerprints: [ids.fingerprint],
    });
    return ids;
  } catch (error) {
    if (isPassing(error) || isRefusedToUs(error)) throw error;
    log.error("A row of an import could not be stored", { code: "import-row-refused", importId, row }, error);
    return undefined;
  }
};

/** It would be the same with every row: a permission that is missing, say. */
const isRefusedToUs = (error: unknown): boolean =>
  error instanceof Error && /^(AccessDenied|UnrecognizedClient|ExpiredToken|ResourceNotFound)/.test(error.name);

const becameOf = (parsed: ParsedRow, { leadId, submissionId }: RowIds, after: Known): RowVerdict => {
  const { known, suppression } = after;
  // Erased at this very moment.
  if (known === undefined) return { is: "refused", because: "erased" };
  if (known.leadId === leadId) {
    const verdict = judgeRow(parsed, { suppression });
    return verdict.is === "new" ? { ...verdict, leadId } : verdict;
  }
  const verdict = judgeRow(parsed, after);
  return verdict.is === "known" ? { ...verdict, ...filledBy(known, submissionId) } : verdict;
};

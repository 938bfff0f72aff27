import { readKnown } from "../adapters/dynamo-known.ts";
import { type ImportFiles, type ListRows, portionOf, type Verdicts } from "../adapters/import-files.ts";
import type { RowVerdict } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import { countVerdicts, noCounts } from "../domain/import/count-verdicts.ts";
import { awaiting, firstRow, type Import, leaseUntil } from "../domain/import/import.ts";
import { judgeRow } from "../domain/import/judge-row.ts";
import { isEmptyRow } from "../domain/import/parse-row.ts";
import { addressHash } from "../domain/nurture/suppression.ts";
import { type ImportDependencies, type RowReader, readerOf, type Step } from "./import-dependencies.ts";
import { inParallel } from "./in-parallel.ts";

/** Portions that are tried between two writes of the import: some seconds. */
const together = 20;

/** Says of some portions what would become of each row. Nothing is written but what it says: again with the same result. */
export const tryRows = async (deps: ImportDependencies, files: ImportFiles, it: Import): Promise<Step> => {
  const { lines = 0 } = it;
  const first = portionOf(it.cursor);
  const portions = Array.from({ length: together }, (_, i) => first + i).filter(
    (p) => p * limits.importPortion < lines,
  );
  const seen = new Map(Object.entries(it.cursor === firstRow(it) ? {} : ((await files.seen()) ?? {})));
  const all = await inParallel(portions, async (portion) => ({ portion, rows: (await files.rows(portion)) ?? [] }));
  const reader = await readerOf(deps, files, it);
  let counts = it.counts ?? noCounts;
  for (const each of all) {
    const verdicts = await judged(deps, it, reader, each, seen);
    await files.putTried(each.portion, verdicts);
    counts = countVerdicts(counts, verdicts);
  }
  // An earlier try of the same rows has perhaps stored it: what it has of rows from here on is found again.
  await files.putSeen(Object.fromEntries(seen));
  const cursor = Math.min(lines, (first + together) * limits.importPortion);
  const tried = { ...it, cursor, counts, restarts: undefined };
  if (cursor >= lines) return { next: awaiting(tried, "tried", deps.now()), goesOn: false };
  return { next: { ...tried, dueAt: leaseUntil(deps.now()) }, goesOn: true };
};

/** @param seen the row of each address so far: gets those of this portion */
const judged = async (
  deps: ImportDependencies,
  it: Import,
  reader: RowReader,
  { portion, rows }: { readonly portion: number; readonly rows: ListRows },
  seen: Map<string, number>,
): Promise<Verdicts> => {
  const base = portion * limits.importPortion;
  const parsed = rows.map((cells, i) => {
    if (base + i < firstRow(it)) return null;
    if (cells === null) return "erased" as const;
    return isEmptyRow(cells) ? null : reader(cells);
  });
  const emails = parsed.flatMap((row) => (row !== null && row !== "erased" && row.ok ? [row.submission.email] : []));
  const known = await readKnown(deps.table, emails);
  return parsed.map((row, i): RowVerdict | null => {
    if (row === null) return null;
    if (row === "erased") return { is: "refused", because: "erased" };
    if (!row.ok) return judgeRow(row, {});
    const { email } = row.submission;
    const [number, hash] = [base + i + 1, addressHash(email)];
    const earlier = seen.get(hash);
    const earlierRow = earlier !== undefined && earlier < number ? earlier : undefined;
    if (earlierRow === undefined) seen.set(hash, number);
    return judgeRow(row, { ...known.get(email), earlierRow });
  });
};

import { type ImportFiles, portionOf } from "../adapters/import-files.ts";
import type { Unreadable } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import { awaiting, hasToForget, type Import } from "../domain/import/import.ts";
import { listMailboxes } from "../domain/import/list-mailboxes.ts";
import { readTable } from "../domain/import/read-table.ts";
import type { ImportDependencies, Step } from "./import-dependencies.ts";
import { inParallel } from "./in-parallel.ts";

/** Reads the file that was uploaded, and stores its rows in portions: again with the same result. */
export const readList = async ({ now }: ImportDependencies, files: ImportFiles, it: Import): Promise<Step> => {
  const bytes = await files.upload();
  if (bytes === undefined) return unreadable(it, "file-gone", now());
  const read = await readTable(bytes, it.asked);
  if (!read.ok) return unreadable(it, read.because, now());
  const { rows, read: as } = read.table;
  // Before the rows: an erasure must find whatever is there.
  await files.putMailboxes(listMailboxes(rows, portionOf));
  const portions = Math.ceil(rows.length / limits.importPortion);
  await inParallel(
    Array.from({ length: portions }, (_, portion) => portion),
    (portion) =>
      files.putRows(portion, rows.slice(portion * limits.importPortion, (portion + 1) * limits.importPortion)),
  );
  const next = {
    ...awaiting(it, "mapping", now()),
    read: as,
    lines: rows.length,
    portions: Math.max(portions, it.portions ?? 0),
    unreadable: undefined,
  };
  return { next, goesOn: hasToForget(next) };
};

const unreadable = (it: Import, because: Unreadable, now: string): Step => ({
  next: { ...awaiting(it, "unreadable", now), unreadable: because },
  goesOn: false,
});

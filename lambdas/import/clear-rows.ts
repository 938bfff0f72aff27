import type { ImportFiles } from "../adapters/import-files.ts";
import { limits } from "../contract/limits.ts";
import { type Import, later, leaseUntil } from "../domain/import/import.ts";
import type { ImportDependencies, Step } from "./import-dependencies.ts";
import { inParallel } from "./in-parallel.ts";

/** Portions that are removed between two writes of the import. */
const together = 40;

/**
 * Removes the rows of an import that has ended: first all but those that were refused, which a colleague may want to mend;
 * once it can no longer be undone, these and what is known of the others too.
 */
export const clearRows = async ({ now }: ImportDependencies, files: ImportFiles, it: Import): Promise<Step> => {
  const { portions = 0, cleared = 0 } = it;
  const some = Array.from({ length: together }, (_, i) => cleared + i).filter((portion) => portion < portions);
  await inParallel(some, (portion) =>
    it.kept === "all" ? keepRefused(files, it, portion) : removeAll(files, portion),
  );
  if (cleared + together < portions)
    return { next: { ...it, cleared: cleared + together, dueAt: leaseUntil(now()) }, goesOn: true };
  await files.remove("seen");
  await files.removeUpload();
  if (it.kept === "refused" || it.endedAt === undefined) {
    await files.remove("mailboxes");
    await files.remove("header");
    return { next: { ...it, kept: "none", cleared: undefined, dueAt: undefined }, goesOn: false };
  }
  const undoUntil = later(it.endedAt, "importUndo");
  return { next: { ...it, kept: "refused", cleared: undefined, dueAt: undoUntil, restarts: undefined }, goesOn: false };
};

const keepRefused = async (files: ImportFiles, { terms }: Import, portion: number): Promise<void> => {
  const [rows, done = []] = await Promise.all([files.rows(portion), files.done(portion)]);
  const base = portion * limits.importPortion;
  const refused = (rows ?? []).flatMap((cells, i) => {
    const verdict = done[i];
    return cells === null || verdict?.is !== "refused" ? [] : [{ row: base + i + 1, cells, verdict }];
  });
  const header = portion === 0 ? rows?.[(terms?.headerRows ?? 0) - 1] : undefined;
  if (header) await files.putHeader(header);
  // Removed only after they are stored: then it can be done again from the beginning.
  if (refused.length > 0) await files.putRefused(portion, refused);
  await files.remove(`rows/${portion}`);
  await files.remove(`tried/${portion}`);
};

const removeAll = async (files: ImportFiles, portion: number): Promise<void> => {
  await files.remove(`refused/${portion}`);
  await files.remove(`done/${portion}`);
};

import { randomUUID } from "node:crypto";
import { untilWritten } from "../adapters/contention.ts";
import { beginErasure, readErasure } from "../adapters/dynamo-erasure.ts";
import { readLeadKept } from "../adapters/dynamo-lead-kept.ts";
import { type ImportFiles, portionOf } from "../adapters/import-files.ts";
import type { KeptBecause } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import { erasureOf, undoneBy } from "../domain/erasure/erasure.ts";
import { ended, type Import, leaseUntil } from "../domain/import/import.ts";
import { keptFor } from "../domain/import/untouched.ts";
import { eraseAtOnce } from "../erasure/erase.ts";
import type { ImportDependencies, Step } from "./import-dependencies.ts";
import { inParallel } from "./in-parallel.ts";

/** Leads that are named among those which stay. */
const mostNamed = 100;

/** Erases those leads of one portion that the import has added, unless somebody has done something with them since. */
export const undoRows = async (deps: ImportDependencies, files: ImportFiles, it: Import): Promise<Step> => {
  const { lines = 0, cursor, undone = { erased: 0, kept: {}, leads: [] } } = it;
  const portion = portionOf(cursor);
  const done = (await files.done(portion)) ?? [];
  const added = done.flatMap((row) => (row?.is === "new" && row.leadId !== undefined ? [row.leadId] : []));
  const fates = await inParallel(added, (leadId) => undoOne(deps, it, leadId));
  const staying = fates.flatMap(({ leadId, because }) => (because === undefined ? [] : [{ leadId, because }]));
  const kept = { ...undone.kept };
  for (const { because } of staying) kept[because] = (kept[because] ?? 0) + 1;
  const next: Import = {
    ...it,
    cursor: Math.min(lines, (portion + 1) * limits.importPortion),
    restarts: undefined,
    dueAt: leaseUntil(deps.now()),
    undone: {
      erased: undone.erased + fates.length - staying.length,
      kept,
      leads: [...undone.leads, ...staying].slice(0, mostNamed),
    },
  };
  return { next: next.cursor >= lines ? ended(next, "undone", deps.now()) : next, goesOn: true };
};

interface Fate {
  readonly leadId: string;
  /** Why it stays; `undefined`: it is erased. */
  readonly because?: KeptBecause;
}

/** What the journey does with the lead at that moment keeps nobody: it is looked at again, as it is then. */
const undoOne = ({ table, now }: ImportDependencies, { importId }: Import, leadId: string): Promise<Fate> =>
  untilWritten(async (): Promise<Fate | undefined> => {
    const by = undoneBy(importId);
    const kept = await readLeadKept(table, leadId);
    if (kept === undefined) {
      const begun = await readErasure(table, leadId);
      if (begun?.by !== by) return { leadId, because: "gone" };
      await eraseAtOnce(table, begun);
      return { leadId };
    }
    const { lead, moves } = kept;
    const because = keptFor(kept, lead.firstForm ?? "");
    if (because !== undefined) return { leadId, because };
    const erasure = erasureOf(lead, { erasureId: randomUUID(), by, at: now() });
    if (!(await beginErasure(table, lead, erasure, [], moves))) return undefined;
    await eraseAtOnce(table, erasure);
    return { leadId };
  });

import { takeRoom } from "../adapters/dynamo-imports.ts";
import { countWaiting } from "../adapters/dynamo-waiting.ts";
import { type ImportFiles, portionOf, type Verdicts } from "../adapters/import-files.ts";
import { importPaceOf } from "../contract/agreed-limits.ts";
import type { RowVerdict } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import { countVerdicts, noCounts } from "../domain/import/count-verdicts.ts";
import { awaiting, ended, type Import, leaseUntil } from "../domain/import/import.ts";
import { judgeRow } from "../domain/import/judge-row.ts";
import { roomFrom } from "../domain/import/pace.ts";
import { mailboxHash } from "../domain/nurture/asked-address.ts";
import { mailboxesBeingErased } from "./being-erased.ts";
import { type ImportDependencies, readerOf, type Step } from "./import-dependencies.ts";
import { type RowToTake, takeEach } from "./take-row.ts";

/** Rows that are taken in between two looks at the pace, and at what a colleague wants. */
const together = 50;
/** As few are not worth a message. */
const fewest = 10;
/** Milliseconds after which it is looked again whether fewer MQLs wait. */
const lookAgain = 60_000;

/**
 * One step of an import that runs: first it is written how many rows come next, then they are taken in, then that they are.
 * Whoever goes on after a fault begins with the same rows, of which each is taken in once.
 */
export const takeRows = async (deps: ImportDependencies, files: ImportFiles, it: Import): Promise<Step> => {
  if (it.taking !== undefined) return taken(deps, files, it, it.taking);
  const now = deps.now();
  const { lines = 0, cursor } = it;
  if (it.wish === "stop") return { next: ended(it, "stopped", now), goesOn: true };
  if (it.wish === "pause") return { next: awaiting(it, "paused", now), goesOn: false };
  if (cursor >= lines) return { next: ended(it, "done", now), goesOn: true };
  const pace = importPaceOf(deps.agreement.terms);
  if ((await countWaiting(deps.table)) >= pace.pauseAtWaiting)
    return { next: { ...it, holds: "waiting", restarts: undefined, dueAt: leaseUntil(now, lookAgain) }, goesOn: false };
  const inPortion = limits.importPortion - (cursor % limits.importPortion);
  const most = Math.min(together, inPortion, lines - cursor);
  const { rows, left } = await takeRoom(deps.table, most, pace, now);
  if (rows === 0) {
    const dueAt = roomFrom(left, Math.min(fewest, most), pace, now);
    return { next: { ...it, holds: "pace", restarts: undefined, dueAt }, goesOn: false };
  }
  return { next: { ...it, taking: rows, holds: undefined, dueAt: leaseUntil(now) }, goesOn: true };
};

const taken = async (deps: ImportDependencies, files: ImportFiles, it: Import, rows: number): Promise<Step> => {
  const { cursor, lines = 0 } = it;
  const portion = portionOf(cursor);
  const [list = [], tried = [], before = []] = await Promise.all([
    files.rows(portion),
    files.tried(portion),
    files.done(portion),
  ]);
  const base = portion * limits.importPortion;
  const from = cursor - base;
  const reader = await readerOf(deps, files, it);
  const erased = await mailboxesBeingErased(deps.table);
  const each = Array.from({ length: rows }, (_, i): RowVerdict | RowToTake | null => {
    const [cells, said = null] = [list[from + i], tried[from + i]];
    if (cells === null) return isErased;
    if (said === null || said.is === "refused") return said;
    if (cells === undefined) throw new Error("rows of an import are gone");
    const parsed = reader(cells);
    if (!parsed.ok) return judgeRow(parsed, {});
    return erased.has(mailboxHash(parsed.submission.email)) ? isErased : { row: base + from + i + 1, parsed };
  });
  const verdicts = await takeEach(deps, it, each.filter(isToTake));
  const fresh = each.map((row) => (isToTake(row) ? (verdicts.shift() ?? null) : row));
  const done: Verdicts = Array.from({ length: Math.min(limits.importPortion, lines - base) }, (_, i) =>
    i >= from && i < from + rows ? (fresh[i - from] ?? null) : (before[i] ?? null),
  );
  await files.putDone(portion, done);
  const counts = countVerdicts(it.counts ?? noCounts, fresh);
  const next = { ...it, taking: undefined, cursor: cursor + rows, counts, restarts: undefined };
  return { next: { ...next, dueAt: leaseUntil(deps.now()) }, goesOn: true };
};

const isErased: RowVerdict = { is: "refused", because: "erased" };

const isToTake = (row: RowVerdict | RowToTake | null): row is RowToTake => row !== null && "parsed" in row;

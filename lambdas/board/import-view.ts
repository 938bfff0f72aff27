import { type ImportFiles, importFiles } from "../adapters/import-files.ts";
import type { ListStore } from "../adapters/s3-lists.ts";
import { importPaceOf } from "../contract/agreed-limits.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { ImportCard, ImportView } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import { kindsOfLists } from "../domain/import/check-terms.ts";
import { guessMapping } from "../domain/import/guess-mapping.ts";
import { actionsNow, firstRow, type Import, undoUntilOf } from "../domain/import/import.ts";
import { besideFields, importFields } from "../domain/import/import-targets.ts";
import { endsAbout } from "../domain/import/pace.ts";
import { sayImport } from "../views/import/say-import.ts";
import { targetLabels } from "../views/import/target-labels.ts";

export const importCard = (it: Import): ImportCard => {
  const { importId, state, by, at, fileName, terms, lines, counts, endedAt } = it;
  return {
    importId,
    state,
    by,
    at,
    fileName,
    origin: terms?.origin,
    rows: lines === undefined ? undefined : Math.max(0, lines - firstRow(it)),
    counts,
    endedAt,
    undoUntil: undoUntilOf(it),
  };
};

/** @param mayAct whether the user may do anything with it */
export const importView = async (
  { agreement, lists, now }: { readonly agreement: Agreement; readonly lists: ListStore; readonly now: string },
  it: Import,
  mayAct: boolean,
): Promise<ImportView> => {
  const { terms } = agreement;
  return {
    ...importCard(it),
    version: it.version,
    bytes: it.bytes,
    says: sayImport(it),
    unreadable: it.unreadable,
    read: it.read,
    ...(await previewOf(importFiles(lists, it.importId), it, agreement)),
    terms: it.terms,
    targets: [
      ...[...importFields, ...besideFields].map((id) => ({ id, label: targetLabels(id) })),
      ...(terms.fields ?? []).map(({ id, label }) => ({ id, label })),
    ],
    engagements: kindsOfLists(terms).map(({ kind, label }) => ({ id: kind, label })),
    progress: progressOf(it, agreement, now),
    undone: it.undone,
    actions: mayAct ? actionsNow(it, now) : [],
  };
};

/** The list's beginning, as long as nobody has started it. */
const previewOf = async (
  files: ImportFiles,
  { state }: Import,
  { terms }: Agreement,
): Promise<Pick<ImportView, "guess" | "preview">> => {
  if (state !== "mapping" && state !== "trying" && state !== "tried") return {};
  const rows = ((await files.rows(0)) ?? []).map((cells) => [...(cells ?? [])]);
  const [language = "en"] = terms.company.languages;
  return {
    guess: guessMapping(rows, { ownFields: terms.fields ?? [], language }),
    preview: rows.slice(0, limits.importPreview),
  };
};

/** How far it is while it goes on, and about when it ends. */
export const progressOf = (it: Import, { terms }: Pick<Agreement, "terms">, now: string): ImportView["progress"] => {
  const { state, cursor, lines = 0, holds } = it;
  if (state !== "trying" && state !== "running" && state !== "paused" && state !== "undoing") return undefined;
  const [done, of] = [Math.max(0, cursor - firstRow(it)), Math.max(0, lines - firstRow(it))];
  if (state === "trying" || state === "undoing") return { done, of };
  const pace = importPaceOf(terms);
  const ends = state === "running" && holds !== "waiting" ? { endsAbout: endsAbout(of - done, pace, now) } : {};
  return { done, of, perHour: pace.perHour, holds, ...ends };
};

import { randomUUID } from "node:crypto";
import { uploadName } from "../../lambdas/adapters/import-files.ts";
import type { ImportTerms, ReadAsked } from "../../lambdas/contract/imports.ts";
import { type Import, undoUntilOf } from "../../lambdas/domain/import/import.ts";
import { beginImport, newImportId } from "../../lambdas/import/decide.ts";
import { sayImport } from "../../lambdas/views/import/say-import.ts";
import { exitCodes } from "../frame/command.ts";
import { CommandError } from "../frame/errors.ts";
import {
  decideOn,
  followed,
  type Importing,
  importCalled,
  isOver,
  isRead,
  isTried,
  recordImport,
} from "./deployed-imports.ts";
import { rowsOf, writeRefused } from "./rows-of-import.ts";
import { sayCounts, sayRows, sayStanding, sayUndone } from "./sayings.ts";

/** How much of the rows is told, and where the refused ones are written. */
export interface Telling {
  readonly rows: boolean;
  readonly refused?: string | undefined;
}

interface List {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly asked: ReadAsked;
  readonly terms: ImportTerms;
}

/** Uploads the list and has it tried; started only when that was said beforehand. */
export const importList = async (deps: Importing, list: List, how: Telling & { readonly yes: boolean }) => {
  const { io, lists, table, by } = deps;
  const { bytes, terms, fileName, asked } = list;
  const at = io.now();
  const importId = newImportId(at);
  await recordImport(deps, "begin");
  const fresh = { importId, by, colleagueId: by, at, fileName, bytes: bytes.length, asked };
  const begun = await beginImport({ table }, { ...fresh, correlationId: randomUUID() });
  io.out(`Import ${importId}\n`);
  await lists.put(uploadName(importId), bytes);
  await decideOn(deps, begun, { action: "uploaded" });
  const read = await followed(deps, importId, isRead);
  if (read.state !== "mapping") throw endedOtherwise(deps, read);
  await decideOn(deps, read, { action: "terms", terms });
  const it = await followed(deps, importId, isTried);
  if (it.state !== "tried") throw endedOtherwise(deps, it);
  if (how.yes) {
    io.out(`\n${sayCounts(countsOf(it))}\n\n`);
    return takenIn(deps, it, how);
  }
  const told = await tellRows(deps, it, how);
  return `\n${told}\n\nNothing is stored yet. To start it: --start ${importId} --by ${by}, or on the board; within seven days.`;
};

export const startImport = async (deps: Importing, importId: string, how: Telling) => {
  const it = await importCalled(deps, importId);
  if (it.state === "tried") deps.io.out(`${sayCounts(countsOf(it))}\n\n`);
  return takenIn(deps, it, how);
};

const takenIn = async (deps: Importing, tried: Import, how: Telling) => {
  await recordImport(deps, "start");
  await decideOn(deps, tried, { action: "start" });
  const it = await followed(deps, tried.importId, isOver);
  const told = await tellRows(deps, it, how);
  const undoUntil = undoUntilOf(it);
  const undo = undoUntil === undefined ? "" : `\nUntil ${undoUntil}: --undo ${it.importId} takes back what it added.`;
  return { text: `\n${told}${undo}`, exitCode: it.state === "done" ? exitCodes.done : exitCodes.notDone };
};

export const undoImport = async (deps: Importing, importId: string) => {
  const before = await importCalled(deps, importId);
  await recordImport(deps, "undo");
  await decideOn(deps, before, { action: "undo" });
  const it = await followed(deps, importId, isOver);
  if (it.undone === undefined) throw endedOtherwise(deps, it);
  return sayUndone(it.undone);
};

export const showImport = async (deps: Importing, importId: string, how: Telling): Promise<string> => {
  const it = await importCalled(deps, importId);
  const { by, at, fileName, undone } = it;
  const { agreement, language, io } = deps;
  return [
    `${fileName}, by ${by}, ${at}`,
    sayStanding(it, agreement, language, io.now()),
    ...(it.counts === undefined && how.refused === undefined ? [] : [await tellRows(deps, it, how)]),
    ...(undone === undefined ? [] : [sayUndone(undone)]),
  ].join("\n");
};

const tellRows = async (deps: Importing, it: Import, { rows: isAll, refused }: Telling): Promise<string> => {
  const { language, agreement } = deps;
  const counts = countsOf(it);
  if (refused !== undefined) await writeRefused(deps, it, refused);
  const rows = isAll ? await rowsOf(deps, it) : counts.refused > 0 ? await rowsOf(deps, it, "refused") : [];
  return [sayCounts(counts), ...sayRows(rows, language, agreement.terms.fields ?? [], isAll)].join("\n");
};

const countsOf = ({ counts, importId }: Import) => {
  if (counts === undefined) throw new CommandError(`Nothing of ${importId} is counted yet.`);
  return counts;
};

const endedOtherwise = ({ language }: Importing, it: Import): CommandError =>
  new CommandError(`The import ${it.importId} is not where it should be. ${sayImport(it)[language]}`);

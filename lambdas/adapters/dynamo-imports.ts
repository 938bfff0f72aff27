import type { ImportPace } from "../contract/agreed-limits.ts";
import { lifetimes } from "../contract/limits.ts";
import { dueImportPartition, keys } from "../contract/table.ts";
import { type Import, ImportSchema } from "../domain/import/import.ts";
import { type Room, RoomSchema, roomAt } from "../domain/import/pace.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { type DueKeys, dueKeys, readDue } from "./dynamo-due.ts";
import {
  type DynamoTable,
  isAtVersion,
  isNew,
  put,
  readItem,
  readPage,
  rewrite,
  transact,
  type Whole,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

export type NewImport = Pick<
  Import,
  "importId" | "by" | "colleagueId" | "at" | "fileName" | "bytes" | "asked" | "correlationId" | "dueAt"
>;

export const createImport = async (table: DynamoTable, fresh: NewImport): Promise<Import> => {
  const it: Import = {
    ...fresh,
    state: "awaiting-file",
    lock: 1,
    version: 1,
    turn: 0,
    cursor: 0,
    kept: "all",
    expiresAt: epochSeconds(fresh.at, elapsedMillis(lifetimes.import)),
  };
  await transact(table, [
    put(table, "import", { ...keys.import(it.importId), ...it, ...dueKeys(dueImportPartition, it.dueAt) }, isNew),
  ]);
  return it;
};

/** @returns `undefined` when there is none, or its time is over */
export const readImport = async (table: DynamoTable, importId: string): Promise<Import | undefined> => {
  const item = await readItem(table, keys.import(importId));
  return item === undefined ? undefined : ImportSchema.parse(item);
};

/** @returns the import as it is stored, or `undefined` when somebody else has written it since it was read */
export const storeImport = async (table: DynamoTable, read: Import, next: Import): Promise<Import | undefined> => {
  const stored = { ...next, lock: read.lock + 1 };
  const { done } = await transact(table, [
    rewrite<Omit<Import, "importId"> & DueKeys>(
      table,
      "import",
      keys.import(read.importId),
      { ...wholeOf(stored), ...dueKeys(dueImportPartition, stored.dueAt) },
      { that: "#lock = :lock", names: { "#lock": "lock" }, values: { ":lock": read.lock } },
    ),
  ]);
  return done ? stored : undefined;
};

/** Every attribute by name, so that one that is over goes. */
const wholeOf = (it: Import): Whole<Omit<Import, "importId">> => ({
  state: it.state,
  lock: it.lock,
  version: it.version,
  turn: it.turn,
  by: it.by,
  colleagueId: it.colleagueId,
  at: it.at,
  fileName: it.fileName,
  bytes: it.bytes,
  correlationId: it.correlationId,
  asked: it.asked,
  read: it.read,
  unreadable: it.unreadable,
  lines: it.lines,
  portions: it.portions,
  terms: it.terms,
  cursor: it.cursor,
  taking: it.taking,
  counts: it.counts,
  wish: it.wish,
  holds: it.holds,
  forget: it.forget,
  dueAt: it.dueAt,
  restarts: it.restarts,
  startedAt: it.startedAt,
  endedAt: it.endedAt,
  undone: it.undone,
  kept: it.kept,
  cleared: it.cleared,
  expiresAt: it.expiresAt,
});

/** The newest first, at most so many. */
export const readImports = async (table: DynamoTable, most: number): Promise<Import[]> => {
  const { pk } = keys.import("");
  const question = {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
    ScanIndexForward: false,
    Limit: most,
  };
  const items = await readPage(table, question, { ":pk": pk, ":sk": keys.import("").sk });
  return items.map((item) => ImportSchema.parse(item));
};

/** Ids of those that somebody has to look at, at most so many. */
export const readDueImports = (table: DynamoTable, until: string, most: number): Promise<string[]> =>
  readDue(table, dueImportPartition, until, most);

/**
 * Takes room for at most so many rows from what all lists together may have.
 * @returns how many may be taken in, and how much was left where it is none
 */
export const takeRoom = (
  table: DynamoTable,
  most: number,
  pace: ImportPace,
  now: string,
): Promise<{ readonly rows: number; readonly left: number }> =>
  untilWritten(async () => {
    const item = await readItem(table, keys.importPace());
    const room = item === undefined ? undefined : RoomSchema.parse(item);
    const left = roomAt(room, pace, now);
    const rows = Math.min(most, Math.floor(left));
    if (rows < 1) return { rows: 0, left };
    const next: Room = { version: (room?.version ?? 0) + 1, rows: left - rows, at: now };
    const { done } = await transact(table, [
      rewrite<Room>(table, "room", keys.importPace(), next, isAtVersion(room?.version)),
    ]);
    return done ? { rows, left: left - rows } : undefined;
  });

/** More than are begun in the weeks for which rows are kept. */
const mostKept = 500;

/** Has the rows of a mailbox taken out of every list that may still have some: a function does it within a minute. */
export const forgetInImports = async (table: DynamoTable, mailbox: string): Promise<void> => {
  for (const { importId, kept } of await readImports(table, mostKept)) {
    if (kept === "none") continue;
    await untilWritten(async () => {
      const it = await readImport(table, importId);
      if (it === undefined || it.kept === "none" || it.forget?.includes(mailbox) === true) return true;
      const next = { ...it, turn: it.turn + 1, forget: [...(it.forget ?? []), mailbox] };
      return (await storeImport(table, it, next)) && true;
    });
  }
};

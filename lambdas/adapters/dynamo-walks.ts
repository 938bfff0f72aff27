import * as z from "zod/mini";
import { lifetimes } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { dueWalkPartition, keys } from "../contract/table.ts";
import { type Walk, WalkSchema } from "../domain/agreement/walk/walk.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type DueKeys, dueKeys, readDue } from "./dynamo-due.ts";
import {
  type DynamoTable,
  type Key,
  type NamedWrite,
  put,
  readItem,
  readUpTo,
  remove,
  rewrite,
  transact,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** Part of the write by which a version is to come into force: in the place of one of this number that never held. */
export const beginWalk = (table: DynamoTable, walk: Walk): NamedWrite =>
  put(
    table,
    "walk",
    { ...keys.agreementWalk(walk.number), ...walk, ...dueKeys(dueWalkPartition, walk.dueAt) },
    { that: "attribute_not_exists(pk) OR turn = :never", values: { ":never": 0 } },
  );

export const readWalk = async (table: DynamoTable, number: number): Promise<Walk | undefined> => {
  const item = await readItem(table, keys.agreementWalk(number));
  return item === undefined ? undefined : WalkSchema.parse(item);
};

/** @returns the walk as it is stored, or `undefined` when somebody else has written it since it was read */
export const storeWalk = async (
  table: DynamoTable,
  read: Walk,
  next: Walk,
  also: readonly NamedWrite[] = [],
): Promise<Walk | undefined> => {
  const stored = { ...next, lock: read.lock + 1 };
  const { done } = await transact(table, [
    rewrite<Walk & DueKeys>(
      table,
      "walk",
      keys.agreementWalk(read.number),
      {
        number: stored.number,
        from: stored.from,
        to: stored.to,
        phase: stored.phase,
        lock: stored.lock,
        turn: stored.turn,
        wokeIn: stored.wokeIn,
        dueAt: stored.dueAt,
        cursor: stored.cursor,
        counts: stored.counts,
        startedAt: stored.startedAt,
        endedAt: stored.endedAt,
        takenOverBy: stored.takenOverBy,
        ...dueKeys(dueWalkPartition, stored.dueAt),
      },
      { that: "#lock = :lock", names: { "#lock": "lock" }, values: { ":lock": read.lock } },
    ),
    ...also,
  ]);
  return done ? stored : undefined;
};

/** Numbers of the walks that are not over and are due until then, the longest ago first. */
export const readDueWalks = async (table: DynamoTable, until: string, most: number): Promise<number[]> =>
  (await readDue(table, dueWalkPartition, until, most)).map(Number);

const FoundSchema = /* @__PURE__ */ droppable(() =>
  z.object({ pk: z.string(), sk: z.string(), leadIds: z.array(z.string()) }),
);

/** Leads that a walk has found, of one heat. */
export interface Found {
  readonly key: Key;
  readonly leadIds: readonly string[];
}

/** So many ids an item has: a turn of the waking reads few of them. */
const idsAtOnce = 100;
const writesAtOnce = 50;

/**
 * Keeps what a turn has found, by rank. A turn that is repeated, because it died before it said so, writes the same again.
 * @param part names the turn, by how far the walk had come
 */
export const keepFound = async (
  table: DynamoTable,
  number: number,
  part: number,
  ranks: ReadonlyMap<string, readonly string[]>,
  now: string,
): Promise<void> => {
  const expiresAt = epochSeconds(now, elapsedMillis(lifetimes.walkFound));
  const writes = [...ranks].flatMap(([rank, leadIds]) =>
    Array.from({ length: Math.ceil(leadIds.length / idsAtOnce) }, (_, i) =>
      put(table, `found ${rank} ${i}`, {
        ...keys.agreementWalkFound(number, rank, `${part}.${i}`),
        leadIds: leadIds.slice(i * idsAtOnce, (i + 1) * idsAtOnce),
        expiresAt,
      }),
    ),
  );
  for (let from = 0; from < writes.length; from += writesAtOnce)
    await transact(table, writes.slice(from, from + writesAtOnce));
};

const itemsAtOnce = 90;

/** The hottest that are left; `isAll`: there are no others. */
export const readHottest = async (
  table: DynamoTable,
  number: number,
): Promise<{ readonly found: Found[]; readonly isAll: boolean }> => {
  const { pk, sk: beginning } = keys.agreementWalkFound(number, "", "");
  const { items, isCut } = await readUpTo(table, itemsAtOnce, "pk = :pk AND begins_with(sk, :sk)", {
    ":pk": pk,
    ":sk": beginning.slice(0, -1),
  });
  const found = items.map((item) => {
    const { leadIds, ...key } = FoundSchema.parse(item);
    return { key, leadIds };
  });
  return { found, isAll: !isCut };
};

/** These have been woken: the items go, and of the last one those that have not been stay. */
export const takeFound = (table: DynamoTable, taken: readonly Found[], rest: readonly string[]): NamedWrite[] =>
  taken.map(({ key }, i) =>
    i === taken.length - 1 && rest.length > 0
      ? rewrite<{ leadIds: readonly string[] }>(table, `rest ${key.sk}`, key, { leadIds: rest })
      : remove(table, `taken ${key.sk}`, key),
  );

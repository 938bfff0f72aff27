import * as z from "zod/mini";
import { lifetimes } from "../contract/limits.ts";
import { isSmokeId } from "../contract/smoke.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { orphanReasons } from "../domain/wake/audit.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { BoardPlace } from "./dynamo-board.ts";
import { type DynamoTable, put, readItem, readPage, rewrite, transact } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

const CursorSchema = /* @__PURE__ */ droppable(() =>
  z.object({ partition: z.int(), behind: z.optional(z.record(z.string(), z.unknown())) }),
);
const start: BoardPlace = { partition: 0 };

/* The writes of this file have no condition that could refuse them. */

/** Where the audit continues. */
export const readCursor = async (table: DynamoTable): Promise<BoardPlace> => {
  const item = await readItem(table, keys.sweepCursor());
  return item === undefined ? start : CursorSchema.parse(item);
};

/** `undefined`: from the beginning again. Two concurrent audits only check some leads twice. */
export const writeCursor = async (table: DynamoTable, { partition, behind }: BoardPlace = start): Promise<void> => {
  await transact(table, [rewrite<BoardPlace>(table, "cursor", keys.sweepCursor(), { partition, behind })]);
};

/** Whether the rep's leads were woken because of this absence. */
export const isAwaySeenTo = async (table: DynamoTable, repId: string, absence: string): Promise<boolean> =>
  (await readItem(table, keys.repAway(repId, absence))) !== undefined;

export const markAwaySeenTo = async (
  table: DynamoTable,
  repId: string,
  absence: string,
  now: string,
): Promise<void> => {
  const expiresAt = epochSeconds(now, elapsedMillis(lifetimes.absenceMark));
  await transact(table, [put(table, "away", { ...keys.repAway(repId, absence), at: now, expiresAt })]);
};

/** An open lead that neither a person nor a timer would have looked after. */
const OrphanSchema = /* @__PURE__ */ droppable(() =>
  z.object({ leadId: z.string(), at: z.string(), why: z.enum(orphanReasons) }),
);
type Orphan = z.infer<typeof OrphanSchema>;

/** Keeps what the audit found and had woken, for people to look at. */
export const recordOrphan = async (table: DynamoTable, orphan: Orphan): Promise<void> => {
  const expiresAt = epochSeconds(orphan.at, elapsedMillis(lifetimes.orphan));
  await transact(table, [put(table, "orphan", { ...keys.orphan(orphan.at, orphan.leadId), ...orphan, expiresAt })]);
};

/** Those found since then, the newest first, at most this many; the canary itself reports a smoke test that was one. */
export const readOrphans = async (table: DynamoTable, since: string, most: number): Promise<Orphan[]> => {
  const { pk, sk } = keys.orphan(since, "");
  const question = { KeyConditionExpression: "pk = :pk AND sk >= :since", ScanIndexForward: false, Limit: most };
  const items = await readPage(table, question, { ":pk": pk, ":since": sk });
  return items.map((item) => OrphanSchema.parse(item)).filter(({ leadId }) => !isSmokeId(leadId));
};

import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { BoardPlace } from "./dynamo-board.ts";
import { type LeadTable, put, readItem, transact } from "./dynamo-table.ts";

const CursorSchema = z.object({ partition: z.int(), behind: z.optional(z.record(z.string(), z.unknown())) });
const start: BoardPlace = { partition: 0 };

/** Where the audit goes on. */
export const readCursor = async (table: LeadTable): Promise<BoardPlace> => {
  const item = await readItem(table, keys.sweepCursor());
  return item === undefined ? start : CursorSchema.parse(item);
};

/** `undefined`: from the beginning again. Two audits at once only look at some leads twice. */
export const writeCursor = async (table: LeadTable, place: BoardPlace = start): Promise<void> => {
  await transact(table, [put(table, "cursor", { ...keys.sweepCursor(), ...place })]);
};

/** How long it is remembered that an absence was seen to, in seconds: longer than any lasts. */
const markLivesSeconds = 400 * 24 * 3600;

/** Whether the leads that this rep holds have been looked at because of this absence. */
export const isAwaySeenTo = async (table: LeadTable, repId: string, absence: string): Promise<boolean> =>
  (await readItem(table, keys.repAway(repId, absence))) !== undefined;

export const markAwaySeenTo = async (table: LeadTable, repId: string, absence: string, now: string): Promise<void> => {
  const expiresAt = Math.floor(Date.parse(now) / 1000) + markLivesSeconds;
  await transact(table, [put(table, "away", { ...keys.repAway(repId, absence), at: now, expiresAt })]);
};

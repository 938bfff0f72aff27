import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { lifetimes } from "../contract/limits.ts";
import { smokePrefix } from "../contract/smoke.ts";
import { keys } from "../contract/table.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type DynamoTable, isNew, put, readBeginningWith, readItem, remove, transact } from "./dynamo-table.ts";

/** Signs for the one lead of this id, for some minutes. */
export interface SmokeKey {
  readonly leadId: string;
  readonly secret: string;
}

const KeySchema = z.object({ sk: z.string(), secret: z.string(), until: z.string() });

/** A new key: only who may write this item of the table can make a smoke test's lead. */
export const addSmokeKey = async (table: DynamoTable, now: string): Promise<SmokeKey> => {
  const key = {
    leadId: `${smokePrefix}${randomBytes(12).toString("hex")}`,
    secret: randomBytes(32).toString("base64url"),
  };
  const until = Date.parse(now) + elapsedMillis(lifetimes.smokeKey);
  const item = { ...keys.smokeKey(key.leadId), secret: key.secret, until: new Date(until).toISOString() };
  // No other key has an id that was drawn from 96 bits.
  await transact(table, [put(table, "smoke key", item, isNew)]);
  return key;
};

/** `undefined` when there is no such key, or not any more. */
export const readSmokeSecret = async (table: DynamoTable, leadId: string, now: string): Promise<string | undefined> => {
  const item = await readItem(table, keys.smokeKey(leadId));
  const key = item === undefined ? undefined : KeySchema.parse(item);
  return key !== undefined && now < key.until ? key.secret : undefined;
};

/** Ids of the leads whose smoke test ended without erasing them: their keys have expired and are still there. */
export const expiredSmokeTests = async (table: DynamoTable, now: string): Promise<string[]> =>
  (await readBeginningWith(table, keys.smokeKey("")))
    .map((item) => KeySchema.parse(item))
    .filter(({ until }) => until <= now)
    .map(({ sk }) => sk);

export const removeSmokeKey = async (table: DynamoTable, leadId: string): Promise<void> => {
  await transact(table, [remove(table, "smoke key", keys.smokeKey(leadId))]);
};

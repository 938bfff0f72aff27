import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { SigningKey } from "../domain/reference/reference.ts";
import { isNew, type LeadTable, put, readBeginningWith, transact } from "./dynamo-table.ts";

const KeyItemSchema = z.object({ sk: z.string(), secret: z.instanceof(Uint8Array) });

/** How long a function works with the keys it has read; a new key is known everywhere after this time. */
const refreshAfterMillis = 5 * 60_000;

/**
 * The keys that sign references, newest first; all of them verify. The first user of a new table makes the first key.
 * They live in the table, so that the capture path needs no further service (docs/adr/0003).
 */
export const signingKeys = (
  table: LeadTable,
  now: () => number = Date.now,
): (() => Promise<[SigningKey, ...SigningKey[]]>) => {
  let known: { readonly keys: [SigningKey, ...SigningKey[]]; readonly at: number } | undefined;
  return async () => {
    if (known !== undefined && now() - known.at < refreshAfterMillis) return known.keys;
    known = { keys: await readOrMakeKeys(table), at: now() };
    return known.keys;
  };
};

const readOrMakeKeys = async (table: LeadTable): Promise<[SigningKey, ...SigningKey[]]> => {
  const [newest, ...others] = await readKeys(table);
  if (newest !== undefined) return [newest, ...others];
  await transact(table, [put(table, "key", { ...keys.signingKey("1"), secret: randomBytes(32) }, isNew)]);
  return readOrMakeKeys(table);
};

const readKeys = async (table: LeadTable): Promise<SigningKey[]> => {
  const items = await readBeginningWith(table, keys.signingKey(""));
  return items
    .map((item) => KeyItemSchema.parse(item))
    .map(({ sk, secret }) => ({ keyId: sk, secret }))
    .reverse();
};

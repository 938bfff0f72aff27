import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { SigningKey } from "../domain/reference/reference.ts";
import { type ListedKey, newestFirst, type Rotation } from "../domain/reference/rotation.ts";
import { type DynamoTable, isNew, put, readBeginningWith, remove, transact } from "./dynamo-table.ts";

const KeyItemSchema = z.object({
  sk: z.string(),
  secret: z.instanceof(Uint8Array),
  createdAt: z.optional(z.string()),
});

/** How long a function caches the keys that open and sign links. */
export const refreshAfterMillis = 5 * 60_000;

/** A link signed by an unknown key may be signed by a new one; but forged links must not cause a read each. */
const rereadAfterMillis = 10_000;

type Keys = readonly [SigningKey, ...SigningKey[]];

/** The keys that sign references, newest first; all of them verify. `keyId`: one that a reference names. */
export type Keyring = (keyId?: string) => Promise<Keys>;

/**
 * The keys as they are in the table, where they live so that the capture path needs no further service (docs/adr/0003).
 * The first user of a new table makes the first key. A new key works everywhere at once: a function that meets its id
 * reads again.
 */
export const signingKeys = (table: DynamoTable, now: () => number = Date.now): Keyring => {
  let known: { readonly keys: Keys; readonly at: number } | undefined;
  return async (keyId) => {
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at;
    const isStrange = keyId !== undefined && !known?.keys.some((key) => key.keyId === keyId);
    if (known !== undefined && age < (isStrange ? rereadAfterMillis : refreshAfterMillis)) return known.keys;
    const at = now();
    known = { keys: await readOrMakeKeys(table), at };
    return known.keys;
  };
};

const readOrMakeKeys = async (table: DynamoTable): Promise<Keys> => {
  const [newest, ...others] = await readKeys(table);
  if (newest !== undefined) return [newest, ...others];
  // Of two that make the first key, one is refused, and both read it.
  await transact(table, [keyWrite(table, "1", new Date().toISOString())]);
  return readOrMakeKeys(table);
};

const keyWrite = (table: DynamoTable, keyId: string, createdAt: string) =>
  put(table, "key", { ...keys.signingKey(keyId), secret: randomBytes(32), createdAt }, isNew);

const readKeys = async (table: DynamoTable): Promise<(SigningKey & ListedKey)[]> => {
  const items = await readBeginningWith(table, keys.signingKey(""));
  return newestFirst(
    items
      .map((item) => KeyItemSchema.parse(item))
      .map(({ sk, secret, createdAt }) => ({ keyId: sk, secret, createdAt })),
  );
};

/** The newest first, without their secrets. */
export const listSigningKeys = async (table: DynamoTable): Promise<ListedKey[]> =>
  (await readKeys(table)).map(({ keyId, createdAt }) => ({ keyId, createdAt }));

/** @returns false when someone else has rotated meanwhile: nothing was changed. */
export const rotateSigningKeys = async (
  table: DynamoTable,
  { next, drops }: Pick<Rotation, "next" | "drops">,
  now: string,
): Promise<boolean> => {
  const dropped = drops.map(({ keyId }) => remove(table, "dropped key", keys.signingKey(keyId)));
  return (await transact(table, [keyWrite(table, next, now), ...dropped])).done;
};

import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { type KeyScope, KeyScopeSchema } from "../contract/api.ts";
import type { EncryptionContext } from "../contract/secrets.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import {
  type DynamoTable,
  isNew,
  put,
  readBeginningWith,
  readItem,
  remove,
  rewrite,
  transact,
  update,
} from "./dynamo-table.ts";
import type { Decrypt, Encrypt } from "./kms-cipher.ts";

const ApiKeySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    sk: z.string(),
    /** Of earlier releases, until `npm run keys -- api encrypt` has encrypted it. */
    secret: z.optional(z.string()),
    encryptedSecret: z.optional(z.string()),
    name: z.string(),
    createdAt: z.string(),
    /** Keys of earlier releases have none, and may do all that there was. */
    scopes: z._default(z.array(KeyScopeSchema), ["answers", "outcomes", "team", "sla:read"]),
    owner: z.optional(z.string()),
    until: z.optional(z.string()),
  }),
);

/** The key by which another system signs its requests. The characters of the secret are the HMAC's key. */
export interface ApiKey {
  readonly keyId: string;
  readonly secret: string;
  /** Which system it was made for. */
  readonly name: string;
  /** What it may be used for. */
  readonly scopes: readonly KeyScope[];
  /** Who answers for it. */
  readonly owner?: string | undefined;
  readonly createdAt: string;
  /** It is refused from this instant on; for ever valid without one. */
  readonly until?: string | undefined;
}

/** A secret opens as that of its own key only: one that was put beside another key's id does not. */
const contextOf = (keyId: string): EncryptionContext => ({ purpose: "api-key", of: keyId });

/**
 * Read for each request, so that retiring or adding a key takes effect at once.
 * @throws when there is such a key, and its secret cannot be decrypted
 */
export const readApiKey = async (table: DynamoTable, keyId: string, decrypt: Decrypt): Promise<ApiKey | undefined> => {
  const item = await readItem(table, keys.apiKey(keyId));
  if (item === undefined) return undefined;
  const { sk: _, secret: plain, encryptedSecret, ...key } = ApiKeySchema.parse(item);
  const secret = encryptedSecret === undefined ? plain : await decrypt(encryptedSecret, contextOf(keyId));
  return secret === undefined ? undefined : { keyId, secret, ...key };
};

/** A key as it is listed: whether its secret is encrypted, and not the secret. */
export type ListedKey = Omit<ApiKey, "secret"> & { readonly isEncrypted: boolean };

/** All keys in use; a system may have several while it changes from one to the next. */
export const listApiKeys = async (table: DynamoTable): Promise<ListedKey[]> =>
  (await readBeginningWith(table, keys.apiKey(""))).map((item) => {
    const { sk: keyId, secret, encryptedSecret: _, ...key } = ApiKeySchema.parse(item);
    return { keyId, isEncrypted: secret === undefined, ...key };
  });

/** A new key for a system. */
export const addApiKey = async (
  table: DynamoTable,
  of: Omit<ApiKey, "keyId" | "secret">,
  encrypt: Encrypt,
): Promise<ApiKey> => {
  const keyId = `key-${randomBytes(5).toString("hex")}`;
  const secret = randomBytes(32).toString("base64url");
  const encryptedSecret = await encrypt(secret, contextOf(keyId));
  const { done } = await transact(table, [put(table, "key", { ...keys.apiKey(keyId), ...of, encryptedSecret }, isNew)]);
  return done ? { keyId, secret, ...of } : addApiKey(table, of, encrypt);
};

/**
 * Encrypts the secrets that an earlier release has stored as they are. May be carried out again, and beside others who use,
 * make or retire keys.
 * @returns ids of the keys whose secrets are encrypted now, and were not
 */
export const encryptApiKeys = async (table: DynamoTable, encrypt: Encrypt): Promise<string[]> => {
  const encrypted: string[] = [];
  for (const item of await readBeginningWith(table, keys.apiKey(""))) {
    const { sk: keyId, secret } = ApiKeySchema.parse(item);
    if (secret === undefined) continue;
    const values = { ":encrypted": await encrypt(secret, contextOf(keyId)), ":secret": secret };
    const { done } = await transact(table, [
      update(table, "secret", keys.apiKey(keyId), "SET encryptedSecret = :encrypted REMOVE #secret", {
        that: "#secret = :secret",
        names: { "#secret": "secret" },
        values,
      }),
    ]);
    if (done) encrypted.push(keyId);
  }
  return encrypted;
};

/** @returns false when there was none of this id. */
export const retireApiKey = async (table: DynamoTable, keyId: string): Promise<boolean> => {
  if ((await readItem(table, keys.apiKey(keyId))) === undefined) return false;
  await transact(table, [remove(table, "key", keys.apiKey(keyId)), remove(table, "its use", keys.keyUse(keyId))]);
  return true;
};

/** The hours in which this process has recorded a use, by key: one write an hour is enough to find keys to retire. */
const recorded = new Map<string, string>();

/** Records that the key was used, to the hour. */
export const recordUse = async (table: DynamoTable, keyId: string, now: string): Promise<void> => {
  const hour = now.slice(0, 13);
  if (recorded.get(keyId) === hour) return;
  await transact(table, [rewrite(table, "use", keys.keyUse(keyId), { at: now })]);
  recorded.set(keyId, hour);
};

const UseSchema = /* @__PURE__ */ droppable(() => z.object({ sk: z.string(), at: z.string() }));

/** When each key was last used, to the hour, by its id. */
export const readUses = async (table: DynamoTable): Promise<ReadonlyMap<string, string>> => {
  const uses = (await readBeginningWith(table, keys.keyUse(""))).map((item) => UseSchema.parse(item));
  return new Map(uses.map(({ sk, at }) => [sk, at]));
};

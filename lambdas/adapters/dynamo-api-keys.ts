import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { type KeyScope, KeyScopeSchema } from "../contract/api.ts";
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
} from "./dynamo-table.ts";

const ApiKeySchema = z.object({
  sk: z.string(),
  secret: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** Keys of earlier releases have none, and may do all that there was. */
  scopes: z._default(z.array(KeyScopeSchema), ["answers", "outcomes", "team", "sla:read"]),
  owner: z.optional(z.string()),
  until: z.optional(z.string()),
});

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

const keyIn = (item: unknown): ApiKey => {
  const { sk, ...key } = ApiKeySchema.parse(item);
  return { keyId: sk, ...key };
};

/** Read for each request, so that retiring or adding a key takes effect at once. */
export const readApiKey = async (table: DynamoTable, keyId: string): Promise<ApiKey | undefined> => {
  const item = await readItem(table, keys.apiKey(keyId));
  return item === undefined ? undefined : keyIn(item);
};

/** All keys in use; a system may have several while it changes from one to the next. */
export const listApiKeys = async (table: DynamoTable): Promise<ApiKey[]> =>
  (await readBeginningWith(table, keys.apiKey(""))).map(keyIn);

/** A new key for a system. */
export const addApiKey = async (table: DynamoTable, of: Omit<ApiKey, "keyId" | "secret">): Promise<ApiKey> => {
  const keyId = `key-${randomBytes(5).toString("hex")}`;
  const key = { secret: randomBytes(32).toString("base64url"), ...of };
  const { done } = await transact(table, [put(table, "key", { ...keys.apiKey(keyId), ...key }, isNew)]);
  return done ? { keyId, ...key } : addApiKey(table, of);
};

/** @returns false when there was none of this id. */
export const retireApiKey = async (table: DynamoTable, keyId: string): Promise<boolean> => {
  if ((await readApiKey(table, keyId)) === undefined) return false;
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

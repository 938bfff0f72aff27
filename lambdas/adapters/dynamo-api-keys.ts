import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type DynamoTable, isNew, put, readBeginningWith, readItem, remove, transact } from "./dynamo-table.ts";

const ApiKeySchema = z.object({ sk: z.string(), secret: z.string(), name: z.string(), createdAt: z.string() });

/** The key by which another system signs its requests. The characters of the secret are the HMAC's key. */
export interface ApiKey {
  readonly keyId: string;
  readonly secret: string;
  /** Which system it was made for. */
  readonly name: string;
  readonly createdAt: string;
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
export const addApiKey = async (table: DynamoTable, name: string, createdAt: string): Promise<ApiKey> => {
  const keyId = `key-${randomBytes(5).toString("hex")}`;
  const key = { secret: randomBytes(32).toString("base64url"), name, createdAt };
  const { done } = await transact(table, [put(table, "key", { ...keys.apiKey(keyId), ...key }, isNew)]);
  return done ? { keyId, ...key } : addApiKey(table, name, createdAt);
};

/** @returns false when there was none of this id. */
export const retireApiKey = async (table: DynamoTable, keyId: string): Promise<boolean> => {
  if ((await readApiKey(table, keyId)) === undefined) return false;
  await transact(table, [remove(table, "key", keys.apiKey(keyId))]);
  return true;
};

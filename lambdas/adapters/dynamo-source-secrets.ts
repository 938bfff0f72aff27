import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import type { EncryptionContext } from "../contract/secrets.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type SecretUse, type SourceSecret, secretHash, secretUses } from "../domain/source/prove.ts";
import { type DynamoTable, isNew, put, readBeginningWith, readItem, remove, transact } from "./dynamo-table.ts";
import type { Decrypt, Encrypt } from "./kms-cipher.ts";

const SecretSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    sk: z.string(),
    use: z.enum(secretUses),
    encryptedSecret: z.optional(z.string()),
    hash: z.optional(z.string()),
    until: z.optional(z.string()),
    createdAt: z.string(),
  }),
);

const contextOf = (sourceId: string): EncryptionContext => ({ purpose: "source", of: sourceId });

/**
 * The secrets of a source for one use, the newest first, read for each request, so that making or retiring one takes effect at once.
 * @throws when one cannot be decrypted
 */
export const readSourceSecrets = async (
  table: DynamoTable,
  sourceId: string,
  use: SecretUse,
  decrypt: Decrypt,
): Promise<SourceSecret[]> => {
  const items = (await readBeginningWith(table, keys.sourceSecret(sourceId, ""))).map((item) =>
    SecretSchema.parse(item),
  );
  return Promise.all(
    items
      .filter((item) => item.use === use)
      .map(async ({ sk: secretId, encryptedSecret, hash, until }) => ({
        secretId,
        use,
        hash,
        until,
        secret: encryptedSecret === undefined ? undefined : await decrypt(encryptedSecret, contextOf(sourceId)),
      })),
  );
};

const FactSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    secretId: z.string(),
    use: z.enum(secretUses),
    createdAt: z.string(),
    until: z.optional(z.string()),
  }),
);

/** That there is a secret, and never the secret itself. */
export type SecretFact = z.infer<typeof FactSchema>;

/** The secrets that a source has, the newest first. */
export const readSecretFacts = async (table: DynamoTable, sourceId: string): Promise<SecretFact[]> =>
  (await readBeginningWith(table, keys.sourceSecretFact(sourceId, "")))
    .map((item) => FactSchema.parse(item))
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));

interface SecretToAdd {
  readonly sourceId: string;
  readonly use: SecretUse;
  /** Kept as it is, encrypted: signatures are checked by it, leads are fetched with it. Else only its hash is kept. */
  readonly encrypt?: Encrypt | undefined;
  readonly secret: string;
  readonly until?: string | undefined;
  readonly createdAt: string;
}

/** @returns id of the secret */
export const addSourceSecret = async (
  table: DynamoTable,
  { sourceId, secret, encrypt, ...of }: SecretToAdd,
): Promise<string> => {
  const secretId = `secret-${randomBytes(5).toString("hex")}`;
  const kept =
    encrypt === undefined
      ? { hash: secretHash(secret) }
      : { encryptedSecret: await encrypt(secret, contextOf(sourceId)) };
  const { done } = await transact(table, [
    put(table, "secret", { ...keys.sourceSecret(sourceId, secretId), ...of, ...kept }, isNew),
    put(table, "fact", { ...keys.sourceSecretFact(sourceId, secretId), secretId, ...of }, isNew),
  ]);
  if (!done) throw new Error("two secrets got the same id: add it again");
  return secretId;
};

/** @returns false when the source has none of this id */
export const retireSourceSecret = async (table: DynamoTable, sourceId: string, secretId: string): Promise<boolean> => {
  const key = keys.sourceSecret(sourceId, secretId);
  if ((await readItem(table, key)) === undefined) return false;
  await transact(table, [
    remove(table, "secret", key),
    remove(table, "fact", keys.sourceSecretFact(sourceId, secretId)),
  ]);
  return true;
};

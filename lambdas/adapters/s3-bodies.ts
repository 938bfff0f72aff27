import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Bucket, callBucket } from "./s3-objects.ts";

/** What is too large for an item of the table: the bytes as they came, under a name that says nothing. */
export type BodyStore = Bucket;

/** Milliseconds for one call: a megabyte takes a second on a bad day. */
const patience = 8000;

/** Bytes of a key, of the number that makes each encryption another one, and of the tag that shows it unchanged. */
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16];

/**
 * Stores it encrypted by a key of its own: where the key is dropped, nobody reads it any more, though the bucket keeps it for
 * the rest of its days.
 * @returns the key
 */
export const storeBody = async (store: BodyStore, name: string, body: Uint8Array): Promise<Uint8Array> => {
  const [key, nonce] = [randomBytes(keyBytes), randomBytes(nonceBytes)];
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const encrypted = Buffer.concat([cipher.update(body), cipher.final()]);
  await callBucket(store, {
    method: "PUT",
    name,
    body: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]),
    patience,
  });
  return key;
};

/** @returns `undefined` when it is no longer there */
export const readBody = async (store: BodyStore, name: string, key: Uint8Array): Promise<Uint8Array | undefined> => {
  const { status, body } = await callBucket(store, { method: "GET", name, patience });
  if (status === 404) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, nonceBytes));
  decipher.setAuthTag(body.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(body.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

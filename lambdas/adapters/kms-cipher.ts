import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { EncryptionContext } from "../contract/secrets.ts";
import { droppable } from "../contract/start-light.ts";
import { callSigned } from "./signed-call.ts";

/** @returns the ciphertext in base64 */
export type Encrypt = (secret: string, context: EncryptionContext) => Promise<string>;
/** @throws when the ciphertext was not made by this key for this context */
export type Decrypt = (ciphertext: string, context: EncryptionContext) => Promise<string>;

/** Milliseconds for one call. */
const patience = 3000;

const CiphertextSchema = /* @__PURE__ */ droppable(() => z.object({ CiphertextBlob: z.string() }));
const PlaintextSchema = /* @__PURE__ */ droppable(() => z.object({ Plaintext: z.string() }));
const FaultSchema = /* @__PURE__ */ droppable(() => z.object({ __type: z.string() }));

/**
 * Encrypts by a key of KMS, reached as the table is: with the same credentials, region and connection.
 * @param keyId ARN or alias
 */
export const encryptBy =
  (client: DynamoDBClient, keyId: string): Encrypt =>
  async (secret, context) => {
    const asked = { KeyId: keyId, Plaintext: Buffer.from(secret).toString("base64"), EncryptionContext: context };
    return CiphertextSchema.parse(await ask(client, "TrentService.Encrypt", asked)).CiphertextBlob;
  };

/** The counterpart of `encryptBy`. */
export const decryptBy =
  (client: DynamoDBClient, keyId: string): Decrypt =>
  async (ciphertext, context) => {
    const asked = { KeyId: keyId, CiphertextBlob: ciphertext, EncryptionContext: context };
    const { Plaintext: secret } = PlaintextSchema.parse(await ask(client, "TrentService.Decrypt", asked));
    return Buffer.from(secret, "base64").toString();
  };

const ask = async (client: DynamoDBClient, target: string, asked: object): Promise<unknown> => {
  const { status, body } = await callSigned(client, {
    service: "kms",
    method: "POST",
    path: "/",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target },
    body: JSON.stringify(asked),
    patience,
  });
  const said: unknown = JSON.parse(Buffer.from(body).toString());
  if (status < 300) return said;
  const name = FaultSchema.safeParse(said).data?.__type.split("#").at(-1) ?? `Status${status}`;
  throw Object.assign(new Error(`KMS refused ${target}: ${name}`), { name, $metadata: { httpStatusCode: status } });
};

import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import * as z from "zod/mini";
import type { EncryptionContext } from "../contract/secrets.ts";
import { droppable } from "../contract/start-light.ts";

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

/**
 * Signed by hand and sent by the table's client: the service's own client would make a function two thirds larger for one
 * call.
 */
const ask = async ({ config }: DynamoDBClient, target: string, asked: object): Promise<unknown> => {
  const region = await config.region();
  const { protocol, hostname, port } = await endpointOf(config, region);
  const request = new HttpRequest({
    method: "POST",
    protocol,
    hostname,
    ...(port !== "" && { port: Number(port) }),
    path: "/",
    headers: {
      host: port === "" ? hostname : `${hostname}:${port}`,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": target,
    },
    body: JSON.stringify(asked),
  });
  const signer = new SignatureV4({ service: "kms", region, credentials: config.credentials, sha256: config.sha256 });
  const signed = new HttpRequest(await signer.sign(request));
  const { response } = await config.requestHandler.handle(signed, { requestTimeout: patience });
  const said: unknown = JSON.parse(Buffer.from(await config.streamCollector(response.body)).toString());
  if (response.statusCode < 300) return said;
  const name = FaultSchema.safeParse(said).data?.__type.split("#").at(-1) ?? `Status${response.statusCode}`;
  throw Object.assign(new Error(`KMS refused ${target}: ${name}`), {
    name,
    $metadata: { httpStatusCode: response.statusCode },
  });
};

/** A client that was told its endpoint shares it with KMS, as every service of a local cloud does. */
const endpointOf = async (config: DynamoDBClient["config"], region: string): Promise<URL> => {
  const { AWS_ENDPOINT_URL_KMS: ofKms, AWS_ENDPOINT_URL: ofAll } = process.env;
  const told = await config.endpoint?.();
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return told === undefined
    ? new URL(ofKms ?? ofAll ?? `https://kms.${region}.${domain}`)
    : new URL(`${told.protocol}//${told.hostname}${told.port === undefined ? "" : `:${told.port}`}`);
};

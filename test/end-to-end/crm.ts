import { addApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import { signatureOf } from "../../lambdas/domain/http/signature.ts";
import { dynamo, outputs } from "./pipeline.ts";

const secondsNow = (): string => String(Math.floor(Date.now() / 1000));

/** Asks as a CRM that was given a key: signed. The same body at the same `timestamp` is the same request. */
export const theCrm = async () => {
  const table = { client: dynamo, tableName: outputs.stack.TableName ?? "" };
  const { keyId, secret } = await addApiKey(table, "CRM", new Date().toISOString());
  return (method: "GET" | "POST", path: string, body?: object, timestamp = secondsNow()): Promise<Response> => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const signature = signatureOf(secret, { timestamp, method, path, body: new TextEncoder().encode(text) });
    return fetch(new URL(path, outputs.api), {
      method,
      headers: {
        "content-type": "application/json",
        "x-smarketing-key": keyId ?? "",
        "x-smarketing-timestamp": timestamp,
        "x-smarketing-signature": signature,
      },
      ...(body !== undefined && { body: text }),
    });
  };
};

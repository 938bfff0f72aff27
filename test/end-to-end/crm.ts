import { expect } from "vitest";
import { signatureHeaders } from "../../docs/examples/crm.ts";
import { encryptBy } from "../../lambdas/adapters/kms-cipher.ts";
import { anApiKey } from "../builders/api-key.ts";
import { undocumented } from "../openapi/documented.ts";
import { dynamo, outputs } from "./pipeline.ts";

const secondsNow = (): string => String(Math.floor(Date.now() / 1000));

/**
 * Asks as a CRM that was given a key: signed as the example client does, and responded to as docs/openapi.json has it. The
 * same body at the same `timestamp` is the same request.
 */
export const theCrm = async () => {
  const table = { client: dynamo, tableName: outputs.stack.TableName ?? "" };
  const { keyId, secret } = await anApiKey(
    table,
    new Date().toISOString(),
    {},
    encryptBy(dynamo, outputs.stack.ApiKeySecretsKeyArn ?? ""),
  );
  return async (method: "GET" | "POST", path: string, body?: object, timestamp = secondsNow()): Promise<Response> => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const response = await fetch(new URL(path, outputs.api), {
      method,
      headers: {
        "content-type": "application/json",
        ...signatureHeaders({ id: keyId, secret }, method, path, text, Number(timestamp)),
      },
      ...(body !== undefined && { body: text }),
    });
    const { status, headers } = response;
    const contentType = headers.get("content-type") ?? "";
    const responded = { method, path, status, contentType, body: await response.clone().json() };
    expect(undocumented(responded)).toBe("");
    return response;
  };
};

import { type ApiKey, addApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import type { Encrypt } from "../../lambdas/adapters/kms-cipher.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";

/** A key in the table of a system that may do everything. */
export const anApiKey = (
  table: DynamoTable,
  createdAt: string,
  over: Partial<ApiKey> = {},
  encrypt: Encrypt = cipherTwin.encrypt,
): Promise<ApiKey> =>
  addApiKey(
    table,
    { name: "CRM", scopes: ["answers", "outcomes", "team", "sla:read"], owner: "Irene", createdAt, ...over },
    encrypt,
  );

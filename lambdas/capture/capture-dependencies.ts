import { type Keyring, signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";

export interface CaptureDependencies {
  readonly table: DynamoTable;
  readonly keyring: Keyring;
  readonly agreement: Agreement;
  readonly siteOrigins: readonly string[];
  readonly now: () => string;
}

export const captureDependencies = () => {
  const { TABLE_NAME, SITE_ORIGINS } = environmentOf(environments.capture);
  const table = openTable(TABLE_NAME);
  const siteOrigins = SITE_ORIGINS.split(",");
  const keyring = signingKeys(table);
  return (agreement: Agreement): CaptureDependencies => ({ table, keyring, agreement, siteOrigins, now: clock });
};

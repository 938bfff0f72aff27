import { keepAgreementVersion, readAgreementVersions } from "../adapters/dynamo-agreement-versions.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { Agreement } from "../contract/agreement.ts";

/**
 * Stores the agreement in force when it differs from the last one stored: the board shows since when which terms hold,
 * and what changed. Two concurrent calls may store it twice; the reader counts it once.
 * @returns false when another one was stored in the same instant: call again
 */
export const recordAgreement = async (table: DynamoTable, agreement: Agreement, now: string): Promise<boolean> => {
  const [newest] = await readAgreementVersions(table, 1);
  return newest?.version === agreement.version || keepAgreementVersion(table, agreement, now);
};

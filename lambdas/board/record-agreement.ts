import { keepAgreementVersion, readAgreementVersions } from "../adapters/dynamo-agreement-versions.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { Agreement } from "../contract/agreement.ts";

/**
 * Keeps the agreement in force when it is not the one that was kept last: the board shows since when which terms hold,
 * and what changed. Two at once may keep it twice; whoever reads counts it once.
 */
export const recordAgreement = async (table: DynamoTable, agreement: Agreement, now: string): Promise<void> => {
  const [newest] = await readAgreementVersions(table, 1);
  if (newest?.version !== agreement.version) await keepAgreementVersion(table, agreement, now);
};

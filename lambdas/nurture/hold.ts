import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { Lead } from "../domain/lead/lead.ts";

/**
 * No mail may go to this mailbox: what the form asked for stays on the lead, for people to see. When another writer comes
 * first, whoever looks next finds the same.
 */
export const hold = async (table: DynamoTable, lead: Lead): Promise<void> => {
  if (lead.untold === undefined) return;
  const { leadId, correlationId } = lead;
  await transact(table, [replaceLead(table, lead, { ...lead, untold: { ...lead.untold, held: true } })]);
  log.warn("No room to tell the sender of a form", { code: "sender-not-told", leadId, correlationId });
};

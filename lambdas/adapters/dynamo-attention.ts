import * as z from "zod/mini";
import { attentionPartition, tableIndexes } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { readLead } from "./dynamo-leads.ts";
import { type DynamoTable, readPage } from "./dynamo-table.ts";

const EntrySchema = z.object({ leadId: z.string() });

/**
 * Leads whose journey an internal error has stopped, the newest first, at most this many, read from the table itself.
 */
export const readFlagged = async (table: DynamoTable, most: number): Promise<Lead[]> => {
  const question = {
    IndexName: tableIndexes.attention,
    KeyConditionExpression: "attentionPartition = :partition",
    ScanIndexForward: false,
    Limit: most,
  };
  const items = await readPage(table, question, { ":partition": attentionPartition });
  const leads = await Promise.all(items.map((item) => readLead(table, EntrySchema.parse(item).leadId)));
  return leads.flatMap((lead) => (lead?.needsAttention === undefined ? [] : [lead]));
};

import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { attentionPartition, tableIndexes } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { readLead } from "./dynamo-leads.ts";
import { type LeadTable, toItem } from "./dynamo-table.ts";

const EntrySchema = z.object({ leadId: z.string() });

/** Leads whose journey a fault of ours has stopped, the newest first; so many at most, as they stand in the table. */
export const readFlagged = async (table: LeadTable, most: number): Promise<Lead[]> => {
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      IndexName: tableIndexes.attention,
      KeyConditionExpression: "attentionPartition = :partition",
      ExpressionAttributeValues: toItem({ ":partition": attentionPartition }),
      ScanIndexForward: false,
      Limit: most,
    }),
  );
  const leads = await Promise.all(items.map((item) => readLead(table, EntrySchema.parse(unmarshall(item)).leadId)));
  return leads.flatMap((lead) => (lead?.needsAttention === undefined ? [] : [lead]));
};

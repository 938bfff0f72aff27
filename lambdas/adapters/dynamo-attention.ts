import {
  ConditionalCheckFailedException,
  paginateQuery,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { isSmokeId } from "../contract/smoke.ts";
import { attentionPartition, keys, tableIndexes, undecidedPartition } from "../contract/table.ts";
import { isUndecided, type Undecided } from "../domain/escalation/nobody-answered.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { isOpen } from "../domain/wake/audit.ts";
import { readLead } from "./dynamo-leads.ts";
import { type DynamoTable, readPage, toItem } from "./dynamo-table.ts";

const inAttention = {
  IndexName: tableIndexes.attention,
  KeyConditionExpression: "attentionPartition = :partition",
};

const EntrySchema = z.object({ leadId: z.string() });

/**
 * Leads whose journey an internal error has stopped, the newest first, at most this many, read from the table itself. The
 * canary itself reports a smoke test that was stopped.
 */
export const readFlagged = async (table: DynamoTable, most: number): Promise<Lead[]> => {
  const leads = await readListed(table, attentionPartition, { ScanIndexForward: false, Limit: most });
  return leads.filter(({ needsAttention }) => needsAttention !== undefined);
};

/** Leads whom sales never answered and on whom nobody has decided, those who wait longest first, at most this many. */
export const readUndecided = async (table: DynamoTable, most: number): Promise<Undecided[]> =>
  (await readListed(table, undecidedPartition, { Limit: most })).filter(isUndecided);

const readListed = async (
  table: DynamoTable,
  partition: string,
  question: Pick<QueryCommandInput, "ScanIndexForward"> & { readonly Limit: number },
): Promise<Lead[]> => {
  const items = await readPage(table, { ...inAttention, ...question }, { ":partition": partition });
  const leadIds = items.map((item) => EntrySchema.parse(item).leadId).filter((leadId) => !isSmokeId(leadId));
  const leads = await Promise.all(leadIds.map((leadId) => readLead(table, leadId)));
  return leads.filter((lead) => lead !== undefined);
};

/** Ids of the leads that are flagged though they have ended: there is nothing that a person could do. */
export const flaggedInVain = async (table: DynamoTable): Promise<string[]> => {
  const query = {
    TableName: table.tableName,
    ...inAttention,
    ExpressionAttributeValues: toItem({ ":partition": attentionPartition }),
  };
  const found: string[] = [];
  for await (const { Items: items = [] } of paginateQuery({ client: table.client }, query))
    for (const item of items) {
      const lead = await readLead(table, EntrySchema.parse(unmarshall(item)).leadId);
      if (lead !== undefined && !isOpen(lead)) found.push(lead.leadId);
    }
  return found;
};

/** Clears the flag of a lead that has ended. @returns false when it is open again, or was erased */
export const clearFlag = async (table: DynamoTable, leadId: string): Promise<boolean> => {
  const command = new UpdateItemCommand({
    TableName: table.tableName,
    Key: toItem(keys.lead(leadId)),
    UpdateExpression: "SET #version = #version + :one REMOVE needsAttention, attentionPartition, attentionAt",
    ConditionExpression: "attribute_exists(attentionPartition) AND attribute_not_exists(nextDueAt)",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: toItem({ ":one": 1 }),
  });
  try {
    await table.client.send(command);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

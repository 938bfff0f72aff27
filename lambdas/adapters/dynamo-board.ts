import { paginateQuery } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { openStages } from "../contract/stages.ts";
import { stagePartition, stageShards, tableIndexes } from "../contract/table.ts";
import { type LeadTable, toItem } from "./dynamo-table.ts";

const EntrySchema = z.object({ leadId: z.string() });

/** Ids of the open leads whose next due time lies before this, page by page, by index. */
export async function* overdueLeads(table: LeadTable, dueBefore: string): AsyncGenerator<string[]> {
  for (const stage of openStages)
    for (let shard = 0; shard < stageShards; shard++) yield* pagesOf(table, stagePartition(stage, shard), dueBefore);
}

async function* pagesOf(table: LeadTable, partition: string, dueBefore: string): AsyncGenerator<string[]> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.tableName,
      IndexName: tableIndexes.byStage,
      KeyConditionExpression: "stagePartition = :partition AND nextDueAt < :dueBefore",
      ExpressionAttributeValues: toItem({ ":partition": partition, ":dueBefore": dueBefore }),
    },
  );
  for await (const { Items: items = [] } of pages)
    if (items.length > 0) yield items.map((item) => EntrySchema.parse(unmarshall(item)).leadId);
}

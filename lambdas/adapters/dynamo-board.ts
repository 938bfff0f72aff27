import { paginateQuery, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { openStages, StageSchema } from "../contract/stages.ts";
import { ownerPartition, stagePartition, stageShards, tableIndexes } from "../contract/table.ts";
import { type DynamoTable, type Item, toItem } from "./dynamo-table.ts";

const EntrySchema = z.object({ leadId: z.string(), stage: StageSchema });
/** An open lead, read by index; an index may lag behind the table by a moment. */
export type BoardEntry = z.infer<typeof EntrySchema>;

const partitions = openStages.flatMap((stage) =>
  Array.from({ length: stageShards }, (_, shard) => stagePartition(stage, shard)),
);

/** Ids of the open leads whose next due time is before this, page by page, by index. */
export async function* overdueLeads(table: DynamoTable, dueBefore: string): AsyncGenerator<string[]> {
  for (const partition of partitions) {
    const query = {
      IndexName: tableIndexes.byStage,
      KeyConditionExpression: "stagePartition = :partition AND nextDueAt < :dueBefore",
      ExpressionAttributeValues: toItem({ ":partition": partition, ":dueBefore": dueBefore }),
    };
    for await (const page of pagesOf(table, query)) yield page.map(({ leadId }) => leadId);
  }
}

/** The open leads in this owner's hands, page by page, by index. */
export const leadsOfOwner = (table: DynamoTable, ownerId: string): AsyncGenerator<BoardEntry[]> =>
  pagesOf(table, {
    IndexName: tableIndexes.byOwner,
    KeyConditionExpression: "ownerPartition = :owner",
    ExpressionAttributeValues: toItem({ ":owner": ownerPartition(ownerId) }),
  });

async function* pagesOf(table: DynamoTable, query: Omit<QueryCommandInput, "TableName">): AsyncGenerator<BoardEntry[]> {
  const pages = paginateQuery({ client: table.client }, { TableName: table.tableName, ...query });
  for await (const { Items: items = [] } of pages) if (items.length > 0) yield items.map(entryOf);
}

const entryOf = (item: Parameters<typeof unmarshall>[0]): BoardEntry => EntrySchema.parse(unmarshall(item));

/** The position of a walk through all open leads: partition of the index, and the last entry seen. */
export interface BoardPlace {
  readonly partition: number;
  readonly behind?: Item | undefined;
}

/** At most this many open leads from this position on; `next` is `undefined` at the end. */
export const openLeadsFrom = async (
  table: DynamoTable,
  place: BoardPlace,
  most: number,
): Promise<{ readonly leadIds: string[]; readonly next: BoardPlace | undefined }> => {
  const leadIds: string[] = [];
  let { partition, behind }: BoardPlace = place;
  for (let name = partitions[partition]; name !== undefined; name = partitions[partition]) {
    if (leadIds.length >= most) return { leadIds, next: { partition, behind } };
    const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: tableIndexes.byStage,
        KeyConditionExpression: "stagePartition = :partition",
        ExpressionAttributeValues: toItem({ ":partition": name }),
        Limit: most - leadIds.length,
        ...(behind !== undefined && { ExclusiveStartKey: toItem(behind) }),
      }),
    );
    leadIds.push(...items.map((item) => entryOf(item).leadId));
    behind = last === undefined ? undefined : unmarshall(last);
    if (behind === undefined) partition++;
  }
  return { leadIds, next: undefined };
};

import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { columnPartition, keys, stageShards, tableIndexes } from "../contract/table.ts";
import { retainedStages } from "../domain/erasure/retention.ts";
import { type DynamoTable, type Item, readItem, rewrite, toItem, transact, type Whole } from "./dynamo-table.ts";

const PlaceSchema = z.object({ partition: z.int(), behind: z.optional(z.record(z.string(), z.unknown())) });
/** The position of the walk through all leads that have ended. */
type Place = z.infer<typeof PlaceSchema>;

const partitions = retainedStages.flatMap((stage) =>
  Array.from({ length: stageShards }, (_, shard) => columnPartition(stage, shard)),
);

const EntrySchema = z.object({ pk: z.string() });
const leadIdOf = (item: Item): string => EntrySchema.parse(item).pk.slice(keys.lead("").pk.length);

/**
 * The next leads that ended before this instant, at most so many; after the last one the walk begins again. `walked` keeps
 * the position, once they have been looked at.
 */
export const nextEnded = async (table: DynamoTable, before: string, most: number) => {
  const kept = await readItem(table, keys.retentionCursor());
  let { partition, behind }: Place = kept === undefined ? { partition: 0 } : PlaceSchema.parse(kept);
  // DynamoDB refuses to go on from a place that a new agreement has put outside of the question.
  if (behind !== undefined && String(behind.columnAt) >= before) behind = undefined;
  const leadIds: string[] = [];
  for (let name = partitions[partition]; name !== undefined && leadIds.length < most; name = partitions[partition]) {
    const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: tableIndexes.board,
        KeyConditionExpression: "columnPartition = :partition AND columnAt < :before",
        ExpressionAttributeValues: toItem({ ":partition": name, ":before": before }),
        Limit: most - leadIds.length,
        ...(behind !== undefined && { ExclusiveStartKey: toItem(behind) }),
      }),
    );
    leadIds.push(...items.map((item) => leadIdOf(unmarshall(item))));
    behind = last === undefined ? undefined : unmarshall(last);
    if (behind === undefined) partition++;
  }
  const next: Whole<Place> =
    partition < partitions.length ? { partition, behind } : { partition: 0, behind: undefined };
  return {
    leadIds,
    // Nothing can refuse it: it has no condition.
    walked: async (): Promise<void> => {
      await transact(table, [rewrite<Place>(table, "cursor", keys.retentionCursor(), next)]);
    },
  };
};

import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { type DynamoTable, type Key, toItem } from "./dynamo-table.ts";

const CountSchema = z.object({ count: z.int() });

/**
 * Adds to a counter that is forgotten after its span, in one write that no other stands in the way of.
 * @returns what it counts now
 */
export const countUp = async (table: DynamoTable, key: Key, by: number, forgetAt: number): Promise<number> => {
  const { Attributes: counted = {} } = await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(key),
      UpdateExpression: "SET expiresAt = :forget ADD #count :by",
      ExpressionAttributeNames: { "#count": "count" },
      ExpressionAttributeValues: toItem({ ":forget": Math.ceil(forgetAt / 1000), ":by": by }),
      ReturnValues: "ALL_NEW",
    }),
  );
  return CountSchema.parse(unmarshall(counted)).count;
};

import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { giveWay } from "./contention.ts";
import { type DynamoTable, type Item, type Key, toItem } from "./dynamo-table.ts";

/** DynamoDB's own bound. */
const mostAtOnce = 100;
const mostTries = 8;
const longestPauseMillis = 1000;

/**
 * By partition: each of the keys has another one.
 * @param attributes those that are wanted beside `pk`. @default all
 */
export const readItems = async (
  table: DynamoTable,
  wanted: readonly Key[],
  attributes?: readonly string[],
): Promise<Map<string, Item>> => {
  const found = new Map<string, Item>();
  for (let from = 0; from < wanted.length; from += mostAtOnce)
    for (const item of await readSome(table, wanted.slice(from, from + mostAtOnce), attributes))
      found.set(String(item.pk), item);
  return found;
};

/** What a busy table leaves out is asked for again. */
const readSome = async (
  { client, tableName }: DynamoTable,
  wanted: readonly Key[],
  attributes: readonly string[] | undefined,
): Promise<Item[]> => {
  const items: Item[] = [];
  let left = wanted.map((key) => toItem(key));
  const projection = attributes && { ProjectionExpression: ["pk", ...attributes].join(", ") };
  for (let tries = 0; left.length > 0; tries++) {
    if (tries > 0) await giveWay(tries, longestPauseMillis);
    if (tries >= mostTries)
      throw Object.assign(new Error("the table left out items that were asked for"), { name: "TimeoutError" });
    const read = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true, ...projection } } }),
    );
    items.push(...(read.Responses?.[tableName] ?? []).map((item) => unmarshall(item)));
    left = read.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
};

import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type AskedAddress, AskedAddressSchema, mailboxHash, mayAsk } from "../domain/nurture/asked-address.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isAtVersion, type Key, readItem, rewrite, toItem, transact } from "./dynamo-table.ts";

/** All that the mailbox behind an address was ever asked to confirm. */
export const readAskedAddress = async (table: DynamoTable, email: string): Promise<AskedAddress> => {
  const item = await readItem(table, keys.limit("ASKED", mailboxHash(email), "ASKED"));
  return item === undefined ? { version: 0, asks: [] } : AskedAddressSchema.parse(item);
};

/**
 * Notes that the mailbox is about to be asked this, if it may be: before the mail, so that no crash makes it two.
 * @returns false when it may not be asked
 */
export const noteAsk = (table: DynamoTable, email: string, of: string, at: string): Promise<boolean> =>
  untilWritten(async () => {
    const { version, asks } = await readAskedAddress(table, email);
    if (!mayAsk(asks, of, at)) return false;
    if (asks.some((ask) => ask.of === of)) return true;
    const key = keys.limit("ASKED", mailboxHash(email), "ASKED");
    const next = { version: version + 1, asks: [...asks, { of, at }] };
    const isAsRead = isAtVersion(version);
    return (await transact(table, [rewrite<AskedAddress>(table, "asked", key, next, isAsRead)])).done || undefined;
  });

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

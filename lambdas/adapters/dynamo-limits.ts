import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { limits } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type AskedAddress, AskedAddressSchema, mailboxHash, mayAsk } from "../domain/nurture/asked-address.ts";
import { dayMillis } from "../domain/working-time/zone.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isAtVersion, type Key, readItem, rewrite, toItem, transact } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

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

const DaysMailsSchema = /* @__PURE__ */ droppable(() => z.object({ version: z.int(), mails: z.array(z.string()) }));
type DaysMails = z.infer<typeof DaysMailsSchema> & { readonly expiresAt: number };

/**
 * Notes that a mail is about to go to a mailbox whose owner never said that the address is theirs; the same mail again is
 * not another one.
 * @returns false when as many as may went to it on this day (in UTC)
 */
export const noteMail = (table: DynamoTable, email: string, name: string, at: string): Promise<boolean> =>
  untilWritten(async () => {
    const key = keys.limit("STRANGER", mailboxHash(email), at.slice(0, 10));
    const item = await readItem(table, key);
    const { version, mails } = item === undefined ? { version: 0, mails: [] } : DaysMailsSchema.parse(item);
    if (mails.includes(name)) return true;
    if (mails.length >= limits.mailsPerStrangerAndDay) return false;
    const expiresAt = epochSeconds(at, 2 * dayMillis);
    const next = { version: version + 1, mails: [...mails, name], expiresAt };
    return (
      (await transact(table, [rewrite<DaysMails>(table, "mails", key, next, isAtVersion(version))])).done || undefined
    );
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

import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type Lead, LeadSchema } from "../domain/lead/lead.ts";
import { addressHash, type Suppression, SuppressionSchema } from "../domain/nurture/suppression.ts";
import { giveWay } from "./contention.ts";
import { type DynamoTable, type Item, type Key, toItem } from "./dynamo-table.ts";

/** What is known of an address. */
export interface Known {
  readonly known?: Lead | undefined;
  readonly suppression?: Suppression | undefined;
}

/** What is known of each of these normalised addresses, in a few requests. */
export const readKnown = async (table: DynamoTable, emails: readonly string[]): Promise<Map<string, Known>> => {
  const all = [...new Set(emails)];
  const [claims, suppressions] = await Promise.all([
    readItems(table, all.map(keys.emailClaim)),
    readItems(
      table,
      all.map((email) => keys.suppression(addressHash(email))),
    ),
  ]);
  const leadOf = (email: string): string | undefined => {
    const claim = claims.get(keys.emailClaim(email).pk);
    return claim === undefined ? undefined : z.string().parse(claim.leadId);
  };
  const leads = await readItems(table, all.flatMap((email) => leadOf(email) ?? []).map(keys.lead));
  return new Map(
    all.map((email): [string, Known] => {
      const lead = leads.get(keys.lead(leadOf(email) ?? "").pk);
      const suppression = suppressions.get(keys.suppression(addressHash(email)).pk);
      return [
        email,
        {
          known: lead && LeadSchema.parse(lead),
          suppression: suppression && SuppressionSchema.parse(suppression),
        },
      ];
    }),
  );
};

/** DynamoDB's own bound. */
const mostAtOnce = 100;
const mostTries = 8;
const longestPauseMillis = 1000;

/** By partition: each of the keys has another one. */
const readItems = async (table: DynamoTable, wanted: readonly Key[]): Promise<Map<string, Item>> => {
  const found = new Map<string, Item>();
  for (let from = 0; from < wanted.length; from += mostAtOnce)
    for (const item of await readSome(table, wanted.slice(from, from + mostAtOnce))) found.set(String(item.pk), item);
  return found;
};

/** What a busy table leaves out is asked for again. */
const readSome = async ({ client, tableName }: DynamoTable, wanted: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = [];
  let left = wanted.map((key) => toItem(key));
  for (let tries = 0; left.length > 0; tries++) {
    if (tries > 0) await giveWay(tries, longestPauseMillis);
    if (tries >= mostTries)
      throw Object.assign(new Error("the table left out items that were asked for"), { name: "TimeoutError" });
    const read = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(read.Responses?.[tableName] ?? []).map((item) => unmarshall(item)));
    left = read.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
};

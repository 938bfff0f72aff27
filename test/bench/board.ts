/**
 * What a page of the board costs to read: the first page of all twelve columns, in DynamoDB's read units, with 1,000
 * and with 100,000 leads. The questions are the board's own; each is answered from entries of the size that they have
 * by DynamoDB's rules, and costs half a unit for every 4 KB begun.
 */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { columnParts, readColumn } from "../../lambdas/adapters/dynamo-columns.ts";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type Item, toItem } from "../../lambdas/adapters/dynamo-table.ts";
import { openStages, type Stage, StageSchema } from "../../lambdas/contract/stages.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow } from "../builders/now.ts";
import { itemBytes } from "./item-size.ts";

const pageSize = 20;

/** What the board's index has of a lead. */
const entryOf = (lead: Parameters<typeof leadItem>[0]): Item => {
  const { pk, sk, columnPartition, columnAt, card, createdAt } = leadItem(lead);
  return { pk, sk, columnPartition, columnAt, card, createdAt };
};

const entriesWith = (leads: number): Map<string, Item[]> => {
  const partitions = new Map<string, Item[]>();
  for (let i = 0; i < leads; i++) {
    const stage = StageSchema.options[i % StageSchema.options.length] ?? "captured";
    const scores = { fit: 70, familiarity: 55, persona: "operations-and-logistics", grade: "B2" };
    const at = daysFromNow(i / leads);
    const leadId = `${String(i).padStart(8, "0")}-9a53-4a86-8b8e-0d9c2f6f7a10`;
    const entry = entryOf(aLead(stage, { leadId, source: "newsletter", scores, stageSince: at }));
    const partition = String(entry.columnPartition);
    partitions.set(partition, [...(partitions.get(partition) ?? []), entry]);
  }
  return partitions;
};

const QuerySchema = z.object({
  ExpressionAttributeValues: z.object({ ":partition": z.object({ S: z.string() }) }),
  Limit: z.int(),
  ExclusiveStartKey: z.optional(z.object({ pk: z.object({ S: z.string() }) })),
});

/** A client that answers queries from these entries, and adds up what DynamoDB would charge. */
const metered = (partitions: ReadonlyMap<string, readonly Item[]>) => {
  const cost = { units: 0, queries: 0, bytes: 0 };
  const client = new DynamoDBClient({ region: "eu-west-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } });
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        const asked = QuerySchema.parse(input);
        const all = partitions.get(asked.ExpressionAttributeValues[":partition"].S) ?? [];
        const behind = asked.ExclusiveStartKey?.pk.S;
        const from = behind === undefined ? 0 : all.findIndex(({ pk }) => pk === behind) + 1;
        const page = all.slice(from, from + asked.Limit);
        const bytes = page.reduce((sum, entry) => sum + itemBytes(entry), 0);
        cost.units += Math.max(1, Math.ceil(bytes / 4096)) / 2;
        cost.bytes += bytes;
        cost.queries++;
        const last = from + asked.Limit < all.length ? { LastEvaluatedKey: toItem({ pk: page.at(-1)?.pk }) } : {};
        return { output: { $metadata: {}, Items: page.map(toItem), ...last }, response: {} };
      },
    { step: "initialize", priority: "low" },
  );
  return { table: { client, tableName: "leads" }, cost };
};

const isOpen = (stage: Stage): boolean => openStages.some((open) => open === stage);

console.log("read units of the board's first page: 12 columns of 20 cards");
for (const leads of [1_000, 100_000]) {
  const { table, cost } = metered(entriesWith(leads));
  let cards = 0;
  for (const stage of StageSchema.options) {
    const { entries } = await readColumn(table, {
      parts: columnParts(stage),
      newestFirst: !isOpen(stage),
      most: pageSize,
    });
    cards += entries.length;
  }
  const { units, queries, bytes } = cost;
  const told = [leads.toLocaleString("en"), cards, units, queries, bytes.toLocaleString("en")];
  console.log(["leads", "cards", "read units", "queries", "bytes"].map((name, i) => `${name} ${told[i]}`).join("; "));
}

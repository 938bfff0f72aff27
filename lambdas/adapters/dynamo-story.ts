import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import type { Deed } from "../domain/hand-off/deeds.ts";
import type { SalesFact } from "../domain/hand-off/earlier-cycles.ts";
import { type Key, type LeadTable, readBeginningWith, toItem } from "./dynamo-table.ts";

/**
 * Engagements are kept by ids that do not sort by time, so the newest cannot be asked for. So many are read at most, in one
 * query: about 300 kB. Hardly any lead has done more; of one that has, the running sums tell what is missing.
 */
export const mostDeedsRead = 1000;

const DeedSchema = z.object({
  kind: z.string(),
  at: z.string(),
  subject: z.optional(z.string()),
  cycle: z.optional(z.int()),
});

/** What the lead did, in no particular order; of a lead that did very much, a part of it. */
export const readDeeds = async (table: LeadTable, leadId: string): Promise<Deed[]> => {
  const { pk, sk } = keys.engagement(leadId, "");
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: toItem({ ":pk": pk, ":sk": sk }),
      ConsistentRead: true,
      Limit: mostDeedsRead,
    }),
  );
  return items.map((item) => DeedSchema.parse(unmarshall(item)));
};

const SalesFactSchema = z.object({
  cycle: z.int(),
  at: z.string(),
  ownerId: z.string(),
  by: z.optional(z.string()),
  kind: z.string(),
  reason: z.optional(z.string()),
  note: z.optional(z.string()),
});
const ClockSchema = z.object({ cycle: z.int(), closedAt: z.string(), ownerId: z.string(), because: z.string() });

/** What sales said of the lead and did with it in all its cycles: a few items each. */
export const readSalesFacts = async (table: LeadTable, leadId: string): Promise<SalesFact[]> => {
  const { pk } = keys.lead(leadId);
  const beginning = (sk: string): Key => ({ pk, sk });
  const [answers, outcomes, clocks] = await Promise.all([
    readBeginningWith(table, beginning("ANSWER#")),
    readBeginningWith(table, beginning("OUTCOME#")),
    readBeginningWith(table, beginning("CLOCK#")),
  ]);
  return [
    ...[...answers, ...outcomes].map((item) => SalesFactSchema.parse(item)),
    ...clocks.map((item) => {
      const { closedAt, ...clock } = ClockSchema.parse(item);
      return { ...clock, at: closedAt };
    }),
  ];
};

import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { orphanReasons } from "../domain/wake/audit.ts";
import { type LeadTable, put, toItem, transact } from "./dynamo-table.ts";

/** An open lead that nobody and nothing would have looked after. */
const OrphanSchema = z.object({ leadId: z.string(), at: z.string(), why: z.enum(orphanReasons) });
export type Orphan = z.infer<typeof OrphanSchema>;

const orphanLivesSeconds = 30 * 24 * 3600;

/** Keeps for people what the audit found, and had looked at, for a month. */
export const noteOrphan = async (table: LeadTable, orphan: Orphan): Promise<void> => {
  const expiresAt = Math.floor(Date.parse(orphan.at) / 1000) + orphanLivesSeconds;
  await transact(table, [put(table, "orphan", { ...keys.orphan(orphan.at, orphan.leadId), ...orphan, expiresAt })]);
};

/** Those found since then, the newest first, so many at most. */
export const readOrphans = async (table: LeadTable, since: string, most: number): Promise<Orphan[]> => {
  const { pk, sk } = keys.orphan(since, "");
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      KeyConditionExpression: "pk = :pk AND sk >= :since",
      ExpressionAttributeValues: toItem({ ":pk": pk, ":since": sk }),
      ScanIndexForward: false,
      Limit: most,
    }),
  );
  return items.map((item) => OrphanSchema.parse(unmarshall(item)));
};

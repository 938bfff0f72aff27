import { paginateScan, type WriteRequest } from "@aws-sdk/client-dynamodb";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { write } from "../../local/demo-history/import.ts";

export interface Copied {
  readonly items: number;
  readonly leads: number;
  /** Items that the restored table does not have. */
  readonly removed: number;
}

/** What a table is made of: a wrong one is noticed before anything is copied. */
export const surveyed = async (table: DynamoTable): Promise<{ readonly items: number; readonly leads: number }> => {
  let [items, leads] = [0, 0];
  for await (const { Items = [] } of scan(table))
    for (const { pk, sk } of Items) {
      items++;
      if (pk?.S?.startsWith("LEAD#") && sk?.S === "PROFILE") leads++;
    }
  return { items, leads };
};

/**
 * Makes the table what the restored one is. Each item says that it was copied, by which the readers of the stream know
 * that it is no news; then what was not copied goes. Safe to repeat with the same instant.
 */
export const copyBack = async (restored: DynamoTable, table: DynamoTable, restoredAt: string): Promise<Copied> => {
  let [items, leads, removed] = [0, 0, 0];
  for await (const { Items = [] } of scan(restored)) {
    await write(
      table,
      Items.map((item): WriteRequest => ({ PutRequest: { Item: { ...item, restoredAt: { S: restoredAt } } } })),
    );
    items += Items.length;
    leads += Items.filter(({ pk, sk }) => pk?.S?.startsWith("LEAD#") && sk?.S === "PROFILE").length;
  }
  for await (const { Items = [] } of scan(table)) {
    const others = Items.filter((item) => item.restoredAt?.S !== restoredAt);
    await write(
      table,
      others.flatMap(({ pk, sk }): WriteRequest[] => (pk && sk ? [{ DeleteRequest: { Key: { pk, sk } } }] : [])),
    );
    removed += others.length;
  }
  return { items, leads, removed };
};

const scan = ({ client, tableName: TableName }: DynamoTable) =>
  paginateScan({ client }, { TableName, ConsistentRead: true });

import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type Kept, KeptSchema, keptDay, keptKey } from "../contract/kept-outside.ts";
import { lifetimes } from "../contract/limits.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { dayMillis } from "../domain/working-time/zone.ts";
import { type DynamoTable, readUpTo, toItem } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** Keeps it outside of the leads' table, until no restore can reach back to before it. */
export const keepOutside = async (outside: DynamoTable, kept: Kept): Promise<void> => {
  const expiresAt = epochSeconds(kept.at, elapsedMillis(lifetimes.keptOutside));
  const item = { ...keptKey(kept), ...kept, expiresAt };
  await outside.client.send(new PutItemCommand({ TableName: outside.tableName, Item: toItem(item) }));
};

/** All that was kept since then, in the order of time. */
export const readKept = async (outside: DynamoTable, since: string, now: string): Promise<Kept[]> => {
  const found: Kept[] = [];
  for (const day of daysBetween(since, now)) {
    const values = { ":pk": day, ":since": since };
    const { items } = await readUpTo(outside, Number.POSITIVE_INFINITY, "pk = :pk AND sk >= :since", values);
    found.push(...items.map((item) => KeptSchema.parse(item)));
  }
  return found;
};

const daysBetween = (from: string, to: string): string[] => {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const days = Math.floor((Date.parse(to) - first) / dayMillis) + 1;
  return Array.from({ length: days }, (_, i) => keptDay(new Date(first + i * dayMillis).toISOString()));
};

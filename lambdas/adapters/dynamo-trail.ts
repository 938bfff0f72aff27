import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { type Trail, type TrailStep, TrailStepSchema } from "../contract/board.ts";
import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type DynamoTable, readUpTo, toItem } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** To the hour: a page that asks every few seconds makes one item, not hundreds. */
const hourOf = (at: string): string => at.slice(0, 13);

/** Adds to the audit trail. Once again (a repeated request) only counts. */
export const recordStep = async (table: DynamoTable, step: TrailStep): Promise<void> => {
  const { firstAt, lastAt, times, ...same } = step;
  const { user, did, by, leadId = "", refused = false } = same;
  // Each exported list is a line of its own.
  const when = same.rows === undefined ? hourOf(firstAt) : firstAt;
  const key = keys.trail(firstAt.slice(0, 10), [when, user, did, by, leadId, refused ? "no" : ""].join("#"));
  const named = Object.entries(same).filter(([, value]) => value !== undefined);
  const sets = named.map((_, i) => `#n${i} = :n${i}`);
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(key),
      UpdateExpression: `SET firstAt = if_not_exists(firstAt, :at), lastAt = :last, expiresAt = :end, ${sets.join(", ")} ADD times :times`,
      ExpressionAttributeNames: Object.fromEntries(named.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: toItem({
        ":at": firstAt,
        ":last": lastAt,
        ":times": times,
        ":end": epochSeconds(lastAt, elapsedMillis(lifetimes.trail)),
        ...Object.fromEntries(named.map(([, value], i) => [`:n${i}`, value])),
      }),
    }),
  );
};

/** The trail of one day, the newest first, at most so many steps. */
export const readTrail = async (table: DynamoTable, day: string, most: number): Promise<Trail> => {
  const { items, isCut } = await readUpTo(table, most, "pk = :pk", { ":pk": keys.trail(day, "").pk });
  const steps = items.map((item) => TrailStepSchema.parse(item));
  return { day, steps: steps.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1)), more: isCut };
};

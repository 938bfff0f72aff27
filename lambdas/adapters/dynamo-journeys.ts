import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { keys } from "../contract/table.ts";
import { type DynamoTable, type Item, readItem, toItem, transact, update } from "./dynamo-table.ts";

/** The token has been answered or is closed; a newer one, stored meanwhile, stays. */
export const forgetToken = (table: DynamoTable, leadId: string, taskToken: string): Promise<boolean> =>
  updateJourney(table, leadId, "REMOVE taskToken, tokenCycle, seenSignals", "taskToken = :token", {
    ":token": taskToken,
  });

/**
 * The execution of this cycle died: its successor gets a new name.
 * @returns false when another function noticed it at the same moment and has counted this restart.
 */
export const countRestart = (
  table: DynamoTable,
  leadId: string,
  { cycle, restarts, at }: { readonly cycle: number; readonly restarts: number; readonly at: string },
): Promise<boolean> =>
  updateJourney(
    table,
    leadId,
    "SET restartedCycle = :cycle, restarts = :restarts, restartedAt = :at",
    "attribute_not_exists(restarts) OR restartedCycle <> :cycle OR restarts < :restarts",
    { ":cycle": cycle, ":restarts": restarts, ":at": at },
    { restartedCycle: cycle, restarts, restartedAt: at },
  );

/** The orphan has been woken: after its wake-up was sent, so that a sweep that dies in between wakes it again. */
export const markWoken = async (table: DynamoTable, leadId: string, now: string): Promise<void> => {
  const values = { values: { ":now": now } };
  // Nothing can refuse it: it has no condition.
  await transact(table, [update(table, "woken", keys.journey(leadId), "SET orphanSeenAt = :now", values)]);
};

/**
 * A write whose answer was lost is repeated by the SDK, and then refused by its own effect: it is told by what it would
 * have written. (Of two functions that write the same in the same millisecond, both are told that they did: starting
 * and waking twice is harmless.)
 * @returns false when the condition did not hold.
 */
const updateJourney = async (
  table: DynamoTable,
  leadId: string,
  expression: string,
  condition: string,
  values: Item,
  written: Item = {},
): Promise<boolean> => {
  const command = new UpdateItemCommand({
    TableName: table.tableName,
    Key: toItem(keys.journey(leadId)),
    UpdateExpression: expression,
    ConditionExpression: condition,
    ExpressionAttributeValues: toItem(values),
  });
  try {
    await table.client.send(command);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return isWritten(table, leadId, written);
    throw error;
  }
};

const isWritten = async (table: DynamoTable, leadId: string, written: Item): Promise<boolean> => {
  const item = (await readItem(table, keys.journey(leadId))) ?? {};
  const facts = Object.entries(written);
  return facts.length > 0 && facts.every(([fact, value]) => item[fact] === value);
};

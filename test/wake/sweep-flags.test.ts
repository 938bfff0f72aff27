import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { clearFlag, flaggedInVain } from "../../lambdas/adapters/dynamo-attention.ts";
import { countRestart } from "../../lambdas/adapters/dynamo-journeys.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { sweepFlags } from "../../lambdas/wake/sweep-flags.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";

const needsAttention = { error: "TypeError", at: now };

const stored = async (table: Twin, leadId: string, stage: "won" | "accepted") => {
  const lead = aLead(stage, { leadId, needsAttention });
  await transact(table, [put(table, "lead", leadItem(lead))]);
};

it("clears the flags of leads that have ended, and only theirs", async () => {
  const table = dynamoTwin();
  await stored(table, "ended", "won");
  await stored(table, "open", "accepted");
  expect(await flaggedInVain(table)).toEqual(["ended"]);
  await sweepFlags(table);
  expect(await flaggedInVain(table)).toEqual([]);
  const [ended, open] = await Promise.all(["ended", "open"].map((leadId) => readLead(table, leadId)));
  expect([ended?.needsAttention, open?.needsAttention]).toEqual([undefined, needsAttention]);
  expect(ended?.version).toBe(aLead("won").version + 1);
});

it("leaves the flag of a lead that is open again", async () => {
  const table = dynamoTwin();
  await stored(table, "ended", "won");
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(keys.lead("ended")),
      UpdateExpression: "SET nextDueAt = :now",
      ExpressionAttributeValues: toItem({ ":now": now }),
    }),
  );
  expect(await clearFlag(table, "ended")).toBe(false);
});

it("knows its own write again when the SDK repeats it because the answer was lost", async () => {
  const table = dynamoTwin();
  const restart = { cycle: 1, restarts: 1, at: now };
  const later = new Date(Date.parse(now) + 1).toISOString();
  expect([await countRestart(table, "lead-1", restart), await countRestart(table, "lead-1", restart)]).toEqual([
    true,
    true,
  ]);
  expect(await countRestart(table, "lead-1", { ...restart, at: later })).toBe(false);
});

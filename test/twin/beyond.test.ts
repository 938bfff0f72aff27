import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { StageSchema } from "../../lambdas/contract/stages.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { World } from "../../local/twin/world.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { factsOf, tales } from "./stories.ts";
import { lived } from "./story.ts";

const definition = synthesisedDefinition();

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer(), { maxKeys: 3 }),
);
/** What a newer release may have written to a lead. */
const attributes = fc.dictionary(fc.stringMatching(/^next[A-Z][a-z]{1,8}$/), value, { minKeys: 1, maxKeys: 4 });

/** The newer release writes them to every lead that there is, whenever a journey begins to wait. */
const write = async ({ table }: World, beyond: Record<string, unknown>): Promise<void> => {
  const entries = Object.entries(beyond);
  for (const { pk, sk } of table.items().filter((item) => item.sk?.S === "PROFILE"))
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.tableName,
        Key: { ...(pk && { pk }), ...(sk && { sk }) },
        UpdateExpression: `SET ${entries.map((_, i) => `#${i} = :${i}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#${i}`, name])),
        ExpressionAttributeValues: marshall(Object.fromEntries(entries.map(([, each], i) => [`:${i}`, each]))),
      }),
    );
};

describe("what a newer release has written to a lead", () => {
  it.each(tales)(
    "is still there at the end: $name",
    async (tale) => {
      await fc.assert(
        fc.asyncProperty(attributes, async (beyond) => {
          const world = new World(definition, tale.agreement);
          let written = Promise.resolve();
          world.whenItWaits = (waits) => {
            if (waits === 1) written = write(world, beyond);
          };
          const { lead, undone } = await lived(world, tale.steps, factsOf(tale));
          await written;
          expect({ stage: lead.stage, cycle: lead.cycle, undone }).toEqual({ ...tale.ends, undone: 0 });
          const item = world.table.items().find(({ sk }) => sk?.S === "PROFILE") ?? {};
          if (world.waitsStored.length > 0) expect(unmarshall(item)).toMatchObject(beyond);
        }),
        { numRuns: 5 },
      );
    },
    120_000,
  );

  it.each(StageSchema.options)("is nothing that this release writes to a lead that is %s", async (stage) => {
    const lead = aLead(stage, { needsAttention: { error: "States.Timeout", at: now } });
    const table = dynamoTwin();
    await transact(table, [put(table, "lead", leadItem(lead))]);
    expect(await readLead(table, lead.leadId)).toEqual(lead);
  });
});

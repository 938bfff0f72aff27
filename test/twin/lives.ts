import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import type { Definition } from "../../local/twin/definition.ts";
import { dynamoTwin, type Twin, type TwinRequest } from "../../local/twin/dynamo-twin.ts";
import { World } from "../../local/twin/world.ts";
import { type Step, Story } from "./story.ts";

/** A nurtured lead visits the prices, which makes it an MQL. */
export const looksAtPrices: Step = {
  when: ({ stage, cycle }, world) => stage === "nurturing" && cycle === 1 && world.mails.length > 0,
  does: (story) => story.engage("pricing-viewed"),
};

/** A lead that has lived so far; @throws when it never gets there. */
export const livedUntil = async (
  definition: Definition,
  agreement: Agreement,
  steps: readonly Step[],
  isThere: (lead: Lead, world: World) => boolean,
  facts: Record<string, unknown> = {},
) => {
  const world = new World(definition, agreement);
  const story = new Story(world);
  await story.submit(facts);
  const left = [...steps];
  for (let steps = 0; steps < 1000; steps++) {
    const lead = await story.lead();
    const [next] = left;
    if (next?.when(lead, world)) {
      left.shift();
      await next.does(story);
    } else if (isThere(lead, world)) return { world, story, lead };
    else if (!(await world.advance())) break;
  }
  throw new Error(`the lead never gets there: ${JSON.stringify(await story.lead())}`);
};

/** The same items in a table of their own. */
export const copyOf = async (table: Twin, before?: (request: TwinRequest) => Promise<void>): Promise<Twin> => {
  const items = table.items();
  let isFull = false;
  const copy = dynamoTwin(async (request) => {
    if (isFull) await before?.(request);
  });
  for (const Item of items) await copy.client.send(new PutItemCommand({ TableName: copy.tableName, Item }));
  copy.takeChanges();
  isFull = true;
  return copy;
};

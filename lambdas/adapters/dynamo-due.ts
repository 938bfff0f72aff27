import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { tableIndexes } from "../contract/table.ts";
import { type DynamoTable, readPage } from "./dynamo-table.ts";

/** By these the sweep finds what goes on in turns: an item has them for as long as somebody has to look at it. */
export const dueKeys = (partition: string, dueAt: string | undefined) => ({
  attentionPartition: dueAt === undefined ? undefined : partition,
  attentionAt: dueAt,
});

export type DueKeys = ReturnType<typeof dueKeys>;

const ListedSchema = /* @__PURE__ */ droppable(() => z.object({ sk: z.string() }));

/** Ids of what is due until then, at most so many, the longest ago first: what follows the kind in their sort keys. */
export const readDue = async (
  table: DynamoTable,
  partition: string,
  until: string,
  most: number,
): Promise<string[]> => {
  const question = {
    IndexName: tableIndexes.attention,
    KeyConditionExpression: "attentionPartition = :partition AND attentionAt <= :until",
    Limit: most,
  };
  const items = await readPage(table, question, { ":partition": partition, ":until": until });
  return items.map((item) => {
    const { sk } = ListedSchema.parse(item);
    return sk.slice(sk.indexOf("#") + 1);
  });
};

import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { markAt, numbered, type VersionMark } from "../domain/agreement/version-mark.ts";
import { type DynamoTable, type Item, readPage } from "./dynamo-table.ts";

const MarkSchema = /* @__PURE__ */ droppable(() =>
  z.object({ version: z.string(), since: z.string(), number: z.optional(z.int()) }),
);

/** Each has its terms beside it, and a page of the table holds a megabyte. */
const marksOfPage = 100;

/** Every version that was or will be in force, the oldest first, without its terms. */
export const readVersionMarks = async (table: DynamoTable): Promise<VersionMark[]> => {
  const items: Item[] = [];
  for (let last = ""; ; ) {
    const page = await readPage(
      table,
      {
        KeyConditionExpression: "pk = :pk AND sk > :last",
        ProjectionExpression: "version, since, #number",
        ExpressionAttributeNames: { "#number": "number" },
        Limit: marksOfPage,
      },
      // DynamoDB takes no empty text for a key.
      { ":pk": keys.agreementVersion("").pk, ":last": last === "" ? " " : last },
    );
    if (page.length === 0) return numbered(items.map((item) => MarkSchema.parse(item)));
    items.push(...page);
    last = MarkSchema.parse(page.at(-1)).since;
  }
};

/** What a function has read before: versions never change, so only what is not known yet is looked up. */
const known = new WeakMap<DynamoTable, readonly VersionMark[]>();

/** The versions by which these were decided are among them, if they were ever in force. */
export const marksFor = async (
  table: DynamoTable,
  decided: readonly { readonly version: string; readonly at: string }[],
): Promise<readonly VersionMark[]> => {
  const before = known.get(table) ?? [];
  if (decided.every(({ version, at }) => markAt(before, at)?.version === version)) return before;
  const marks = await readVersionMarks(table);
  known.set(table, marks);
  return marks;
};

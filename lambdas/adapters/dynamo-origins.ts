import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type DynamoTable, readBeginningWith } from "./dynamo-table.ts";

const text = z.optional(z.string());
const OriginSchema = z.object({
  at: z.string(),
  pageUrl: text,
  utm: z._default(z.object({ source: text, medium: text, campaign: text }), {}),
});
/** Where a lead came from: the page of its first form, and the campaign that led there. */
export type Origin = z.infer<typeof OriginSchema>;

/** @returns `undefined` when the lead never sent a form. */
export const readOrigin = async (table: DynamoTable, leadId: string): Promise<Origin | undefined> => {
  const items = await readBeginningWith(table, keys.submission(leadId, ""));
  const origins = items.map((item) => OriginSchema.parse(item));
  return origins.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
};

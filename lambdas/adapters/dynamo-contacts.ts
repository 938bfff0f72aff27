import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { ContactSchema } from "../domain/lead/lead.ts";
import { readItems } from "./dynamo-batch.ts";
import type { DynamoTable } from "./dynamo-table.ts";

const ReachedSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    contact: ContactSchema,
    followUp: z.optional(z.object({ ownerId: z.string() })),
    ownerId: z.optional(z.string()),
  }),
);

/** What is known of a lead, and who has it in hand, or has closed it. */
export interface Reached {
  readonly contact: z.infer<typeof ContactSchema>;
  readonly ownerId: string | undefined;
}

/** Of each of these leads that is still there, a hundred at a time. */
export const readContacts = async (table: DynamoTable, leadIds: readonly string[]): Promise<Map<string, Reached>> => {
  const wanted = [...new Set(leadIds)].map(keys.lead);
  const items = await readItems(table, wanted, Object.keys(ReachedSchema.shape));
  return new Map(
    [...items.values()].map((item) => {
      const { leadId, contact, followUp, ownerId } = ReachedSchema.parse(item);
      return [leadId, { contact, ownerId: followUp?.ownerId ?? ownerId }];
    }),
  );
};

import * as z from "zod/mini";
import type { Noted } from "../contract/by-hand.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Said } from "../domain/lead/claims.ts";
import { ContactSchema } from "../domain/lead/lead.ts";
import { type DynamoTable, type NamedWrite, readItem, update } from "./dynamo-table.ts";

const SentFormSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    submissionId: z.string(),
    at: z.string(),
    contact: z._default(ContactSchema, {}),
    language: z.optional(z.enum(["es", "en"])),
    languageChosen: z._default(z.boolean(), false),
    visitorId: z.optional(z.string()),
    references: z._default(z.array(z.string()), []),
    confirmedAt: z.optional(z.string()),
    by: z.optional(z.unknown()),
    importId: z.optional(z.string()),
  }),
);

/** One form as it was sent, with its browser and the reference that its response carried. */
export type SentForm = Said &
  Pick<z.infer<typeof SentFormSchema>, "visitorId" | "references" | "confirmedAt"> & { readonly noted?: Noted };

/** What one form said of the lead; `undefined` when it is not kept. */
export const readSentForm = async (
  table: DynamoTable,
  leadId: string,
  submissionId: string,
): Promise<SentForm | undefined> => {
  const item = await readItem(table, keys.submission(leadId, submissionId));
  if (item === undefined) return undefined;
  const { language, languageChosen, by, importId, ...form } = SentFormSchema.parse(item);
  const noted = importId !== undefined ? "list" : by !== undefined ? "colleague" : undefined;
  return { ...form, language: languageChosen ? language : undefined, ...(noted && { noted }) };
};

/** The owner of the address has confirmed this form. */
export const markConfirmed = (table: DynamoTable, leadId: string, submissionId: string, at: string): NamedWrite =>
  update(table, "confirmed form", keys.submission(leadId, submissionId), "SET confirmedAt = :at", {
    that: "attribute_exists(pk)",
    values: { ":at": at },
  });

import * as z from "zod/mini";
import { droppable } from "../../contract/start-light.ts";
import type { Change } from "./events-of-change.ts";

/** A form that anyone could send, as the stream shows it: with its new lead, and by itself. */
export interface FormSeen {
  readonly submissionId: string;
  readonly leadId: string;
  readonly email: string;
  readonly message?: string | undefined;
}

const ImageSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    sk: z.string(),
    leadId: z.string(),
    email: z.string(),
    contact: z.object({ message: z.optional(z.string()) }),
    isLimited: z.literal(true),
    submissionId: z.optional(z.string()),
    firstForm: z.optional(z.string()),
  }),
);

/** The form that this change of the table has brought; whichever of its two changes comes first. */
export const formSeen = ({ before, after }: Change): FormSeen | undefined => {
  if (before !== undefined || after?.isLimited !== true) return undefined;
  const { sk, leadId, email, contact, submissionId, firstForm } = ImageSchema.parse(after);
  const form = sk === "PROFILE" ? firstForm : submissionId;
  return form === undefined ? undefined : { submissionId: form, leadId, email, message: contact.message };
};

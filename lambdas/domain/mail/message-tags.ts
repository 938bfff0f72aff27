import * as z from "zod/mini";
import { isMailPurpose, type MailPurpose } from "../../contract/mail.ts";
import { droppable } from "../../contract/start-light.ts";

/** Which mail, by the name of its claim. */
export interface NamedMail {
  readonly leadId: string;
  readonly cycle: number;
  readonly purpose: MailPurpose;
  readonly step: string;
}

/**
 * The tags that come back with everything the mail service says of a mail: they name its claim and the attempt, by ids
 * only. A tag takes letters, digits, `_` and `-`; a step has dots and colons as well, so that it is written in base64url.
 */
export const messageTags = ({ leadId, cycle, purpose, step }: NamedMail, attempt: number): Record<string, string> => ({
  leadId,
  cycle: String(cycle),
  purpose,
  step: Buffer.from(step).toString("base64url"),
  attempt: String(attempt),
});

/** SES makes a list of each tag. */
const one = z.tuple([z.string()], z.string());
const TagsSchema = /* @__PURE__ */ droppable(() =>
  z.object({ leadId: one, cycle: one, purpose: one, step: one, attempt: one }),
);

/** The mail that the tags of an event name; `undefined` when they name none of ours. */
export const mailOfTags = (tags: unknown): (NamedMail & { readonly attempt: number }) | undefined => {
  const read = TagsSchema.safeParse(tags);
  if (!read.success) return undefined;
  const { leadId, cycle, purpose, step, attempt } = read.data;
  if (!isMailPurpose(purpose[0])) return undefined;
  return {
    leadId: leadId[0],
    cycle: Number(cycle[0]),
    purpose: purpose[0],
    step: Buffer.from(step[0], "base64url").toString(),
    attempt: Number(attempt[0]),
  };
};

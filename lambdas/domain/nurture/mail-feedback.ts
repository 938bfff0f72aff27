import * as z from "zod/mini";
import { isMailPurpose, mailKinds } from "../../contract/mail.ts";
import { parseEmail } from "../capture/email.ts";
import { parseInstant } from "../capture/instant.ts";
import type { Undeliverable } from "../lead/lead.ts";
import { mailOfTags, type NamedMail } from "../mail/message-tags.ts";

/** One value of each tag that we gave the mail; SES makes lists of them. */
const tag = z.optional(z.array(z.string()).check(z.minLength(1)));

const MailSchema = z.object({
  /** The mail service's id of the mail, and when it took it. */
  messageId: z.optional(z.string()),
  timestamp: z.optional(z.string()),
  destination: z._default(z.array(z.string()), []),
  tags: z._default(z.looseObject({ leadId: tag, purpose: tag }), {}),
});

const timestamp = z.optional(z.string());
const RecipientSchema = z.object({ status: z.optional(z.string()), diagnosticCode: z.optional(z.string()) });

/** What we need of an event that SES publishes about a mail; it has more fields, and may get new ones. */
const FeedbackSchema = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: MailSchema }),
  z.object({ eventType: z.literal("Delivery"), mail: MailSchema }),
  z.object({ eventType: z.literal("DeliveryDelay"), mail: MailSchema }),
  z.object({ eventType: z.literal("Reject"), mail: MailSchema }),
  z.object({
    eventType: z.literal("Bounce"),
    mail: MailSchema,
    bounce: z.object({
      bounceType: z.enum(["Permanent", "Transient", "Undetermined"]),
      bounceSubType: z.optional(z.string()),
      bouncedRecipients: z._default(z.array(RecipientSchema), []),
      timestamp,
    }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: MailSchema,
    complaint: z.object({ complaintFeedbackType: z.nullish(z.string()), timestamp }),
  }),
]);
type Feedback = z.infer<typeof FeedbackSchema>;
type Bounce = Extract<Feedback, { eventType: "Bounce" }>["bounce"];

/** Which of our mails it is about. */
export interface FeedbackAbout {
  readonly leadId?: string | undefined;
  /** The mail's tags; `undefined` when it is not ours. */
  readonly purpose?: string | undefined;
  /** Where the mail went, normalised. */
  readonly email?: string | undefined;
}

export type MailFeedback = FeedbackAbout &
  (
    | ({ readonly means: "undeliverable" } & Undeliverable)
    /** It bounced for now: a full mailbox, a server that does not answer. Several in a row stop the mails. */
    | { readonly means: "bounced-for-now"; readonly code?: string | undefined; readonly at: string }
    /** It arrived at the recipient's mail server: whatever bounced before, the address works. */
    | { readonly means: "delivered" }
    /** The recipient's server refused us, not the address (RFC 3463, 5.7.x): our reputation, or what we sent. */
    | { readonly means: "sender-refused"; readonly code: string }
    /** A mail to a colleague did not arrive, or was marked as spam. */
    | { readonly means: "colleague-unreached" }
    /** The mail service took this mail. */
    | { readonly means: "sent"; readonly mail: NamedMail; readonly providerId: string; readonly at: string }
    /** The mail service found a virus in it after it had taken it. */
    | { readonly means: "rejected"; readonly mail: NamedMail }
    /** An absence, a delay: nothing to remember. */
    | { readonly means: "nothing-lasting" }
  );

/** Parses a notice about a mail; `undefined` for anything else. */
export const parseMailFeedback = (detail: unknown, now: string): MailFeedback | undefined => {
  const parsed = FeedbackSchema.safeParse(detail);
  if (!parsed.success) return undefined;
  const feedback = parsed.data;
  const { tags, destination } = feedback.mail;
  const about = { leadId: tags.leadId?.[0], purpose: tags.purpose?.[0], email: parseEmail(destination[0] ?? "") };
  return { ...about, ...meaningOf(feedback, about, now) };
};

type Meaning = MailFeedback extends infer Each
  ? Each extends MailFeedback
    ? Omit<Each, keyof FeedbackAbout>
    : never
  : never;

const nothing = { means: "nothing-lasting" } as const;

const meaningOf = (feedback: Feedback, { purpose }: FeedbackAbout, now: string): Meaning => {
  if (purpose === undefined) return nothing;
  const isToLead = isMailPurpose(purpose) && mailKinds[purpose].to === "lead";
  switch (feedback.eventType) {
    case "Send":
    case "Reject":
      return settlement(feedback, now);
    case "DeliveryDelay":
      return nothing;
    case "Delivery":
      return isToLead ? { means: "delivered" } : nothing;
    case "Complaint":
      return complaint(feedback.complaint, isToLead, now);
    case "Bounce":
      return bounce(feedback.bounce, isToLead, now);
  }
};

const settlement = ({ eventType, mail }: Feedback, now: string): Meaning => {
  const named = mailOfTags(mail.tags);
  if (named === undefined) return nothing;
  const { attempt: _, ...name } = named;
  if (eventType === "Reject") return { means: "rejected", mail: name };
  return { means: "sent", mail: name, providerId: mail.messageId ?? "", at: timeOf(mail.timestamp, now) };
};

/** A complaint ends the mails, except the feedback type that withdraws one. */
const complaint = (
  { complaintFeedbackType, timestamp: at }: Extract<Feedback, { eventType: "Complaint" }>["complaint"],
  isToLead: boolean,
  now: string,
): Meaning => {
  if (!isToLead) return { means: "colleague-unreached" };
  if (complaintFeedbackType === "not-spam") return nothing;
  return { means: "undeliverable", because: "complained", at: timeOf(at, now) };
};

const bounce = (feedback: Bounce, isToLead: boolean, now: string): Meaning => {
  const [code, at] = [statusCode(feedback), timeOf(feedback.timestamp, now)];
  const known = code === undefined ? {} : { code };
  if (code !== undefined && blamesSender.test(code)) return { means: "sender-refused", code };
  if (isAutomaticReply(feedback, code)) return nothing;
  if (!isToLead) return { means: "colleague-unreached" };
  if (isForGood(feedback, code)) return { means: "undeliverable", because: "bounced", at, ...known };
  return { means: "bounced-for-now", at, ...known };
};

/** The enhanced status code (RFC 3463), such as `5.1.1`: as a field, or in what the recipient's server said. */
const statusCode = ({ bouncedRecipients: [first] }: Bounce): string | undefined => {
  const codes = [first?.status, first?.diagnosticCode?.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0]];
  return codes.find((code) => code !== undefined && /^[245]\.\d{1,3}\.\d{1,3}$/.test(code));
};

/**
 * Security and policy (5.7.x), our own address (5.1.7, 5.1.8), protocol and content (5.5.x, 5.6.x), size (5.2.3, 5.3.4):
 * the address is good.
 */
const blamesSender = /^5\.([567]\.\d+|1\.[78]|2\.3|3\.4)$/;
/** No such mailbox or domain (5.1.x), no route to the domain (5.4.4), whatever SES calls it. */
const noSuchAddress = /^5\.(1\.\d+|4\.4)$/;
/** Persistent, but of the mailbox's present state: full (5.2.2), or given up after the time for delivery (5.4.7). */
const presentState = /^(4\.\d+\.\d+|5\.2\.2|5\.4\.7)$/;

const isForGood = ({ bounceType }: Bounce, code: string | undefined): boolean => {
  if (code !== undefined && noSuchAddress.test(code)) return true;
  if (code !== undefined && presentState.test(code)) return false;
  return bounceType === "Permanent";
};

/** An out-of-office reply, which SES reports as a bounce. */
const isAutomaticReply = ({ bounceType, bounceSubType }: Bounce, code: string | undefined): boolean =>
  code === undefined && bounceType === "Transient" && bounceSubType === "General";

const timeOf = (said: string | undefined, now: string): string => {
  const at = parseInstant(said);
  return at === undefined || at > now ? now : at;
};

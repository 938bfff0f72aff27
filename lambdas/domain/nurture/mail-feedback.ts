import * as z from "zod/mini";
import { parseEmail } from "../capture/email.ts";
import { parseInstant } from "../capture/instant.ts";
import type { Undeliverable } from "../lead/lead.ts";

/** One value of each tag that we gave the mail; SES makes lists of them. */
const tag = z.optional(z.array(z.string()).check(z.minLength(1)));

const MailSchema = z.object({
  destination: z._default(z.array(z.string()), []),
  tags: z._default(z.object({ leadId: tag, purpose: tag }), {}),
});

/** What we need of an event that SES publishes about a mail; it has more fields, and may get new ones. */
const FeedbackSchema = z.discriminatedUnion("eventType", [
  z.object({
    eventType: z.literal("Bounce"),
    mail: MailSchema,
    bounce: z.object({
      bounceType: z.enum(["Permanent", "Transient", "Undetermined"]),
      bounceSubType: z.optional(z.string()),
      timestamp: z.optional(z.string()),
    }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: MailSchema,
    complaint: z.object({ complaintFeedbackType: z.nullish(z.string()), timestamp: z.optional(z.string()) }),
  }),
]);
type Feedback = z.infer<typeof FeedbackSchema>;

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
    | { readonly means: "undeliverable"; readonly because: Undeliverable["because"]; readonly at: string }
    /** A mail to a colleague did not arrive, or was marked as spam. */
    | { readonly means: "colleague-unreached" }
    /** A temporary bounce (a full mailbox, an absence): the next mail may arrive. */
    | { readonly means: "nothing-lasting" }
  );

/** Parses a notice about a mail; `undefined` for anything else. */
export const parseMailFeedback = (detail: unknown, now: string): MailFeedback | undefined => {
  const parsed = FeedbackSchema.safeParse(detail);
  if (!parsed.success) return undefined;
  const feedback = parsed.data;
  const { tags, destination } = feedback.mail;
  const about = { leadId: tags.leadId?.[0], purpose: tags.purpose?.[0], email: parseEmail(destination[0] ?? "") };
  if (isToColleague(about.purpose))
    return { ...about, means: isAutomaticReply(feedback) ? "nothing-lasting" : "colleague-unreached" };
  const because = whyForEver(feedback);
  if (because === undefined || about.purpose === undefined) return { ...about, means: "nothing-lasting" };
  return { ...about, means: "undeliverable", because, at: timeOf(feedback, now) };
};

/** The mails that go to the lead itself; all others go to the team. */
const toTheLead: ReadonlySet<string> = new Set(["nurture", "confirm-consent"]);

const isToColleague = (purpose: string | undefined): boolean => purpose !== undefined && !toTheLead.has(purpose);

/** Hard bounces, and complaints except the feedback type that withdraws one. */
const whyForEver = (feedback: Feedback): Undeliverable["because"] | undefined => {
  if (feedback.eventType === "Bounce") return feedback.bounce.bounceType === "Permanent" ? "bounced" : undefined;
  return feedback.complaint.complaintFeedbackType === "not-spam" ? undefined : "complained";
};

/** An out-of-office reply, which SES reports as a bounce. */
const isAutomaticReply = (feedback: Feedback): boolean =>
  feedback.eventType === "Bounce" &&
  feedback.bounce.bounceType === "Transient" &&
  feedback.bounce.bounceSubType === "General";

const timeOf = (feedback: Feedback, now: string): string => {
  const at = parseInstant((feedback.eventType === "Bounce" ? feedback.bounce : feedback.complaint).timestamp);
  return at === undefined || at > now ? now : at;
};

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

/** What SES publishes about a mail, as far as we need it; it says much more, and may come to say more still. */
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
  /** Of the mail; `undefined` when it is none of ours. */
  readonly purpose?: string | undefined;
  /** Where the mail went, normalised. */
  readonly email?: string | undefined;
}

export type MailFeedback = FeedbackAbout &
  (
    | { readonly means: "undeliverable"; readonly because: Undeliverable["because"]; readonly at: string }
    /** Something that a team member was to know did not arrive, or is unwelcome: a fault of ours. */
    | { readonly means: "colleague-unreached" }
    /** A full mailbox, an absence: the next mail may arrive. */
    | { readonly means: "nothing-lasting" }
  );

/** What comes back about a mail, understood. `undefined`: it is nothing of the kind. */
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

/** Hard bounces, and complaints but for the one that takes a complaint back. */
const whyForEver = (feedback: Feedback): Undeliverable["because"] | undefined => {
  if (feedback.eventType === "Bounce") return feedback.bounce.bounceType === "Permanent" ? "bounced" : undefined;
  return feedback.complaint.complaintFeedbackType === "not-spam" ? undefined : "complained";
};

/** Who is on holiday answers by itself, and SES calls that a bounce. */
const isAutomaticReply = (feedback: Feedback): boolean =>
  feedback.eventType === "Bounce" &&
  feedback.bounce.bounceType === "Transient" &&
  feedback.bounce.bounceSubType === "General";

const timeOf = (feedback: Feedback, now: string): string => {
  const at = parseInstant((feedback.eventType === "Bounce" ? feedback.bounce : feedback.complaint).timestamp);
  return at === undefined || at > now ? now : at;
};

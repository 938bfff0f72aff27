import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import * as z from "zod/mini";

/** An event about a mail, as SES puts it on the account's default bus. */
export interface MailEvent {
  readonly detailType: string;
  readonly detail: { readonly eventType: string } & Readonly<Record<string, unknown>>;
}

export type PublishMailEvent = (event: MailEvent) => Promise<void>;

/** Publishes on the default bus of the emulator at this address. */
export const toDefaultBus = (endpoint: string): PublishMailEvent => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new EventBridgeClient({ endpoint, region: "us-east-1", credentials });
  return async ({ detailType, detail }) => {
    const entry = { Source: "aws.ses", DetailType: detailType, Detail: JSON.stringify(detail) };
    const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    if (FailedEntryCount > 0) throw new Error(`the bus did not take ${detailType}`);
  };
};

const RequestSchema = z.object({
  FromEmailAddress: z._default(z.string(), ""),
  ConfigurationSetName: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  EmailTags: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
});

/** Recipients of SES's mailbox simulator that do something else than take the mail; also with a label (`bounce+7@`). */
const simulated = /^(bounce|complaint|ooto|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/i;

/**
 * What SES would publish about a mail that it has just taken: that it did, and what then became of it, in this order.
 * Nothing for a mail without configuration set.
 */
export const eventsOfMail = (request: unknown, messageId: string, now: string): MailEvent[] => {
  const read = RequestSchema.safeParse(request);
  if (!read.success) return [];
  const { FromEmailAddress: source, ConfigurationSetName: set, Destination, EmailTags } = read.data;
  const [to = ""] = Destination.ToAddresses;
  const mail = {
    timestamp: now,
    messageId,
    source,
    destination: Destination.ToAddresses,
    tags: {
      "ses:configuration-set": [set],
      ...Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]])),
    },
  };
  const sent = { detailType: "Email Sent", detail: { eventType: "Send", mail, send: {} } };
  return [sent, ...outcomesOf(to, now).map(({ detailType, ...what }) => ({ detailType, detail: { ...what, mail } }))];
};

const outcomesOf = (to: string, timestamp: string) => {
  const which = simulated.exec(to)?.[1]?.toLowerCase();
  const delivered = {
    detailType: "Email Delivered",
    eventType: "Delivery",
    delivery: { timestamp, recipients: [to], processingTimeMillis: 1 },
  };
  const complained = {
    detailType: "Email Complaint Received",
    eventType: "Complaint",
    complaint: { timestamp, complainedRecipients: [{ emailAddress: to }], complaintFeedbackType: "abuse" },
  };
  if (which === "complaint") return [delivered, complained];
  if (which === "ooto") return [delivered, bounced(to, timestamp, "Transient")];
  return which === undefined ? [delivered] : [bounced(to, timestamp, "Permanent", "5.1.1")];
};

const bounced = (to: string, timestamp: string, bounceType: "Permanent" | "Transient", status?: string) => ({
  detailType: "Email Bounced",
  eventType: "Bounce",
  bounce: {
    bounceType,
    bounceSubType: "General",
    timestamp,
    bouncedRecipients: [{ emailAddress: to, action: "failed", ...(status !== undefined && { status }) }],
  },
});

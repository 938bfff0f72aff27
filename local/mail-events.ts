import { randomUUID } from "node:crypto";
import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  TestEventPatternCommand,
} from "@aws-sdk/client-eventbridge";
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";

/** An event about a mail, as SES puts it on the account's default bus. */
export interface MailEvent {
  readonly detailType: string;
  readonly detail: { readonly eventType: string } & Readonly<Record<string, unknown>>;
}

export type PublishMailEvent = (event: MailEvent) => Promise<void>;

/**
 * Carries events to the queues that the rules of the default bus name. EventBridge takes events of `aws.*` from AWS's own
 * services only, and the emulator obeys that: so its part, from the rule's pattern to its target, is done here.
 */
export const toDefaultBus = (endpoint: string): PublishMailEvent => {
  const config = { endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  const [bus, queues] = [new EventBridgeClient(config), new SQSClient(config)];
  const queuesFor = async (event: string): Promise<string[]> => {
    const { Rules: rules = [] } = await bus.send(new ListRulesCommand({ EventBusName: "default" }));
    const found: string[] = [];
    for (const { Name: Rule, EventPattern } of rules) {
      if (EventPattern === undefined) continue;
      const { Result } = await bus.send(new TestEventPatternCommand({ EventPattern, Event: event }));
      if (Result !== true) continue;
      const { Targets = [] } = await bus.send(new ListTargetsByRuleCommand({ Rule, EventBusName: "default" }));
      found.push(...Targets.flatMap(({ Arn = "" }) => (Arn.includes(":sqs:") ? [Arn] : [])));
    }
    return found;
  };
  return async ({ detailType, detail }) => {
    const [account, time] = ["000000000000", new Date().toISOString()];
    const about = { version: "0", id: randomUUID(), account, time, region: "us-east-1", resources: [] };
    const event = JSON.stringify({ ...about, source: "aws.ses", "detail-type": detailType, detail });
    for (const arn of await queuesFor(event)) {
      const { QueueUrl } = await queues.send(new GetQueueUrlCommand({ QueueName: arn.split(":").at(-1) }));
      await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: event }));
    }
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

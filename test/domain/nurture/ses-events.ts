import type { MailPurpose } from "../../../lambdas/contract/mail.ts";
import { messageTags } from "../../../lambdas/domain/mail/message-tags.ts";

/** What SES puts on the bus about a mail, in the shape of its documentation. */
export interface SesEvent {
  readonly purpose?: MailPurpose;
  readonly step?: string;
  readonly leadId?: string;
  readonly to?: string;
}

const mailOf = ({
  purpose = "nurture",
  step = "guide",
  leadId = "lead-0001",
  to = "ines@talleresnorte.example",
}: SesEvent) => ({
  timestamp: "2026-03-10T09:28:00.000Z",
  source: '"Engranaje Industrial" <hola@engranaje.example>',
  sourceArn: "arn:aws:ses:eu-south-2:123456789012:identity/engranaje.example",
  sendingAccountId: "123456789012",
  messageId: "0100019-example-000000",
  destination: [to],
  headersTruncated: false,
  headers: [{ name: "Subject", value: "Por qué se pierden los contactos" }],
  commonHeaders: { from: ["hola@engranaje.example"], to: [to], subject: "Por qué se pierden los contactos" },
  tags: {
    "ses:operation": ["SendEmail"],
    "ses:configuration-set": ["Mails-example"],
    "ses:from-domain": ["engranaje.example"],
    ...Object.fromEntries(
      Object.entries(messageTags({ leadId, cycle: 1, purpose, step }, 1)).map(([name, value]) => [name, [value]]),
    ),
  },
});

/** SES took the mail, or it arrived, or is late, or had a virus. */
export const anEvent = (eventType: "Send" | "Delivery" | "DeliveryDelay" | "Reject", event: SesEvent = {}) => ({
  eventType,
  mail: mailOf(event),
});

/** A bounce of which the recipient's server says this code. */
export const aBounceWith = (
  bounceType: "Permanent" | "Transient" | "Undetermined",
  status?: string,
  event: SesEvent = {},
) => aBounce(event, { bounceType, bouncedRecipients: status === undefined ? [] : [{ action: "failed", status }] });

export const aBounce = (event: SesEvent = {}, over: Record<string, unknown> = {}) => ({
  eventType: "Bounce",
  bounce: {
    feedbackId: "0100019-feedback-000000",
    bounceType: "Permanent",
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: event.to ?? "ines@talleresnorte.example", action: "failed", status: "5.1.1" }],
    timestamp: "2026-03-10T09:29:00Z",
    reportingMTA: "dns; mta.example",
    ...over,
  },
  mail: mailOf(event),
});

export const aComplaint = (event: SesEvent = {}, over: Record<string, unknown> = {}) => ({
  eventType: "Complaint",
  complaint: {
    feedbackId: "0100019-feedback-000000",
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: event.to ?? "ines@talleresnorte.example" }],
    timestamp: "2026-03-10T09:29:00.000Z",
    userAgent: "ExampleMail",
    complaintFeedbackType: "abuse",
    ...over,
  },
  mail: mailOf(event),
});

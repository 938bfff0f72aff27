import { type EmailContent, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { errorNames } from "../contract/journey.ts";
import type { Attachment, Mail, Refusal } from "../contract/mail.ts";

/** The mail service refused the mail, or was never reached: nothing went. */
export class MailNotSentError extends Error {
  override readonly name = errorNames.mailNotSent;
  readonly refusal: Refusal;

  constructor(message: string, options: { readonly refusal?: Refusal; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.refusal = options.refusal ?? "for-now";
  }
}

// One attempt only: after a lost response the SDK would send again, and the first may have gone out.
const client = new SESv2Client({ maxAttempts: 1 });

export type SendMail = (mail: Mail) => Promise<{ readonly providerId: string }>;

/** @param configurationSet name of the SES configuration set that publishes what comes back about the mails */
export const sesMailer = (sender: string, configurationSet: string): SendMail =>
  mailerOf(sender, configurationSet, simpleContent);

/** A mailer with its own way to encode the content. */
export const mailerOf =
  (
    sender: string,
    configurationSet: string,
    contentOf: (mail: Mail) => EmailContent | Promise<EmailContent>,
  ): SendMail =>
  async (mail) => {
    const request = { ...requestOf(sender, configurationSet, mail), Content: await written(mail, contentOf) };
    try {
      const { MessageId: providerId = "" } = await client.send(new SendEmailCommand(request));
      return { providerId };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      throw new MailNotSentError(`the mail service refused the mail (${refusal})`, { refusal, cause: error });
    }
  };

const written = async (mail: Mail, contentOf: (mail: Mail) => EmailContent | Promise<EmailContent>) => {
  try {
    return await contentOf(mail);
  } catch (cause) {
    throw new MailNotSentError("the mail could not be written", { cause });
  }
};

/** What the SDK tells of an error; a lost answer has none of these. */
interface Fault {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** No connection came about. */
const unreached: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"]);
const throttled =
  /Throttl|TooManyRequests|LimitExceeded|RequestLimit|SlowDown|Daily message quota|Maximum sending rate/i;
/** SES names an unverified address and an unknown configuration set in the text only. */
const oursToMend = /not verified|configuration set|sending (is )?(paused|disabled)|suspended|sandbox/i;
const refusedContent = new Set([
  "MessageRejected",
  "BadRequestException",
  "ValidationException",
  "InvalidParameterValue",
]);
const badAddress = /address|recipient|domain|local part|@/i;

/**
 * Why the mail service refused; `undefined` when nobody knows whether the mail went (a 5xx answer, or none). What is not
 * known to be the mail's own fault counts as ours, so that no mail is given up by mistake.
 */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { name, message, code, $fault, $metadata }: Fault = error;
  if (unreached.has(code) || unreached.has(name)) return "for-now";
  if ($fault !== "client") return undefined;
  if (throttled.test(name) || throttled.test(message) || $metadata?.httpStatusCode === 429) return "for-now";
  if (oursToMend.test(message) || !refusedContent.has(name)) return "our-account";
  return name === "BadRequestException" && badAddress.test(message) ? "recipient" : "content";
};

const utf8 = (data: string) => ({ Data: data, Charset: "UTF-8" });

/** SES takes letters, digits, `_` and `-` in tags, at most 256 of them. */
const tagText = (text: string): string => text.replace(/[^\w-]/g, "_").slice(0, 256);

/**
 * The SDK writes the content in base 64; so it survives transport, whatever its characters and the length of its lines.
 */
const attached = ({ name, type, content }: Attachment) => ({
  FileName: name,
  ContentType: type,
  ContentDisposition: "ATTACHMENT" as const,
  ContentTransferEncoding: "BASE64" as const,
  RawContent: new TextEncoder().encode(content),
});

const requestOf = (sender: string, configurationSet: string, mail: Mail) => ({
  FromEmailAddress: sender,
  ConfigurationSetName: configurationSet,
  EmailTags: Object.entries(mail.tags ?? {}).map(([name, value]) => ({ Name: tagText(name), Value: tagText(value) })),
  Destination: { ToAddresses: [mail.to.email] },
  ...(mail.replyTo !== undefined && { ReplyToAddresses: [mail.replyTo] }),
});

/**
 * No person wrote it (RFC 3834): absence notices and other robots do not answer. Mail programs of Microsoft obey the
 * second one.
 */
export const headersOf = ({ headers = [] }: Mail) => [
  ...headers,
  { name: "Auto-Submitted", value: "auto-generated" },
  { name: "X-Auto-Response-Suppress", value: "All" },
];

const simpleContent = (mail: Mail): EmailContent => ({
  Simple: {
    Subject: utf8(mail.subject),
    Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
    Headers: headersOf(mail).map(({ name, value }) => ({ Name: name, Value: value })),
    ...(mail.attachments !== undefined && { Attachments: mail.attachments.map(attached) }),
  },
});

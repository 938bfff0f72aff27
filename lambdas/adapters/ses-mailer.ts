import { type EmailContent, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { errorNames } from "../contract/journey.ts";
import type { Attachment, Mail } from "../contract/mail.ts";

/** The mail service refused the mail: sending it again cannot duplicate it. */
export class MailNotSentError extends Error {
  override readonly name = errorNames.mailNotSent;
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
    const request = { ...requestOf(sender, configurationSet, mail), Content: await contentOf(mail) };
    try {
      const { MessageId: providerId = "" } = await client.send(new SendEmailCommand(request));
      return { providerId };
    } catch (error) {
      if (wasRefused(error)) throw new MailNotSentError("the mail service refused the mail", { cause: error });
      throw error;
    }
  };

/** A 4xx answer, or no connection at all; after anything else no one knows. */
const wasRefused = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "ECONNREFUSED") return true;
  return "$fault" in error && error.$fault === "client";
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

const simpleContent = (mail: Mail): EmailContent => ({
  Simple: {
    Subject: utf8(mail.subject),
    Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
    Headers: (mail.headers ?? []).map(({ name, value }) => ({ Name: name, Value: value })),
    ...(mail.attachments !== undefined && { Attachments: mail.attachments.map(attached) }),
  },
});

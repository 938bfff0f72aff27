import * as z from "zod/mini";
import type { KeptMail } from "./kept-mail.ts";

/** A mail that the local cloud took for delivery. */
export interface SentMail extends Omit<KeptMail, "content"> {
  readonly id: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** With its pictures as `cid:`; empty when the mail has none. */
  readonly html: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly sentAt: string;
}

/** The local cloud did not answer, or not with a list of mails; the message says which. */
export class CloudSilentError extends Error {
  override readonly name = "CloudSilent";
}

const text = z.nullish(z.string());
const RecordSchema = z.object({
  MessageId: z.string(),
  Source: text,
  To: z.nullish(z.array(z.string())),
  Subject: text,
  BodyText: text,
  BodyHtml: text,
  /** Seconds since 1970. */
  Timestamp: z.number(),
});
/** By account. */
const MailboxSchema = z.object({ messages: z.record(z.string(), z.array(RecordSchema)) });

/** A running emulator answers within this. */
const patienceMillis = 10_000;

/** What was recorded of a mail beside what the emulator lists, by the mail's id. */
export type Kept = (id: string) => Promise<KeptMail | undefined>;

/** Every mail that was sent, oldest first. */
export const sentMails = async (awsEndpoint: string, kept: Kept): Promise<readonly SentMail[]> => {
  const mailbox = MailboxSchema.safeParse(await read(`${awsEndpoint}/_ministack/ses/messages`));
  if (!mailbox.success)
    throw new CloudSilentError(`The local cloud at ${awsEndpoint} did not answer with a list of mails.`);
  const records = Object.values(mailbox.data.messages).flat();
  records.sort((one, other) => one.Timestamp - other.Timestamp);
  return Promise.all(records.map(async (record) => mailOf(record, await kept(record.MessageId))));
};

const read = async (address: string): Promise<unknown> => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMillis) });
    if (response.ok) return await response.json();
    await response.body?.cancel();
    throw new Error(`it answered ${response.status}`);
  } catch (error) {
    const why = error instanceof Error ? `: ${error.message}` : "";
    throw new CloudSilentError(`The local cloud could not list the mails at ${address}${why}. Is it running?`, {
      cause: error,
    });
  }
};

const nothingKept: KeptMail = { files: [], headers: [] };

const mailOf = (record: z.infer<typeof RecordSchema>, { content, ...kept } = nothingKept): SentMail => ({
  id: record.MessageId,
  to: record.To ?? [],
  from: record.Source ?? "",
  subject: content?.subject ?? record.Subject ?? "",
  text: content?.text ?? record.BodyText ?? "",
  html: content?.html ?? record.BodyHtml ?? "",
  sentAt: new Date(record.Timestamp * 1000).toISOString(),
  ...kept,
});

import {
  claimMessage,
  type MessageName,
  markSent,
  markUnconfirmed,
  readMessage,
  releaseClaim,
  type StillSo,
} from "../adapters/dynamo-messages.ts";
import type { Grant } from "../adapters/dynamo-references.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { MailNotSentError, type SendMail } from "../adapters/ses-mailer.ts";
import type { Mail } from "../contract/mail.ts";
import { metricNames } from "../contract/metrics.ts";

export interface DeliverDependencies {
  readonly table: DynamoTable;
  readonly send: SendMail;
  readonly now: () => string;
}

export interface Delivery {
  readonly name: MessageName;
  /** The mail goes only while this holds; in any case when left out, since it reports something past. */
  readonly still?: StillSo;
  /** What the mail's links open. */
  readonly grants: readonly { readonly referenceId: string; readonly grant: Grant }[];
  readonly mail: Mail;
  readonly correlationId: string;
}

/**
 * Sends a mail at most once: claims it, sends it, marks it sent. When the mail service refuses, the claim is released
 * (and MailNotSent is thrown, to be retried); when it is unknown whether it went, it is not sent again but flagged.
 */
export const deliverOnce = async (
  { table, send, now }: DeliverDependencies,
  { name, still, grants, mail, correlationId }: Delivery,
): Promise<"sent" | "sent-before" | "lead-moved"> => {
  const facts = { leadId: name.leadId, purpose: name.purpose, step: name.step, correlationId };
  const claim = await claimMessage(table, name, still, grants, now());
  if (claim === "lead-moved") return claim;
  if (claim === "claimed-before") {
    await settleOldClaim(table, name, now(), facts);
    return "sent-before";
  }
  const { providerId } = await send(tagged(mail, name)).catch(async (error: unknown) => {
    if (error instanceof MailNotSentError) await releaseClaim(table, name);
    throw error;
  });
  await markSent(table, name, providerId, now());
  log.info("Mail sent", { code: "mail-sent", ...facts });
  return "sent";
};

/** The mail service's later notices carry these tags. */
const tagged = (mail: Mail, { leadId, cycle, purpose }: MessageName): Mail => ({
  ...mail,
  tags: { ...mail.tags, leadId, cycle: String(cycle), purpose },
});

/** An earlier attempt ended after the claim: it may or may not have sent the mail. */
const settleOldClaim = async (
  table: DynamoTable,
  name: MessageName,
  at: string,
  facts: { leadId: string; purpose: string; step: string; correlationId: string },
): Promise<void> => {
  if ((await readMessage(table, name))?.status !== "claimed") return;
  await markUnconfirmed(table, name, at);
  countOne(metricNames.mailUnconfirmed);
  log.warn("Nobody knows whether this mail went out; it is not sent again", { code: "mail-unconfirmed", ...facts });
};

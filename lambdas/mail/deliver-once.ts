import { untilWritten } from "../adapters/contention.ts";
import {
  backToClaimed,
  claimMessage,
  type KnownClaim,
  type Message,
  type MessageName,
  markSending,
  markSent,
  readMessage,
  type StillSo,
  settle,
} from "../adapters/dynamo-messages.ts";
import type { Grant } from "../adapters/dynamo-references.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { MailNotSentError, type SendMail } from "../adapters/ses-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";
import { type Mail, mailKinds, type Refusal } from "../contract/mail.ts";
import { metricNames } from "../contract/metrics.ts";
import { assertNever } from "../domain/assert-never.ts";
import { messageTags } from "../domain/mail/message-tags.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";

export interface DeliverDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
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

/** What is known of a mail after `deliverOnce`. */
export type Delivered =
  /** It went, at that time; `again`: an earlier call had sent it. */
  | { readonly is: "sent"; readonly at: string; readonly again: boolean }
  | { readonly is: "lead-moved" }
  /** Nobody knows yet whether it went: look again at that time, or when its fate is settled. */
  | { readonly is: "unsettled"; readonly until: string }
  /** Our account may not send now (operations have been told): try again at that time. */
  | { readonly is: "held"; readonly until: string }
  /** The mail service will never take it. */
  | { readonly is: "undeliverable"; readonly refusal: Refusal }
  /** Content that may or may not have gone; it is not sent again. */
  | { readonly is: "unknown" };

/** What is known of two mails about the same thing: the lead has moved, or the fate of one is open, or both are settled. */
export const bothOf = (one: Delivered, other: Delivered): Delivered => {
  const open = [one, other].find((each) => each.is === "lead-moved" || "until" in each);
  return open ?? (one.is === "sent" ? other : one);
};

/**
 * Sends a mail exactly once, as far as can be known (docs/adr/0028). Claim, then `sending` just before the call, then
 * `sent` by the mail service's answer or its later `Send` event. What was claimed only, is sent by whoever comes back;
 * what may have gone is sent again when it is work and nothing was heard of it in the agreed time.
 * @throws MailNotSentError when the mail service refused it for now: the claim stays, try again
 */
export const deliverOnce = (deps: DeliverDependencies, delivery: Delivery): Promise<Delivered> =>
  untilWritten(async () => {
    const { table } = deps;
    const { name, still, grants } = delivery;
    const claim = await claimMessage(table, name, still, grants, momentOf(deps));
    if (claim === "lead-moved") return { is: "lead-moved" };
    if (claim === "claimed") return attempt(deps, delivery, { status: "claimed", attempt: 0 });
    const message = await readMessage(table, name);
    return message === undefined ? undefined : goOn(deps, delivery, message);
  });

/** For a handler whose queue repeats what fails. @throws MailNotSentError also when our account may not send now */
export const notifyOnce = async (deps: DeliverDependencies, delivery: Delivery): Promise<Delivered> => {
  const delivered = await deliverOnce(deps, delivery);
  if (delivered.is === "held") throw new MailNotSentError("our account may not send", { refusal: "our-account" });
  return delivered;
};

const momentOf = ({ agreement, now }: DeliverDependencies) => {
  const at = now();
  const settlesAt = addDuration(at, agreement.terms.team.mailSettles, calendarOf(agreement));
  return { at, settlesAt, agreementVersion: agreement.version };
};

/** @returns `undefined` when another function changed the claim at this moment: read again */
const goOn = async (
  deps: DeliverDependencies,
  delivery: Delivery,
  message: Message,
): Promise<Delivered | undefined> => {
  switch (message.status) {
    case "sent":
      return { is: "sent", at: message.sentAt, again: true };
    case "undeliverable":
      return { is: "undeliverable", refusal: message.refusal };
    case "unknown":
      return isWork(delivery) ? attempt(deps, delivery, message) : { is: "unknown" };
    // Once it was no longer due, and now it is due again.
    case "not-sent":
    case "claimed":
      return attempt(deps, delivery, message);
    case "sending":
      if (deps.now() < message.settlesAt) return { is: "unsettled", until: message.settlesAt };
      if (isWork(delivery)) return attempt(deps, delivery, message);
      return (await settleAsUnknown(deps, delivery.name, message)) ? { is: "unknown" } : undefined;
    default:
      return assertNever(message);
  }
};

const isWork = ({ name }: Delivery): boolean => mailKinds[name.purpose].is === "work";

/** Calls the mail service, after the claim says so. */
const attempt = async (
  deps: DeliverDependencies,
  delivery: Delivery,
  known: KnownClaim,
): Promise<Delivered | undefined> => {
  const { table, send, now } = deps;
  const { name, still, mail } = delivery;
  const moment = momentOf(deps);
  const marked = await markSending(table, name, known, still, moment);
  if (marked === "lead-moved") {
    await settleAsOver(deps, name, known);
    return { is: "lead-moved" };
  }
  if (marked === undefined) return undefined;
  const sending = { status: "sending", attempt: known.attempt + 1 } as const;
  const tags = { ...mail.tags, ...messageTags(name, sending.attempt) };
  try {
    const { providerId } = await send({ ...mail, tags });
    const at = now();
    await markSent(table, name, providerId, at);
    log.info("Mail sent", { code: "mail-sent", ...factsOf(delivery) });
    return { is: "sent", at, again: false };
  } catch (error) {
    if (error instanceof MailNotSentError) return refused(deps, delivery, sending, error);
    log.warn("Nobody knows yet whether this mail went", { code: "mail-answer-lost", ...factsOf(delivery) }, error);
    return { is: "unsettled", until: moment.settlesAt };
  }
};

const factsOf = ({ name: { leadId, purpose, step }, correlationId }: Delivery) => ({
  leadId,
  purpose,
  step,
  correlationId,
});

/** Each kind of refusal alarms at its first, except what passes by itself. */
const counted = {
  "for-now": undefined,
  "our-account": metricNames.mailRefusedOurAccount,
  recipient: metricNames.mailRefusedRecipient,
  content: metricNames.mailRefusedContent,
} as const satisfies Record<Refusal, string | undefined>;

/** Nothing went: the mail stays to be sent, or will never be. */
const refused = async (
  deps: DeliverDependencies,
  delivery: Delivery,
  sending: KnownClaim,
  error: MailNotSentError,
): Promise<Delivered | undefined> => {
  const { refusal } = error;
  const metric = counted[refusal];
  if (metric !== undefined) countOne(metric);
  const facts = { code: "mail-refused", refusal, ...factsOf(delivery) };
  log[metric === undefined ? "warn" : "error"]("The mail service refused a mail", facts, error);
  const { at, settlesAt } = momentOf(deps);
  if (refusal === "recipient" || refusal === "content") {
    const settled = { status: "undeliverable", refusal, settledAt: at } as const;
    return (await settle(deps.table, delivery.name, sending, settled)) ? { is: "undeliverable", refusal } : undefined;
  }
  await backToClaimed(deps.table, delivery.name, sending, refusal, settlesAt);
  if (refusal === "for-now") throw error;
  return { is: "held", until: settlesAt };
};

/** A mail that is no longer due: it did not go, or nobody knows. */
export const settleAsOver = async (
  deps: Pick<DeliverDependencies, "table" | "now">,
  name: MessageName,
  known: KnownClaim,
): Promise<boolean> => {
  if (known.status === "sending") return settleAsUnknown(deps, name, known);
  if (!(await settle(deps.table, name, known, { status: "not-sent", settledAt: deps.now() }))) return false;
  countOne(metricNames.mailNotSent);
  const { leadId, purpose, step } = name;
  log.warn("A mail was never sent, and is no longer due", { code: "mail-not-sent", leadId, purpose, step });
  return true;
};

/** A mail of which nothing was heard, and that is not sent again: settled, and counted. @returns false when it was settled meanwhile */
const settleAsUnknown = async (
  { table, now }: Pick<DeliverDependencies, "table" | "now">,
  name: MessageName,
  known: KnownClaim,
): Promise<boolean> => {
  if (!(await settle(table, name, known, { status: "unknown", settledAt: now() }))) return false;
  countOne(metricNames.mailUnconfirmed);
  const { leadId, purpose, step } = name;
  log.warn("Nobody knows whether this mail went", { code: "mail-unconfirmed", leadId, purpose, step });
  return true;
};

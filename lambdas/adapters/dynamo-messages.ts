import * as z from "zod/mini";
import { isMailPurpose, type MailPurpose, type Refusal, refusals } from "../contract/mail.ts";
import type { Stage } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { keys, tableIndexes, unsettledMailPartition } from "../contract/table.ts";
import { untilWritten } from "./contention.ts";
import { signal } from "./dynamo-leads.ts";
import { type Grant, putGrant } from "./dynamo-references.ts";
import {
  check,
  type DynamoTable,
  type Item,
  isNew,
  type NamedWrite,
  put,
  readBeginningWith,
  readItem,
  readPage,
  transact,
  update,
} from "./dynamo-table.ts";

/** A mail is identified by lead, cycle, purpose and step, and each of these is sent once. */
export interface MessageName {
  readonly leadId: string;
  readonly cycle: number;
  readonly purpose: MailPurpose;
  readonly step: string;
}

/** The mail goes only if the lead is still where the decision saw it. */
export interface StillSo {
  readonly stage: Stage;
  readonly ownerId?: string;
  /** The owner has not snoozed it meanwhile. */
  readonly dueAt?: string;
  /** The lead has not unsubscribed (since this instant, where one is given), and its address accepts mail. */
  readonly subscribed?: true | { readonly since: string };
  /** Mails reach the lead, and it has not unsubscribed since this instant; whether it agreed to mails does not matter. */
  readonly reachable?: { readonly since: string };
}

/** Mails about no lead are claimed under this id. */
export const team = { leadId: "TEAM", cycle: 0 } as const;
const isTeamMail = ({ leadId }: MessageName): boolean => leadId === team.leadId;

export type ClaimOutcome = "claimed" | "claimed-before" | "lead-moved";

/** When something is written of a mail, and when its fate must be known. */
export interface Moment {
  readonly at: string;
  readonly settlesAt: string;
  /** The agreement by which it is decided, and which the mail speaks of. */
  readonly agreementVersion?: string;
}

/**
 * Claims the mail before it is sent, if the lead is still where it was, and stores what its links open.
 * @param still `undefined` when the mail reports something past, wherever the lead is now
 */
export const claimMessage = (
  table: DynamoTable,
  name: MessageName,
  still: StillSo | undefined,
  grants: readonly { readonly referenceId: string; readonly grant: Grant }[],
  { at, settlesAt, agreementVersion }: Moment,
): Promise<ClaimOutcome> =>
  untilWritten(async () => {
    // The erasure finds the lead's links by this.
    const references = grants.map(({ referenceId }) => referenceId);
    const claim = {
      ...name,
      status: "claimed",
      attempt: 0,
      claimedAt: at,
      references,
      agreementVersion,
      ...unsettled(settlesAt),
    };
    const outcome = await transact(table, [
      put(table, "claim", { ...keyOf(name), ...claim }, isNew),
      ...stillChecks(table, name, still),
      ...grants.map(({ referenceId, grant }) => putGrant(table, referenceId, grant)),
    ]);
    if (outcome.done) return "claimed";
    if (outcome.refused.length === 0) return undefined;
    return outcome.refused.includes("claim") ? "claimed-before" : "lead-moved";
  });

/** A claim as it was read: each change of it is conditional on this, so that one attempt at a time may send. */
export type KnownClaim = Pick<Message, "status" | "attempt" | "storedAs">;

/**
 * Written just before the mail service is called: this attempt, and no other, may send the mail now.
 * @returns `undefined` when another function changed claim or lead at this moment: read again
 */
export const markSending = async (
  table: DynamoTable,
  name: MessageName,
  known: KnownClaim,
  still: StillSo | undefined,
  { at, settlesAt, agreementVersion }: Moment,
): Promise<"sending" | "lead-moved" | undefined> => {
  const facts = { status: "sending", attempt: known.attempt + 1, sendingAt: at, ...unsettled(settlesAt) } as const;
  const by = agreementVersion === undefined ? facts : { ...facts, agreementVersion };
  const outcome = await transact(table, [claimUpdate(table, name, by, known), ...stillChecks(table, name, still)]);
  if (outcome.done) return "sending";
  return outcome.refused.join() === "still" ? "lead-moved" : undefined;
};

/** Settles the mail's fate by the mail service's own word: whatever the claim says meanwhile, it went. */
export const markSent = (table: DynamoTable, name: MessageName, providerId: string, at: string): Promise<boolean> =>
  change(table, [claimUpdate(table, name, { status: "sent", sentAt: at, providerId })]);

/**
 * The mail service says by an event that it took the mail: settles it, and wakes the journey that waits for that.
 * @returns false when it is known, or the lead was erased
 */
export const confirmSent = (table: DynamoTable, name: MessageName, providerId: string, at: string): Promise<boolean> =>
  untilWritten(async () => {
    const known = await readMessage(table, name);
    if (known === undefined || known.status === "sent") return false;
    const facts = { status: "sent", sentAt: at, providerId, confirmedBy: "event" } as const;
    const signals = isTeamMail(name) ? [] : [signal(table, name.leadId)];
    const outcome = await transact(table, [claimUpdate(table, name, facts, known), ...signals]);
    return outcome.done || undefined;
  });

/** The mail service took the mail, and then found that it cannot be sent. */
export const markRejected = (table: DynamoTable, name: MessageName, at: string): Promise<boolean> =>
  change(table, [claimUpdate(table, name, { status: "undeliverable", refusal: "content", settledAt: at })]);

/**
 * Settled otherwise than by having gone. `undeliverable`: the mail service will never take it; `unknown`: nobody knows
 * whether it went, and it is not sent again; `not-sent`: it was no longer due.
 * @returns false when the claim is not any more as it was known
 */
export const settle = (
  table: DynamoTable,
  name: MessageName,
  known: KnownClaim,
  facts:
    | { readonly status: "undeliverable"; readonly refusal: Refusal; readonly settledAt: string }
    | { readonly status: "unknown" | "not-sent"; readonly settledAt: string },
): Promise<boolean> => change(table, [claimUpdate(table, name, facts, known)]);

/** The mail service refused the mail and nothing went: it stays to be sent. */
export const backToClaimed = (
  table: DynamoTable,
  name: MessageName,
  known: KnownClaim,
  refusal: Refusal,
  settlesAt: string,
): Promise<boolean> =>
  change(table, [claimUpdate(table, name, { status: "claimed", refusal, ...unsettled(settlesAt) }, known)]);

/** Where the sweep finds a mail whose fate is not known, by when it must be. */
const unsettled = (settlesAt: string) => ({
  settlesAt,
  woken: false,
  attentionPartition: unsettledMailPartition,
  attentionAt: settlesAt,
});

const stillChecks = (table: DynamoTable, { leadId, cycle }: MessageName, still: StillSo | undefined): NamedWrite[] =>
  still === undefined ? [] : [check(table, "still", keys.lead(leadId), stillSo(cycle, still))];

/** The sweep has woken the lead's journey because of this mail: it looks again later. */
export const postponeSettling = (
  table: DynamoTable,
  message: Extract<Message, { settlesAt: string }>,
  attentionAt: string,
): Promise<boolean> =>
  change(table, [claimUpdate(table, message, { status: message.status, woken: true, attentionAt }, message)]);

const EntrySchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string(), sk: z.string() }));

/** Mails whose fate should have been known before this instant, by their claims' names; the longest ago first. */
export const unsettledMails = async (table: DynamoTable, before: string, most: number): Promise<MessageName[]> => {
  const question = {
    IndexName: tableIndexes.attention,
    KeyConditionExpression: "attentionPartition = :partition AND attentionAt < :before",
    Limit: most,
  };
  const items = await readPage(table, question, { ":partition": unsettledMailPartition, ":before": before });
  return items.map((item) => {
    const { pk, sk } = EntrySchema.parse(item);
    return nameOfKey(pk, sk);
  });
};

/** The name that `keys.message` made this key of; only a step has more than one part. */
const nameOfKey = (pk: string, sk: string): MessageName => {
  const [, cycle, purpose = "", ...step] = sk.split("#");
  if (!isMailPurpose(purpose)) throw new Error(`an unknown kind of mail waits: ${purpose}`);
  return { leadId: pk.slice(keys.lead("").pk.length), cycle: Number(cycle), purpose, step: step.join("#") };
};

type Facts = { readonly status: Message["status"] } & Readonly<Record<string, string | number | boolean>>;

/** A settled mail leaves the sweep's index. */
const claimUpdate = (table: DynamoTable, name: MessageName, facts: Facts, known?: KnownClaim): NamedWrite => {
  const sets = Object.keys(facts).map((fact) => `#${fact} = :${fact}`);
  const leaves = "attentionAt" in facts ? "" : " REMOVE attentionPartition, attentionAt";
  const named = known && { "#knownStatus": "status", "#knownAttempt": "attempt" };
  return update(table, "claim", keyOf(name), `SET ${sets.join(", ")}${leaves}`, {
    that: known ? isAsKnown(known) : "attribute_exists(pk)",
    names: { ...Object.fromEntries(Object.keys(facts).map((fact) => [`#${fact}`, fact])), ...named },
    values: {
      ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`:${fact}`, value])),
      ...(known && { ":knownStatus": known.storedAs ?? known.status, ":knownAttempt": known.attempt }),
    },
  });
};

/** A claim of an earlier release has no attempts. */
const isAsKnown = ({ attempt }: KnownClaim): string =>
  attempt > 0
    ? "#knownStatus = :knownStatus AND #knownAttempt = :knownAttempt"
    : "#knownStatus = :knownStatus AND (attribute_not_exists(#knownAttempt) OR #knownAttempt = :knownAttempt)";

/** @returns false when a condition did not hold */
const change = (table: DynamoTable, writes: readonly NamedWrite[]): Promise<boolean> =>
  untilWritten(async () => {
    const outcome = await transact(table, writes);
    return outcome.done || (outcome.refused.length > 0 ? false : undefined);
  });

const stillSo = (cycle: number, { stage, ownerId, dueAt, subscribed, reachable }: StillSo) => ({
  that: [
    "stage = :stage AND #cycle = :cycle",
    ...(ownerId === undefined ? [] : ["followUp.ownerId = :ownerId"]),
    ...(dueAt === undefined ? [] : ["followUp.dueAt = :dueAt"]),
    ...(subscribed === undefined ? [] : [isSubscribed(subscribed), "attribute_not_exists(undeliverable)"]),
    ...(reachable === undefined ? [] : [endedBefore("unsubscribedAt"), "attribute_not_exists(undeliverable)"]),
  ].join(" AND "),
  names: { "#cycle": "cycle" },
  values: {
    ":stage": stage,
    ":cycle": cycle,
    ...(ownerId !== undefined && { ":ownerId": ownerId }),
    ...(dueAt !== undefined && { ":dueAt": dueAt }),
    ...(typeof subscribed === "object" && { ":agreedAt": subscribed.since }),
    ...(reachable !== undefined && { ":agreedAt": reachable.since }),
  },
});

/** Who agreed again after an unsubscribe, or a form's no, is asked whether it was them. */
const isSubscribed = (subscribed: NonNullable<StillSo["subscribed"]>): string =>
  ["unsubscribedAt", "declinedAt"]
    .map((ended) => (subscribed === true ? `attribute_not_exists(${ended})` : endedBefore(ended)))
    .join(" AND ");

const endedBefore = (ended: string): string => `(attribute_not_exists(${ended}) OR ${ended} < :agreedAt)`;

const common = {
  leadId: z.string(),
  cycle: z.int(),
  purpose: z.custom<MailPurpose>((text) => typeof text === "string" && isMailPurpose(text)),
  step: z.string(),
  claimedAt: z.string(),
  /** How often the mail service was about to be called. */
  attempt: z._default(z.int(), 0),
  /** The word that an earlier release wrote for this status. */
  storedAs: z.optional(z.string()),
};
const open = {
  /** By when its fate must be known. */
  settlesAt: z.string(),
  /** The sweep has woken the lead's journey because of it. */
  woken: z.optional(z.boolean()),
};
const MessageSchema = z.discriminatedUnion("status", [
  /** Not given to the mail service: whoever comes back sends it. */
  z.object({
    status: z.literal("claimed"),
    ...common,
    ...open,
    /** Why the mail service refused the last attempt. */
    refusal: z.optional(z.enum(refusals)),
  }),
  /** Given to the mail service, which has not said so yet. */
  z.object({ status: z.literal("sending"), ...common, ...open }),
  z.object({ status: z.literal("sent"), ...common, sentAt: z.string() }),
  z.object({ status: z.literal("undeliverable"), ...common, refusal: z.enum(refusals) }),
  z.object({ status: z.literal("unknown"), ...common }),
  z.object({ status: z.literal("not-sent"), ...common }),
]);
export type Message = z.infer<typeof MessageSchema>;

/**
 * Earlier releases wrote `claimed` just before the call, and `unconfirmed` for what nobody knew: the former may have gone,
 * and nothing more will be heard of either.
 */
const inWordsOfNow = (item: Item): Item => {
  if (item.status === "unconfirmed") return { ...item, status: "unknown", storedAs: item.status };
  if (item.status !== "claimed" || item.settlesAt !== undefined) return item;
  return { ...item, status: "sending", storedAs: item.status, settlesAt: item.claimedAt };
};

const parseMessage = (item: Item): Message => MessageSchema.parse(inWordsOfNow(item));

export const readMessage = async (table: DynamoTable, name: MessageName): Promise<Message | undefined> => {
  const item = await readItem(table, keyOf(name));
  return item === undefined ? undefined : parseMessage(item);
};

/** Every mail that this lead was sent, in all its cycles. */
export const readMessages = async (table: DynamoTable, leadId: string): Promise<Message[]> => {
  const items = await readBeginningWith(table, { ...keys.lead(leadId), sk: "MESSAGE#" });
  return items.map(parseMessage);
};

const keyOf = ({ leadId, cycle, purpose, step }: MessageName) => keys.message(leadId, cycle, purpose, step);

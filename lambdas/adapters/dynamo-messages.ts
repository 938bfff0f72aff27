import { DeleteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Stage } from "../contract/stages.ts";
import { keys } from "../contract/table.ts";
import { untilWritten } from "./contention.ts";
import { type Grant, putGrant } from "./dynamo-references.ts";
import { check, type DynamoTable, isNew, put, readBeginningWith, readItem, toItem, transact } from "./dynamo-table.ts";

/** A mail is identified by lead, cycle, purpose and step, and each of these is sent once. */
export interface MessageName {
  readonly leadId: string;
  readonly cycle: number;
  readonly purpose:
    | "hand-off"
    | "taken-over"
    | "reminder"
    | "breach"
    | "escalation"
    | "nurture"
    | "confirm-consent"
    | "ask-outcome"
    | "stage-limit"
    | "rejected"
    | "won"
    | "sales-is-full"
    | "meeting-pack"
    | "meeting-invitation";
  readonly step: string;
}

/** The mail goes only if the lead is still where the decision saw it. */
export interface StillSo {
  readonly stage: Stage;
  readonly ownerId?: string;
  /** The owner has not snoozed it meanwhile. */
  readonly dueAt?: string;
  /** The lead has not unsubscribed, and its address accepts mail. */
  readonly subscribed?: true;
}

export type ClaimOutcome = "claimed" | "claimed-before" | "lead-moved";

/**
 * Claims the mail before it is sent, if the lead is still where it was, and stores what its links open.
 * @param still `undefined` when the mail reports something past, wherever the lead is now
 */
export const claimMessage = (
  table: DynamoTable,
  name: MessageName,
  still: StillSo | undefined,
  grants: readonly { readonly referenceId: string; readonly grant: Grant }[],
  at: string,
): Promise<ClaimOutcome> =>
  untilWritten(async () => {
    // The erasure finds the lead's links by this.
    const references = grants.map(({ referenceId }) => referenceId);
    const outcome = await transact(table, [
      put(table, "claim", { ...keyOf(name), ...name, status: "claimed", claimedAt: at, references }, isNew),
      ...(still === undefined ? [] : [check(table, "still", keys.lead(name.leadId), stillSo(name.cycle, still))]),
      ...grants.map(({ referenceId, grant }) => putGrant(table, referenceId, grant)),
    ]);
    if (outcome.done) return "claimed";
    if (outcome.refused.length === 0) return undefined;
    return outcome.refused.includes("claim") ? "claimed-before" : "lead-moved";
  });

const stillSo = (cycle: number, { stage, ownerId, dueAt, subscribed }: StillSo) => ({
  that: [
    "stage = :stage AND #cycle = :cycle",
    ...(ownerId === undefined ? [] : ["followUp.ownerId = :ownerId"]),
    ...(dueAt === undefined ? [] : ["followUp.dueAt = :dueAt"]),
    ...(subscribed === undefined
      ? []
      : ["attribute_not_exists(unsubscribedAt) AND attribute_not_exists(undeliverable)"]),
  ].join(" AND "),
  names: { "#cycle": "cycle" },
  values: {
    ":stage": stage,
    ":cycle": cycle,
    ...(ownerId !== undefined && { ":ownerId": ownerId }),
    ...(dueAt !== undefined && { ":dueAt": dueAt }),
  },
});

export const markSent = (table: DynamoTable, name: MessageName, providerId: string, at: string): Promise<void> =>
  setStatus(table, name, "sent", { providerId, sentAt: at });

/** Claimed, but no one knows whether it went out: never sent again by itself (docs/runbook.md#mail-unconfirmed). */
export const markUnconfirmed = (table: DynamoTable, name: MessageName, at: string): Promise<void> =>
  setStatus(table, name, "unconfirmed", { unconfirmedAt: at });

const setStatus = async (table: DynamoTable, name: MessageName, status: string, facts: Record<string, string>) => {
  const set = Object.keys(facts).map((fact) => `${fact} = :${fact}`);
  const values = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`:${fact}`, value]));
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(keyOf(name)),
      UpdateExpression: `SET #status = :status, ${set.join(", ")}`,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: toItem({ ":status": status, ...values }),
    }),
  );
};

/** The mail service refused the mail: it may be claimed and sent again. */
export const releaseClaim = async (table: DynamoTable, name: MessageName): Promise<void> => {
  await table.client.send(
    new DeleteItemCommand({
      TableName: table.tableName,
      Key: toItem(keyOf(name)),
      ConditionExpression: "#status = :claimed",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: toItem({ ":claimed": "claimed" }),
    }),
  );
};

const MessageSchema = z.object({
  purpose: z.string(),
  step: z.string(),
  cycle: z.int(),
  status: z.enum(["claimed", "sent", "unconfirmed"]),
  claimedAt: z.string(),
});
export type Message = z.infer<typeof MessageSchema>;

export const readMessage = async (table: DynamoTable, name: MessageName): Promise<Message | undefined> => {
  const item = await readItem(table, keyOf(name));
  return item === undefined ? undefined : MessageSchema.parse(item);
};

/** Every mail that this lead was sent, in all its cycles. */
export const readMessages = async (table: DynamoTable, leadId: string): Promise<Message[]> => {
  const items = await readBeginningWith(table, { ...keys.lead(leadId), sk: "MESSAGE#" });
  return items.map((item) => MessageSchema.parse(item));
};

const keyOf = ({ leadId, cycle, purpose, step }: MessageName) => keys.message(leadId, cycle, purpose, step);

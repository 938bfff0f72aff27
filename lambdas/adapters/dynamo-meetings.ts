import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type ChangeVerdict, ChangeVerdictSchema, type MeetingDecision } from "../contract/board.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type Invitation, InvitationSchema } from "../domain/meeting/invitation.ts";
import { type StoredPack, StoredPackSchema } from "../domain/meeting/stored-pack.ts";
import { untilWritten } from "./contention.ts";
import {
  type DynamoTable,
  type Item,
  isNew,
  put,
  readItem,
  readPage,
  rewriteAlone,
  toItem,
  transact,
  update,
} from "./dynamo-table.ts";

/** Replaces an earlier pack of the same week. */
export const putPack = (table: DynamoTable, pack: StoredPack): Promise<void> =>
  rewriteAlone<StoredPack>(table, keys.meeting(pack.week), { agreement: undefined, ...pack });

export const readPack = async (table: DynamoTable, week: string): Promise<StoredPack | undefined> => {
  const item = await readItem(table, keys.meeting(week));
  return item === undefined ? undefined : StoredPackSchema.parse(item);
};

/** A page of packs shows half a year. */
const mostPacks = 26;
const MadeSchema = /* @__PURE__ */ droppable(() => z.object({ week: z.string(), madeAt: z.string() }));

/** Which packs there are, the newest first. */
export const listPacks = async (table: DynamoTable): Promise<z.infer<typeof MadeSchema>[]> => {
  const items = await newest(table, keys.meeting("").sk, mostPacks, { ProjectionExpression: "week, madeAt" });
  return items.map((item) => MadeSchema.parse(item));
};

const DecisionSchema = z.object({
  decisionId: z.string(),
  week: z.string(),
  text: z.string(),
  ownerId: z.string(),
  notedBy: z.string(),
  notedAt: z.string(),
  held: z.optional(z.boolean()),
  heldSaidBy: z.optional(z.string()),
  heldSaidAt: z.optional(z.string()),
  rewordedBy: z.optional(z.string()),
  rewordedAt: z.optional(z.string()),
});
export type KeptDecision = z.infer<typeof DecisionSchema>;

/** The same decision recorded twice (a double click) is one. @returns the stored one */
export const putDecision = async (table: DynamoTable, decision: MeetingDecision): Promise<KeptDecision> => {
  const key = keys.meetingDecision(decision.week, decision.decisionId);
  return untilWritten(async () => {
    await transact(table, [put(table, "decision", { ...key, ...decision }, isNew)]);
    const kept = await readItem(table, key);
    return kept && DecisionSchema.parse(kept);
  });
};

/** `undefined` when there is no such decision. */
export const readDecision = async (
  table: DynamoTable,
  { week, decisionId }: Pick<MeetingDecision, "week" | "decisionId">,
): Promise<KeptDecision | undefined> => {
  const item = await readItem(table, keys.meetingDecision(week, decisionId));
  return item && DecisionSchema.parse(item);
};

/** How many decisions are carried along: at two a week, two years. */
const mostDecisions = 200;

/** The newest decisions of all meetings, in order of time. */
export const readAllDecisions = async (table: DynamoTable, most = mostDecisions): Promise<KeptDecision[]> => {
  const items = await newest(table, "DECISION#", most);
  return items.map((item) => DecisionSchema.parse(item)).sort((one, other) => (one.notedAt < other.notedAt ? -1 : 1));
};

/** Recording the same again changes nothing. @returns false when there is no such decision */
export const markHeld = async (
  table: DynamoTable,
  { week, decisionId }: Pick<MeetingDecision, "week" | "decisionId">,
  said: { readonly held: boolean; readonly by: string; readonly at: string },
): Promise<boolean> => {
  const key = keys.meetingDecision(week, decisionId);
  try {
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.tableName,
        Key: toItem(key),
        UpdateExpression: "SET held = :held, heldSaidBy = :by, heldSaidAt = :at",
        ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(held) OR held <> :held)",
        ExpressionAttributeValues: toItem({ ":held": said.held, ":by": said.by, ":at": said.at }),
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await readItem(table, key)) !== undefined;
  }
};

/**
 * Replaces the text of a decision. That it was replaced is kept, by whom and when, not what it said.
 * @returns false when there is no such decision
 */
export const rewordDecision = async (
  table: DynamoTable,
  { week, decisionId }: Pick<MeetingDecision, "week" | "decisionId">,
  { text, by, at }: { readonly text: string; readonly by: string; readonly at: string },
): Promise<boolean> =>
  untilWritten(async () => {
    const write = update(
      table,
      "decision",
      keys.meetingDecision(week, decisionId),
      "SET #text = :text, rewordedBy = :by, rewordedAt = :at",
      { that: "attribute_exists(pk)", names: { "#text": "text" }, values: { ":text": text, ":by": by, ":at": at } },
    );
    const outcome = await transact(table, [write]);
    return outcome.done || (outcome.refused.length > 0 ? false : undefined);
  });

/** More than a company closes in its life. */
const mostVerdicts = 500;

/** What meetings have said of changes. */
export const readVerdicts = async (table: DynamoTable): Promise<ChangeVerdict[]> =>
  (await newest(table, "CHANGE#", mostVerdicts)).map((item) => ChangeVerdictSchema.parse(item));

/** Closes a change, or replaces what was said of it. */
export const putVerdict = (table: DynamoTable, verdict: ChangeVerdict): Promise<void> =>
  rewriteAlone<ChangeVerdict>(table, keys.meetingChange(verdict.number), verdict);

const newest = (table: DynamoTable, prefix: string, most: number, projection: object = {}): Promise<Item[]> => {
  const question = {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: most,
    ...projection,
  };
  return readPage(table, question, { ":pk": keys.meeting("").pk, ":prefix": prefix });
};

export const readInvitation = async (table: DynamoTable): Promise<Invitation | undefined> => {
  const item = await readItem(table, keys.meetingInvitation());
  return item === undefined ? undefined : InvitationSchema.parse(item);
};

/** @returns false when another writer has raised it meanwhile: then theirs holds */
export const putInvitation = async (table: DynamoTable, invitation: Invitation): Promise<boolean> => {
  try {
    await rewriteAlone<Invitation>(table, keys.meetingInvitation(), invitation, {
      that: "attribute_not_exists(pk) OR #sequence < :sequence",
      names: { "#sequence": "sequence" },
      values: { ":sequence": invitation.sequence },
    });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

import * as z from "zod/mini";
import { whenNeeded } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { signal } from "./dynamo-leads.ts";
import { moveWrites } from "./dynamo-moves.ts";
import {
  type DynamoTable,
  type Item,
  isNew,
  type NamedWrite,
  put,
  readBeginningWith,
  transact,
} from "./dynamo-table.ts";

/** What a rep recorded for a lead: the answer to a hand-off, or an outcome. */
export interface SalesFactItem {
  readonly kind: "answer" | "outcome";
  readonly at: string;
  readonly ownerId: string;
  readonly content: Item & { readonly kind: string };
}

const recordedSchema = whenNeeded(() =>
  z.object({
    kind: z.string(),
    at: z.string(),
    ownerId: z.string(),
    reason: z.optional(z.string()),
    amount: z.optional(z.number()),
    currency: z.optional(z.string()),
    note: z.optional(z.string()),
    /** Id of the colleague who recorded it, when it was not the owner. */
    by: z.optional(z.string()),
    /** Of an outcome: when the outcome that it corrects was recorded. */
    corrects: z.optional(z.string()),
    /** Of a correction that leaves the deal won, or lost: when it came to be so. */
    closedAt: z.optional(z.string()),
    /** Of an answer: the turn of the lead, and the answer's other fields. */
    turn: z.optional(z.int()),
    how: z.optional(z.string()),
    meetingAt: z.optional(z.string()),
    tries: z.optional(z.int()),
    to: z.optional(z.string()),
    until: z.optional(z.string()),
    why: z.optional(z.string()),
  }),
);
export type Recorded = z.infer<ReturnType<typeof recordedSchema>>;

/** What was recorded for the lead in this cycle, in order of time. */
export const readFacts = async (
  table: DynamoTable,
  kind: SalesFactItem["kind"],
  { leadId, cycle }: Pick<Lead, "leadId" | "cycle">,
): Promise<Recorded[]> => {
  const items = await readBeginningWith(table, keys[kind](leadId, cycle, ""));
  return items.map((item) => recordedSchema().parse(item));
};

/**
 * The answer or outcome, the lead's new stage, the rep's freed place and the signal, in one transaction.
 * @param also further writes of the transaction, such as the place with the rep who gets the lead
 * @returns false when the lead changed since it was read: the caller reads again and sees what happened.
 */
export const recordFact = async (
  table: DynamoTable,
  read: Lead,
  next: Lead,
  fact: SalesFactItem,
  also: readonly NamedWrite[] = [],
): Promise<boolean> => {
  const key = keys[fact.kind](read.leadId, read.cycle, fact.at);
  const { leadId, cycle, source, scores } = read;
  const about = { leadId, cycle, source, persona: scores?.persona };
  const outcome = await transact(table, [
    ...moveWrites(table, read, next, fact.at),
    put(table, fact.kind, { ...key, ...about, at: fact.at, ownerId: fact.ownerId, ...fact.content }, isNew),
    signal(table, leadId),
    ...also,
  ]);
  return outcome.done;
};

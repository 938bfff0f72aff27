import * as z from "zod/mini";
import { readFlagged } from "../adapters/dynamo-attention.ts";
import { columnParts, readColumn } from "../adapters/dynamo-columns.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, type Key, readItem } from "../adapters/dynamo-table.ts";
import { type Period, readTalks } from "../adapters/dynamo-talks.ts";
import { readQueue } from "../adapters/dynamo-waiting.ts";
import { workedStages } from "../contract/stages.ts";
import { keys } from "../contract/table.ts";
import { wonDeals } from "../domain/lead/deals.ts";
import { isWorked } from "../domain/lead/lead.ts";
import { MoveFactSchema } from "../domain/lead/move-fact.ts";
import type { Breach, Rejection, Stuck, TalkFacts, Win } from "../domain/meeting/talk-facts.ts";
import { mostOfSection } from "../views/meeting/pack-of.ts";

/** How many facts are read for a section: several may be of one lead, and some no longer hold. */
const mostLookedAt = 4 * mostOfSection;

/** The facts for the meeting: a bounded number of queries, however many leads there are. */
export const readTalkFacts = async (table: DynamoTable, period: Period, now: string): Promise<TalkFacts> => {
  const [rejected, breached, won, stuck] = await Promise.all([
    readTalks(table, "rejected", period, mostLookedAt),
    readTalks(table, "breached", period, mostLookedAt),
    readTalks(table, "won", period, mostLookedAt),
    readStuck(table, now),
  ]);
  const [rejections, breaches, wins] = await Promise.all([
    eachLead(rejected, (key) => rejectionAt(table, key)),
    eachLead(breached, (key) => breachAt(table, key)),
    eachLead(won, (key) => winAt(table, key)),
  ]);
  return { rejections, breaches, wins, stuck };
};

/** The newest of each lead that still holds. */
const eachLead = async <T extends { readonly lead: { readonly leadId: string } }>(
  found: readonly Key[],
  read: (key: Key) => Promise<T | undefined>,
): Promise<T[]> => {
  const newest = [...new Map([...found].reverse().map((key) => [key.pk, key])).values()].reverse();
  return (await Promise.all(newest.map(read))).flatMap((fact) => fact ?? []);
};

const rejectionAt = async (table: DynamoTable, key: Key): Promise<Rejection | undefined> => {
  const fact = MoveFactSchema.safeParse(await readItem(table, key)).data;
  const lead = fact && (await readLead(table, fact.leadId));
  return lead === undefined || fact === undefined ? undefined : { lead, fact };
};

const winAt = async (table: DynamoTable, key: Key): Promise<Win | undefined> => {
  const fact = MoveFactSchema.safeParse(await readItem(table, key)).data;
  const lead = fact && (await readLead(table, fact.leadId));
  // A win that was corrected since does not count.
  const won = lead && wonDeals(lead).find(({ cycle }) => cycle === fact?.cycle);
  return fact === undefined || won === undefined ? undefined : { lead: won, wonAt: fact.at };
};

const BreachSchema = z.object({
  leadId: z.string(),
  cycle: z.int(),
  level: z.int(),
  ownerId: z.string(),
  dueAt: z.string(),
});
const ClockSchema = z.object({ closedAt: z.string(), because: z.string(), answered: z.boolean() });

const breachAt = async (table: DynamoTable, key: Key): Promise<Breach | undefined> => {
  const breach = BreachSchema.safeParse(await readItem(table, key)).data;
  if (breach === undefined) return undefined;
  const { leadId, cycle, ownerId, dueAt, level } = breach;
  const [lead, clock] = await Promise.all([
    readLead(table, leadId),
    readItem(table, keys.clock(leadId, cycle, turnIn(key))),
  ]);
  return lead && { lead, ownerId, dueAt, level, clock: ClockSchema.safeParse(clock).data };
};

/** The turn is in the record's key: `BREACH#<cycle>#<turn>.<level>`. */
const turnIn = ({ sk }: Key): number => Number(sk.split("#")[2]?.split(".")[0] ?? 0);

const readStuck = async (table: DynamoTable, now: string): Promise<Stuck[]> => {
  const [late, waiting, flagged] = await Promise.all([
    readColumn(table, {
      parts: workedStages.flatMap((stage) => columnParts(stage)),
      newestFirst: false,
      before: now,
      most: mostOfSection,
    }),
    readQueue(table, mostOfSection),
    readFlagged(table, mostOfSection),
  ]);
  const overLimit = await Promise.all(late.entries.map(({ card }) => readLead(table, card.leadId)));
  const lined = await Promise.all(
    waiting.map(async ({ leadId, since, reps }) => ({ lead: await readLead(table, leadId), since, reps })),
  );
  return [
    ...flagged.map((lead): Stuck => ({ is: "stopped", lead, at: lead.needsAttention?.at ?? now })),
    ...overLimit.flatMap((lead): Stuck[] =>
      lead !== undefined && isWorked(lead) && lead.limitAt < now ? [{ is: "over-limit", lead }] : [],
    ),
    ...lined.flatMap(({ lead, since, reps }): Stuck[] =>
      lead?.stage === "qualified" ? [{ is: "waiting", lead, since, reps }] : [],
    ),
  ];
};

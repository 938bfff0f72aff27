import { keys } from "../contract/table.ts";
import { clockOf } from "../domain/follow-up/clock.ts";
import { newDealCode } from "../domain/lead/deals.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { moveFactOf } from "../domain/lead/move-fact.ts";
import { talkOf } from "../domain/meeting/talk-facts.ts";
import { dealItem, replaceLead } from "./dynamo-leads.ts";
import { type DynamoTable, type NamedWrite, put, remove } from "./dynamo-table.ts";
import { talkKeys } from "./dynamo-talks.ts";
import { releasePlace } from "./dynamo-team.ts";

/** The lead's history: part of every write that changes its stage or its owner. */
export const historyWrites = (table: DynamoTable, read: Lead | undefined, next: Lead): NamedWrite[] => {
  const fact = moveFactOf(read, next);
  if (fact === undefined) return [];
  const { leadId, cycle, at } = fact;
  const key = keys.move(leadId, cycle, at, step(read, next));
  return [put(table, "move", { ...key, ...fact, ...talkKeys(leadId, talkOf(fact), at) })];
};

/** Keeps two moves of one millisecond apart. */
const step = (read: Lead | undefined, { stage }: Lead): string =>
  `${String(read?.version ?? 0).padStart(6, "0")}.${stage}`;

/**
 * Writes the lead's next state and what follows from it in the table: the former owner has room
 * again, the clock that stops is stored, the place in the queue is released. The new owner's place is taken by the
 * assignment itself (`takePlace`). Every write that may change stage or owner uses this.
 */
export const moveWrites = (table: DynamoTable, read: Lead, next: Lead, at: string): NamedWrite[] => [
  replaceLead(table, read, next),
  ...historyWrites(table, read, next),
  ...releaseWrites(table, read, next),
  ...clockWrites(table, read, next, at),
  ...queueWrites(table, read, next),
  ...dealWrites(table, read, next),
];

const followUpOwnerIn = (lead: Lead): string | undefined => ("followUp" in lead ? lead.followUp.ownerId : undefined);

const releaseWrites = (table: DynamoTable, read: Lead, next: Lead): NamedWrite[] => {
  const [owner, then] = [followUpOwnerIn(read), followUpOwnerIn(next)];
  return owner === undefined || owner === then ? [] : [releasePlace(table, owner)];
};

const clockWrites = (table: DynamoTable, read: Lead, next: Lead, at: string): NamedWrite[] => {
  const clock = clockOf(read, next, at);
  if (clock === undefined) return [];
  const { leadId, cycle, turn } = clock;
  return [put(table, "clock", { ...keys.clock(leadId, cycle, turn), ...clock })];
};

const queueWrites = (table: DynamoTable, read: Lead, next: Lead): NamedWrite[] => {
  const [place, then] = [placeOf(read), placeOf(next)];
  return place === undefined || place === then ? [] : [remove(table, "queue", keys.queued(place, read.leadId))];
};

/** A won deal keeps its place on the board when another one begins beside it. */
const dealWrites = (table: DynamoTable, read: Lead, next: Lead): NamedWrite[] =>
  read.stage === "won" && next.because === newDealCode && next.cycle !== read.cycle
    ? [put(table, "deal", dealItem(read))]
    : [];

const placeOf = (lead: Lead): string | undefined => (lead.stage === "qualified" ? lead.waiting?.rank : undefined);

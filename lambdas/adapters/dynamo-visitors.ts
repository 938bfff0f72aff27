import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { isVisitorId, keepVisits, type Visitor, VisitorSchema } from "../domain/capture/visitor.ts";
import type { Engagement } from "../domain/lead/lead.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { withoutKnown } from "./dynamo-engagements.ts";
import { readKeptSums } from "./dynamo-familiarity-sums.ts";
import { readLead } from "./dynamo-leads.ts";
import {
  type DynamoTable,
  isAtVersion,
  type NamedWrite,
  put,
  readItem,
  rewrite,
  transact,
  type Whole,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";
import { asIfCounted, noEffect } from "./no-effect.ts";

/**
 * Stores what a browser did, each event once, for the form that it may send one day.
 * @returns the lead whose browser it is: then nothing was kept, and what it did is to be recorded for the lead. The
 * condition on the visitor's version judges between a visit and a form that come in the same moment.
 */
export const storeVisit = (
  table: DynamoTable,
  visitorId: string,
  engagements: readonly Engagement[],
  at: string,
): Promise<Pick<Visitor, "leadId">> =>
  untilWritten(async () => {
    const visitor = await readVisitor(table, visitorId, at);
    const next = visitor.leadId === undefined ? withVisits(visitor, engagements, at) : visitor;
    const { leadId } = next;
    const padding = await paddingOf(table, visitor, engagements);
    if (next === visitor && !endsSoon(visitor, at)) return { leadId };
    const { done } = await transact(table, [visitorWrite(table, visitorId, next, at), ...padding]);
    return done ? { leadId } : undefined;
  });

/**
 * A browser that sent a form of a known lead must not find that out: keeping what it does takes what counting it would.
 */
const paddingOf = async (
  table: DynamoTable,
  { pendingFor }: Visitor,
  engagements: readonly Engagement[],
): Promise<NamedWrite[]> => {
  if (pendingFor === undefined) return [];
  await readLead(table, pendingFor);
  const unknown = await withoutKnown(table, pendingFor, engagements);
  await readKeptSums(table, pendingFor);
  return asIfCounted(table, pendingFor, unknown);
};

export interface Join {
  /** The browser is not the lead's before the form is confirmed. */
  readonly isPending: boolean;
  /** What the browser did before its form came: the lead's from now on. At most 50. */
  readonly engagements: readonly Engagement[];
  /** Parts of the transaction that records them: from then on, what the browser does is the lead's. */
  readonly writes: readonly NamedWrite[];
}

/**
 * A form of a lead that was known before: its browser becomes the lead's when the form is confirmed, and not now, unless it
 * is the lead's already.
 */
export const askVisitor = async (table: DynamoTable, visitorId: string, leadId: string, at: string): Promise<Join> => {
  if (!isVisitorId(visitorId)) return { isPending: true, engagements: [], writes: [] };
  const visitor = await readVisitor(table, visitorId, at);
  if (visitor.leadId === leadId)
    return { isPending: false, engagements: [], writes: [visitorWrite(table, visitorId, visitor, at)] };
  const kept = keepVisits(visitor.engagements, [], at);
  const next = visitor.leadId === undefined ? { ...visitor, pendingFor: leadId } : visitor;
  return {
    isPending: true,
    engagements: [],
    writes: [
      visitorWrite(table, visitorId, next, at),
      ...kept.map(({ engagementId }) => noEffect(table, keys.engagement(leadId, engagementId))),
    ],
  };
};

/**
 * Makes the browser the lead's, also if it was another's, who keeps what is recorded already. What is no visitor's id
 * joins nothing. To be asked again when the transaction was refused: the browser may have done something meanwhile.
 */
export const joinVisitor = async (table: DynamoTable, visitorId: string, leadId: string, at: string): Promise<Join> => {
  if (!isVisitorId(visitorId)) return { isPending: false, engagements: [], writes: [] };
  const { pendingFor, ...visitor } = await readVisitor(table, visitorId, at);
  return {
    isPending: false,
    engagements: keepVisits(visitor.engagements, [], at),
    writes: [visitorWrite(table, visitorId, { ...visitor, leadId, engagements: [] }, at)],
  };
};

const visitorSeconds = elapsedMillis(lifetimes.visitor) / 1000;

const stranger: Visitor = { version: 0, engagements: [], expiresAt: 0 };

/** TTL deletes up to two days late: the reader compares `expiresAt`. */
const readVisitor = async (table: DynamoTable, visitorId: string, at: string): Promise<Visitor> => {
  const item = await readItem(table, keys.visitor(visitorId));
  if (item === undefined) return stranger;
  const visitor = VisitorSchema.parse(item);
  return visitor.expiresAt > epochSeconds(at) ? visitor : { ...stranger, version: visitor.version };
};

/** The unchanged visitor when there is nothing new. */
const withVisits = (visitor: Visitor, told: readonly Engagement[], at: string): Visitor => {
  const engagements = keepVisits(visitor.engagements, told, at);
  const known = new Set(visitor.engagements.map(({ engagementId }) => engagementId));
  return engagements.every(({ engagementId }) => known.has(engagementId)) ? visitor : { ...visitor, engagements };
};

/** The item of a lead's browser is rewritten only now and then, to extend its lifetime. */
const endsSoon = ({ leadId, expiresAt }: Visitor, at: string): boolean =>
  leadId !== undefined && expiresAt - epochSeconds(at) < (visitorSeconds * 2) / 3;

const visitorWrite = (table: DynamoTable, visitorId: string, visitor: Visitor, at: string): NamedWrite => {
  const { version, leadId, pendingFor, engagements } = visitor;
  const expiresAt = epochSeconds(at) + visitorSeconds;
  const next: Whole<Visitor> = { version: version + 1, leadId, pendingFor, engagements, expiresAt };
  const key = keys.visitor(visitorId);
  const isAsRead = isAtVersion(version);
  // Of a browser that has become a stranger nothing stays, whoever has written it.
  return visitor.expiresAt <= epochSeconds(at)
    ? put(table, "visitor", { ...key, ...next }, isAsRead)
    : rewrite(table, "visitor", key, next, isAsRead);
};

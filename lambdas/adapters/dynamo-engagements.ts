import type { Agreement } from "../contract/agreement.ts";
import { keys } from "../contract/table.ts";
import { type Engagement, EngagementSchema, type Lead } from "../domain/lead/lead.ts";
import { untilWritten } from "./contention.ts";
import { addToSumsWrite } from "./dynamo-familiarity-sums.ts";
import { leadWrite, readLead, signal } from "./dynamo-leads.ts";
import { moveWrites } from "./dynamo-moves.ts";
import {
  check,
  type DynamoTable,
  isNew,
  type NamedWrite,
  put,
  readBeginningWith,
  readItem,
  transact,
} from "./dynamo-table.ts";

/** Everything the lead ever did, in no particular order. */
export const readEngagements = async (table: DynamoTable, leadId: string): Promise<Engagement[]> => {
  const items = await readBeginningWith(table, keys.engagement(leadId, ""));
  return items.map((item) => EngagementSchema.parse(item));
};

/**
 * Records what a lead did, each event once, in one transaction with what they add up to and the signal (and with the
 * start of the next cycle when it wakes a dormant lead).
 * @returns how many were new.
 */
export const storeEngagements = (
  table: DynamoTable,
  leadId: string,
  engagements: readonly Engagement[],
  receive: (lead: Lead, fresh: readonly Engagement[]) => Lead,
  agreement: Agreement,
): Promise<number> =>
  untilWritten(async () => {
    const lead = await readLead(table, leadId);
    const fresh = await withoutKnown(table, leadId, engagements);
    if (lead === undefined || fresh.length === 0) return 0;
    const next = receive(lead, fresh);
    const outcome = await transact(table, [
      ...fresh.map((engagement) => engagementWrite(table, leadId, next.cycle, engagement)),
      await addToSumsWrite(table, leadId, fresh, agreement),
      ...(next === lead ? [unmoved(table, lead)] : moveWrites(table, lead, next, next.stageSince)),
      signal(table, leadId),
    ]);
    return outcome.done ? fresh.length : undefined;
  });

/** A lead that is being parked, returned or erased at this moment is read again: it might have to wake. */
const unmoved = (table: DynamoTable, { leadId, stage, cycle }: Lead): NamedWrite =>
  check(table, leadWrite, keys.lead(leadId), {
    that: "stage = :stage AND #cycle = :cycle",
    names: { "#cycle": "cycle" },
    values: { ":stage": stage, ":cycle": cycle },
  });

export const engagementWrite = (
  table: DynamoTable,
  leadId: string,
  cycle: number,
  engagement: Engagement,
): NamedWrite =>
  put(
    table,
    engagement.engagementId,
    { ...keys.engagement(leadId, engagement.engagementId), leadId, cycle, ...engagement },
    isNew,
  );

/** Only those that the lead does not have yet: an event that is delivered twice counts once. */
export const withoutKnown = async (table: DynamoTable, leadId: string, engagements: readonly Engagement[]) => {
  const once = [...new Map(engagements.map((engagement) => [engagement.engagementId, engagement])).values()];
  const known = await Promise.all(
    once.map(({ engagementId }) => readItem(table, keys.engagement(leadId, engagementId))),
  );
  return once.filter((_, i) => known[i] === undefined);
};

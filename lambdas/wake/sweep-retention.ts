import { randomUUID } from "node:crypto";
import { beginErasure } from "../adapters/dynamo-erasure.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { nextEnded } from "../adapters/dynamo-retention.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { erasureOf } from "../domain/erasure/erasure.ts";
import { erasedAt, lookBefore } from "../domain/erasure/retention.ts";

/** Looked at in one round, which takes some seconds: 1,800 a day. */
const mostAtOnce = 25;
/** Time enough for the erasures of one round to settle before the next ones begin. */
const everyMinutes = 20;

/**
 * Begins to erase those who have been kept for as long as the agreement says, a few at a time; the round of erasures goes on
 * with it. Figures stay, as after any erasure.
 */
export const sweepRetention = async (
  table: DynamoTable,
  { terms }: Pick<Agreement, "terms">,
  now: string,
): Promise<void> => {
  const before = lookBefore(terms, now);
  if (before === undefined || new Date(now).getUTCMinutes() % everyMinutes !== 0) return;
  const { leadIds, walked } = await nextEnded(table, before, mostAtOnce);
  let begun = 0;
  for (const leadId of leadIds) {
    const lead = await readLead(table, leadId);
    if (lead === undefined || (erasedAt(lead, terms) ?? now) >= now) continue;
    // Who has done something at this moment is looked at the next time round.
    if (await beginErasure(table, lead, erasureOf(lead, { erasureId: randomUUID(), by: "retention", at: now })))
      begun++;
  }
  await walked();
  if (begun > 0) log.info("Leads were kept long enough", { code: "retention-over", begun });
};

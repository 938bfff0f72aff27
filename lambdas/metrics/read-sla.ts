import { firstInForceSince } from "../adapters/dynamo-agreement-versions.ts";
import { readCounters } from "../adapters/dynamo-counters.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { SlaOfWeek } from "../contract/api.ts";
import { slaOfWeeks } from "../domain/metrics/sla-of-week.ts";

/** Promises and results of both departments in these weeks, in order of time. */
export const readSla = async (
  table: DynamoTable,
  agreement: Agreement,
  now: string,
  weeks: readonly string[],
): Promise<SlaOfWeek[]> => {
  const [counters, since] = await Promise.all([readCounters(table, weeks), firstInForceSince(table)]);
  const counted = weeks.map((week, i) => ({ week, counters: counters[i] ?? new Map() }));
  return slaOfWeeks(counted, since, agreement, now);
};

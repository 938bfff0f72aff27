import { countOnce } from "../adapters/dynamo-counters.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { agreementInForce, bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import type { Envelope } from "../contract/events.ts";
import { type Count, countsOf, weekOf } from "../domain/metrics/count.ts";
import { eventsOfChange } from "../domain/publish/events-of-change.ts";
import { eachRecord } from "../publish/each-record.ts";

export interface CountDependencies {
  readonly timeZone: string;
  readonly countOnce: (event: Envelope, week: string, names: string[]) => Promise<"counted" | "counted-before">;
  readonly measure: (count: Count) => void;
  readonly parkRecord: (body: string, reason: string) => Promise<void>;
}

/** Counters by week, each event once. */
export const count = ({ timeZone, countOnce, measure, parkRecord }: CountDependencies) =>
  eachRecord(async (change) => {
    for (const event of eventsOfChange(change)) {
      const counts = countsOf(event);
      if (counts.length === 0) continue;
      const outcome = await countOnce(
        event,
        weekOf(event.time, timeZone),
        counts.map(({ counter }) => counter),
      );
      if (outcome === "counted") counts.forEach(measure);
      log.info("Event counted", { code: `event-${outcome}`, type: event.type, leadId: event.data.leadId });
    }
  }, parkRecord);

export const handler = bindAtStart(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.metrics);
  const table = openTable(TABLE_NAME);
  return count({
    timeZone: agreementInForce().terms.company.timeZone,
    countOnce: (event, week, names) => countOnce(table, event, week, names),
    measure: ({ metric, stage }) => countOne(metric, stage),
    parkRecord: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
});

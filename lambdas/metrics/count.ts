import { countOnce } from "../adapters/dynamo-counters.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { agreementInForce, bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import type { Envelope } from "../contract/events.ts";
import { type CounterMove, changesOf, countsOf, type Measure, measuresOf } from "../domain/metrics/count.ts";
import { weekOf } from "../domain/metrics/week.ts";
import { eventsOfChange } from "../domain/publish/events-of-change.ts";
import { eachRecord } from "../publish/each-record.ts";

export interface CountDependencies {
  readonly timeZone: string;
  readonly countOnce: (event: Envelope, changes: CounterMove[]) => Promise<"counted" | "counted-before">;
  readonly measure: (measure: Measure) => void;
  readonly parkRecord: (body: string, reason: string) => Promise<void>;
}

/** Counters by week, each event once. */
export const count = ({ timeZone, countOnce, measure, parkRecord }: CountDependencies) =>
  eachRecord(async (change) => {
    for (const event of eventsOfChange(change)) {
      const changes = changesOf(countsOf(event), (instant) => weekOf(instant, timeZone));
      if (changes.length === 0) continue;
      const outcome = await countOnce(event, changes);
      if (outcome === "counted") measuresOf(event).forEach(measure);
      log.info("Event counted", { code: `event-${outcome}`, type: event.type, leadId: event.data.leadId });
    }
  }, parkRecord);

export const handler = bindAtStart(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.metrics);
  const table = openTable(TABLE_NAME);
  return count({
    timeZone: agreementInForce().terms.company.timeZone,
    countOnce: (event, changes) => countOnce(table, event, changes),
    measure: ({ metric, stage }) => countOne(metric, stage),
    parkRecord: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
});

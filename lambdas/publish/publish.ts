import { bindInForce } from "../adapters/agreement-in-force.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { putEvents, type Refused } from "../adapters/eventbridge-bus.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import type { Envelope } from "../contract/events.ts";
import { type Change, eventsOfChange } from "../domain/publish/events-of-change.ts";
import { eachRecord, TryAgainError } from "./each-record.ts";
import { holdBeyondLimits } from "./hold-beyond-limits.ts";

export interface PublishDependencies {
  /** Whether the lead of the change is kept aside: then nobody is to hear of it yet. */
  readonly hold: (change: Change) => Promise<boolean>;
  readonly put: (events: readonly Envelope[]) => Promise<readonly Refused[]>;
  readonly parkRecord: (body: string, reason: string) => Promise<void>;
}

/** The only sender of domain events: turns the table's stream into events on the bus. */
export const publish = ({ hold, put, parkRecord }: PublishDependencies) =>
  eachRecord(async (change) => {
    if (!(await hold(change))) await send(put, change);
  }, parkRecord);

const send = async (put: PublishDependencies["put"], change: Change): Promise<void> => {
  const events = eventsOfChange(change);
  if (events.length === 0) return;
  const refused = await put(events).catch((error: unknown) => {
    throw new TryAgainError("the bus does not answer", { cause: error });
  });
  if (refused.length > 0) throw new TryAgainError(`the bus refused ${refused.map(({ code }) => code).join(", ")}`);
  for (const { type, id, correlationId, data } of events)
    log.info("Event published", { code: "event-published", type, eventId: id, leadId: data.leadId, correlationId });
};

export const handler = bindInForce(() => {
  const { TABLE_NAME, BUS_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.publish);
  const table = openTable(TABLE_NAME);
  return (agreement: Agreement): PublishDependencies => ({
    hold: holdBeyondLimits({ table, agreement, now: clock }),
    put: (events) => putEvents(BUS_NAME, events),
    parkRecord: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  });
}, publish);

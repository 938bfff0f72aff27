import { overdueLeads } from "../adapters/dynamo-board.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { sendAll } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";

/** A journey acts within seconds of its timer; after this long past the due time it is not going to. */
const graceMillis = 60_000;

export interface SweepDependencies {
  readonly now: () => string;
  readonly overdue: (dueBefore: string) => AsyncIterable<string[]>;
  readonly send: (bodies: string[]) => Promise<void>;
}

/** Every open lead has a next due time; who is past it has lost its journey, and `wake` is told to look. */
export const sweep =
  ({ now, overdue, send }: SweepDependencies) =>
  async (): Promise<void> => {
    const dueBefore = new Date(Date.parse(now()) - graceMillis).toISOString();
    let found = 0;
    for await (const leadIds of overdue(dueBefore)) {
      await send(leadIds.map((lookAt) => JSON.stringify({ lookAt })));
      found += leadIds.length;
    }
    log.info("The sweep has been through the open leads", { code: "sweep-done", found });
  };

export const handler = bindAtStart(() => {
  const { TABLE_NAME, WAKE_QUEUE_URL } = environmentOf(environments.sweep);
  const table = openTable(TABLE_NAME);
  return sweep({
    now: clock,
    overdue: (dueBefore) => overdueLeads(table, dueBefore),
    send: (bodies) => sendAll(WAKE_QUEUE_URL, bodies),
  });
});

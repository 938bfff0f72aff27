import { bindInForce } from "../adapters/agreement-in-force.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { readTeam } from "../adapters/dynamo-team.ts";
import { readQueue } from "../adapters/dynamo-waiting.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { sendAll } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { placesInTurn, type Queued } from "../domain/hand-off/queue.ts";
import type { RepNow } from "../domain/team/rep-now.ts";

/** How much of the queue is read; there is hardly ever room for more at a time. */
const mostServed = 500;

export interface ServeDependencies {
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly team: (now: string) => Promise<readonly RepNow[]>;
  /** From its head. */
  readonly queue: (most: number) => Promise<readonly Queued[]>;
  /** Sends to wake's queue. */
  readonly send: (bodies: string[]) => Promise<void>;
}

/**
 * A place may have become free: wakes the waiting MQLs that would get a rep now, the first in
 * the queue first. They take their places themselves; nothing is written here.
 */
export const serveWaiting = async ({ agreement, now, team, queue, send }: ServeDependencies): Promise<void> => {
  const at = now();
  const waiting = await queue(mostServed);
  const { served } = waiting.length === 0 ? { served: [] } : placesInTurn(waiting, await team(at), agreement, at);
  await send(served.map(({ leadId }) => JSON.stringify({ lookAt: leadId })));
  for (const { leadId } of served) log.info("A waiting lead is told of a free place", { code: "place-free", leadId });
  log.info("The queue was looked at", { code: "queue-served", waiting: waiting.length, served: served.length });
};

/** One read serves all events of a batch, whatever they say. */
export const handler = bindInForce(
  () => {
    const { TABLE_NAME, WAKE_QUEUE_URL } = environmentOf(environments.waitingLine);
    const table = openTable(TABLE_NAME);
    return (agreement: Agreement): ServeDependencies => ({
      agreement,
      now: clock,
      team: (at) => readTeam(table, agreement, at),
      queue: (most) => readQueue(table, most),
      send: (bodies) => sendAll(WAKE_QUEUE_URL, bodies),
    });
  },
  (deps) => async () => {
    await serveWaiting(deps);
    return { batchItemFailures: [] };
  },
);

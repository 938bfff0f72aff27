import { bindInForce } from "../adapters/agreement-in-force.ts";
import { overdueLeads } from "../adapters/dynamo-board.ts";
import { keepOutside } from "../adapters/dynamo-kept-outside.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { readTeam } from "../adapters/dynamo-team.ts";
import { readQueue } from "../adapters/dynamo-waiting.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type IsRunning, runningJourneys } from "../adapters/sfn-journeys.ts";
import { sendAll } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { metricNames } from "../contract/metrics.ts";
import { goOnErasing } from "../erasure/erase.ts";
import { serveWaiting } from "../hand-off/serve-waiting.ts";
import { audit } from "./audit.ts";
import { sweepAbsences } from "./sweep-absences.ts";
import { sweepAside, sweepFlood } from "./sweep-aside.ts";
import { sweepFlags } from "./sweep-flags.ts";
import { sweepImports } from "./sweep-imports.ts";
import { sweepMails } from "./sweep-mails.ts";
import { sweepRetention } from "./sweep-retention.ts";
import { sweepSources } from "./sweep-sources.ts";
import { sweepTrials } from "./sweep-trials.ts";
import { sweepWalks } from "./sweep-walks.ts";

/** A journey acts within seconds of its timer; after this long past the due time it is not going to. */
const graceMillis = 60_000;

export interface OverdueDependencies {
  readonly now: () => string;
  readonly overdue: (dueBefore: string) => AsyncIterable<string[]>;
  readonly lookAt: (leadIds: readonly string[]) => Promise<void>;
}

/** Every open lead has a next due time; one that is past it has lost its journey, and is sent to `wake`. */
export const sweepOverdue = async ({ now, overdue, lookAt }: OverdueDependencies): Promise<void> => {
  const dueBefore = new Date(Date.parse(now()) - graceMillis).toISOString();
  let found = 0;
  for await (const leadIds of overdue(dueBefore)) {
    await lookAt(leadIds);
    found += leadIds.length;
  }
  log.info("The sweep has been through the overdue leads", { code: "sweep-done", found });
};

/** One round of the sweep. A failure in it does not stop the others; the next minute tries again. */
export const sweep = (rounds: Readonly<Record<string, () => Promise<unknown>>>) => async (): Promise<void> => {
  const failed: string[] = [];
  for (const [round, go] of Object.entries(rounds)) {
    try {
      await go();
    } catch (error) {
      log.error("A part of the sweep failed", { code: "sweep-failed", round }, error);
      failed.push(round);
    }
  }
  if (failed.length > 0) throw new Error(`the sweep failed at ${failed.join(", ")}`);
};

export interface SweepDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  /** Sends to wake's queue. */
  readonly send: (bodies: string[]) => Promise<void>;
  readonly isRunning: IsRunning;
  /** Counts an orphan. */
  readonly count: () => void;
  /** Counts a source whose secret ends. */
  readonly ring: () => void;
  /** Counts an import that does not get on. */
  readonly stalled: () => void;
  /** Keeps outside of the table that a lead was erased. */
  readonly keep: (erased: { readonly leadId: string; readonly at: string }) => Promise<void>;
}

/** The rounds of one sweep, by name. */
export const sweepRounds = (deps: SweepDependencies) => {
  const { table, agreement, now, send } = deps;
  const lookAt = (leadIds: readonly string[]) => send(leadIds.map((leadId) => JSON.stringify({ lookAt: leadId })));
  const team = (at: string) => readTeam(table, agreement, at);
  const queue = (most: number) => readQueue(table, most);
  return {
    overdue: () => sweepOverdue({ now, lookAt, overdue: (dueBefore) => overdueLeads(table, dueBefore) }),
    waiting: () => serveWaiting({ ...deps, team, queue }),
    absences: () => sweepAbsences({ ...deps, lookAt }),
    audit: () => audit({ ...deps, lookAt }),
    mails: () => sweepMails({ ...deps, lookAt }),
    flags: () => sweepFlags(table),
    flood: () => sweepFlood(table, now()),
    sources: () => sweepSources(table, agreement, now(), deps.ring),
    trials: () => sweepTrials(table, now()),
    imports: () => sweepImports(table, now(), deps.stalled),
    walks: () => sweepWalks(table, now()),
    aside: () => sweepAside(table, agreement, now()),
    retention: () => sweepRetention(table, agreement, now()),
    erasures: () => goOnErasing(table, now(), deps.keep),
  };
};

export const handler = bindInForce(
  () => {
    const { TABLE_NAME, OUTSIDE_TABLE_NAME, WAKE_QUEUE_URL, STATE_MACHINE_ARN } = environmentOf(environments.sweep);
    const table = openTable(TABLE_NAME);
    const outside = openTable(OUTSIDE_TABLE_NAME);
    const shared = {
      table,
      now: clock,
      send: (bodies) => sendAll(WAKE_QUEUE_URL, bodies),
      isRunning: runningJourneys(STATE_MACHINE_ARN),
      count: () => countOne(metricNames.orphanFound),
      ring: () => countOne(metricNames.sourceSecretEnds),
      stalled: () => countOne(metricNames.importStalled),
      keep: ({ leadId, at }) => keepOutside(outside, { kind: "erased", leadId, at }),
    } satisfies Omit<SweepDependencies, "agreement">;
    return (agreement: Agreement) => ({ ...shared, agreement });
  },
  (deps) => sweep(sweepRounds(deps)),
);

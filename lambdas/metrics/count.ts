import { bindInForce } from "../adapters/agreement-in-force.ts";
import { knownGenerations } from "../adapters/dynamo-counter-generations.ts";
import { bumpPulse, type Counting, countOnce } from "../adapters/dynamo-counting.ts";
import { isPassing } from "../adapters/dynamo-faults.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { park } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { metricNames } from "../contract/metrics.ts";
import type { Stage } from "../contract/stages.ts";
import { changesOf, stageChangesOf } from "../domain/metrics/changes.ts";
import { countsOf } from "../domain/metrics/count.ts";
import {
  type CountedFact,
  cardChanged,
  isUncounted,
  type Measure,
  markOf,
  measuresOf,
  newFactOf,
  writtenAt,
} from "../domain/metrics/fact.ts";
import { type Generations, generationsFor } from "../domain/metrics/generations.ts";
import { type Change, eventsOfChange } from "../domain/publish/events-of-change.ts";
import { eachRecord, TryAgainError } from "../publish/each-record.ts";

export interface CountDependencies {
  readonly timeZone: string;
  readonly generations: () => Promise<Generations>;
  readonly countOnce: (event: Happened, counting: Counting) => Promise<"counted" | "counted-before">;
  readonly bumpPulse: (generation: number, stage: Stage) => Promise<void>;
  readonly measure: (measure: Measure) => void;
  readonly parkRecord: (body: string, reason: string) => Promise<void>;
}

type Happened = { readonly id: string; readonly time: string };

/** Counts new facts by week and stage, each once; from a lead's own item, what its card and the alarms show. */
export const count = (deps: CountDependencies) =>
  eachRecord(async (change) => {
    if (isUncounted(change.after ?? change.before ?? {})) return;
    const fact = newFactOf(change);
    await orAgain(() => (fact === undefined ? lookAtLead(deps, change) : countFact(deps, change, fact)));
  }, deps.parkRecord);

const countFact = async (deps: CountDependencies, change: Change, fact: CountedFact): Promise<void> => {
  const id = markOf(change, fact);
  const generations = generationsFor(await deps.generations(), writtenAt(fact));
  const counting = {
    generations,
    changes: changesOf(countsOf(fact), deps.timeZone),
    stages: stageChangesOf(fact),
  };
  if (counting.changes.length === 0 && counting.stages.length === 0) return;
  const outcome = await deps.countOnce({ id, time: change.at }, counting);
  if (outcome === "counted") measuresOf(fact).forEach(deps.measure);
  log.info("Fact counted", { code: `fact-${outcome}`, is: fact.is, record: id });
};

const lookAtLead = async (deps: CountDependencies, change: Change): Promise<void> => {
  const stage = cardChanged(change);
  if (stage !== undefined) await deps.bumpPulse((await deps.generations()).current.generation, stage);
  for (const { type, id, time } of eventsOfChange(change)) {
    if (type !== "LeadNeedsAttention") continue;
    const outcome = await deps.countOnce({ id, time }, { generations: [], changes: [], stages: [] });
    if (outcome === "counted") deps.measure({ metric: metricNames.needsAttention });
  }
};

export const handler = bindInForce(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.metrics);
  const table = openTable(TABLE_NAME);
  const shared = {
    generations: knownGenerations(table, clock),
    countOnce: (event, counting) => countOnce(table, event, counting),
    bumpPulse: (generation, stage) => bumpPulse(table, generation, stage),
    measure: ({ metric, stage }) => countOne(metric, stage),
    parkRecord: (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  } satisfies Omit<CountDependencies, "timeZone">;
  return ({ terms }: Agreement) => ({ ...shared, timeZone: terms.company.timeZone });
}, count);

/** A write that may succeed later is retried by the stream; one that never can is parked. */
const orAgain = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (!isPassing(error)) throw error;
    throw new TryAgainError("the table does not take the counts", { cause: error });
  }
};

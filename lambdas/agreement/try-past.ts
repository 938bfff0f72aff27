import { readPulse } from "../adapters/dynamo-counters.ts";
import { readHistories } from "../adapters/dynamo-histories.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readTrial, storeTrial } from "../adapters/dynamo-trials.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { isUnderWay, leaseUntil, type TrialJob } from "../domain/agreement/trial/job.ts";
import { merge, type Tally } from "../domain/agreement/trial/tally.ts";
import { inForceAt, type Trial, tryErased, tryLead } from "../domain/agreement/trial/try-lead.ts";
import { capacityOfTrial } from "./trial/capacity-of-trial.ts";

export interface TrialDependencies {
  readonly table: DynamoTable;
  readonly now: () => string;
  /** The compiled agreement of these terms. */
  readonly readTerms: (termsId: string) => Promise<Agreement>;
  /** The versions that were in force between these instants, and the one before them: the oldest first, at least one. */
  readonly readVersions: (from: string, until: string) => Promise<Trial["versions"]>;
}

/** Leads, or pages of the table, after which it is written how far the trial has come; and how often in one message. */
const [leadsAStep, pagesAStep] = [1000, 50];
const stepsATurn = 10;

/**
 * Goes on with a trial: each message one turn, at whose end the next is asked for. What was counted and how far the reading
 * has come are written together, so that a turn that is interrupted is gone on with from there, and nobody is counted twice.
 * Of two that go on with the same turn, the lock leaves one.
 */
export const goOnTrying = async (deps: TrialDependencies, proposalId: string, turn: number): Promise<void> => {
  const read = await readTrial(deps.table, proposalId);
  if (read === undefined || read.turn !== turn || !isUnderWay(read)) return;
  const trial = await trialOf(deps, read);
  const begun = await begin(deps, read);
  if (begun !== undefined) await goThrough(deps, trial, begun);
};

const trialOf = async ({ readTerms, readVersions }: TrialDependencies, it: TrialJob): Promise<Trial> => {
  const [proposal, versions] = await Promise.all([readTerms(it.termsId), readVersions(it.from, it.until)]);
  return { from: it.from, until: it.until, timeZone: it.timeZone, proposal, versions };
};

/** Says that it runs, and about how long the way is. */
const begin = async ({ table, now }: TrialDependencies, it: TrialJob): Promise<TrialJob | undefined> => {
  if (it.state === "running") return it;
  const { stages } = await readPulse(table);
  const of = Object.values(stages).reduce((sum, { count }) => sum + count, 0);
  return storeTrial(table, it, { ...it, state: "running", of, dueAt: leaseUntil(now()) });
};

const goThrough = async ({ table, now }: TrialDependencies, trial: Trial, begun: TrialJob): Promise<void> => {
  let [it, { tally }, steps, pages] = [begun, begun, 0, 0];
  for await (const { leads, erased, next } of readHistories(table, begun.cursor)) {
    for (const history of leads) tally = merge(tally, tryLead(trial, history));
    for (const moves of erased) tally = merge(tally, tryErased(trial, moves));
    if (next === undefined) return end({ table, now }, trial, it, tally);
    if (++pages < pagesAStep && tally.leads - it.tally.leads < leadsAStep) continue;
    pages = 0;
    const isLast = ++steps >= stepsATurn;
    const stored = await storeTrial(table, it, {
      ...it,
      tally,
      cursor: next,
      turn: isLast ? it.turn + 1 : it.turn,
      restarts: undefined,
      dueAt: leaseUntil(now()),
    });
    // It was asked for anew meanwhile, or another function was faster.
    if (stored === undefined || isLast) return;
    it = stored;
  }
};

const end = async (
  { table, now }: Pick<TrialDependencies, "table" | "now">,
  trial: Trial,
  it: TrialJob,
  tally: Tally,
): Promise<void> => {
  const inForce = inForceAt(trial)(trial.until);
  const capacity = capacityOfTrial({ ...trial, inForce }, tally);
  const over = { cursor: undefined, dueAt: undefined, restarts: undefined, endedAt: now() };
  const stored = await storeTrial(table, it, { ...it, ...over, state: "done", tally, capacity });
  if (stored === undefined) return;
  const { proposalId } = it;
  log.info("A proposal was tried on the past", { code: "trial-done", proposalId, leads: tally.leads });
};

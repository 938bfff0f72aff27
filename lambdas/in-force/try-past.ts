import { CompiledSchema } from "../adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../adapters/dynamo-agreement-versions.ts";
import { readCounters, readPulse } from "../adapters/dynamo-counters.ts";
import { readHistories } from "../adapters/dynamo-histories.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readTrial, storeTrial } from "../adapters/dynamo-trials.ts";
import { log } from "../adapters/logger.ts";
import { capacityOfTrial } from "../agreement/trial/capacity-of-trial.ts";
import type { Agreement } from "../contract/agreement.ts";
import { isUnderWay, leaseUntil, type TrialJob } from "../domain/agreement/trial/job.ts";
import { merge, type Tally } from "../domain/agreement/trial/tally.ts";
import { inForceAt, type Trial, tryLead } from "../domain/agreement/trial/try-lead.ts";
import { weeksBetween } from "../domain/metrics/week.ts";

export interface TrialDependencies {
  readonly table: DynamoTable;
  readonly now: () => string;
  /** The compiled agreement by the id of its terms. */
  readonly terms: (termsId: string) => Promise<Agreement>;
}

/** More than come into force in the weeks that can be tried. */
const mostVersions = 100;

/**
 * The versions that were in force between these instants, and the one before them. Of one that an earlier release has
 * stored only the terms are kept: holidays and time zones are then those of the proposal's calendar.
 */
const versionsThen = async (
  { table, terms }: TrialDependencies,
  { from, until }: Pick<TrialJob, "from" | "until">,
  proposal: Agreement,
): Promise<Trial["versions"]> => {
  const kept = (await readAgreementVersions(table, mostVersions)).filter(({ since }) => since < until).reverse();
  const before = kept.findLastIndex(({ since }) => since <= from);
  const [first, ...rest] = await Promise.all(
    kept.slice(Math.max(0, before)).map(async (each) => ({
      since: each.since,
      agreement:
        each.termsId === undefined
          ? CompiledSchema.parse({ ...proposal, version: each.version, terms: each.terms })
          : await terms(each.termsId),
    })),
  );
  if (first === undefined) throw new Error("nothing was in force until then");
  return [first, ...rest];
};

/** Pages, of twenty leads each, after which it is written how far the trial has come; and how often in one message. */
const pagesAStep = 50;
const stepsATurn = 10;

/**
 * Goes on with a trial: each message one turn, at whose end the next is asked for. What was counted and how far the reading
 * has come are written together, so that a turn that is interrupted is gone on with from there, and nobody is counted twice.
 * Of two that go on with the same turn, the lock leaves one.
 */
export const goOnTrying = async (deps: TrialDependencies, proposalId: string, turn: number): Promise<void> => {
  const read = await readTrial(deps.table, proposalId);
  if (read === undefined || read.turn !== turn || !isUnderWay(read)) return;
  const begun = await begin(deps, read);
  if (begun !== undefined) await goThrough(deps, await trialOf(deps, begun), begun);
};

const trialOf = async (deps: TrialDependencies, it: TrialJob): Promise<Trial> => {
  const proposal = await deps.terms(it.termsId);
  const versions = await versionsThen(deps, it, proposal);
  const { from, until, timeZone, counted } = it;
  return { from, until, countedUntil: counted?.at, timeZone, proposal, versions };
};

/** Says that it runs, about how long the way is, and what was counted of its time. */
const begin = async ({ table, now }: TrialDependencies, it: TrialJob): Promise<TrialJob | undefined> => {
  if (it.state === "running") return it;
  const { stages } = await readPulse(table);
  const of = Object.values(stages).reduce((sum, { count }) => sum + count, 0);
  const counted = await countedUntil(table, it, now());
  return storeTrial(table, it, { ...it, state: "running", of, counted, dueAt: leaseUntil(now()) });
};

/** In the weeks up to that instant, which is now. */
const countedUntil = async (table: DynamoTable, { from, timeZone }: TrialJob, at: string) => {
  const weeks = await readCounters(table, weeksBetween(from, at, timeZone));
  const sum = (name: string) => weeks.reduce((all, counters) => all + (counters.get(name) ?? 0), 0);
  return { leads: sum("leads"), mqls: sum("mql"), at };
};

const goThrough = async ({ table, now }: TrialDependencies, trial: Trial, begun: TrialJob): Promise<void> => {
  let [it, { tally }, steps, pages] = [begun, begun, 0, 0];
  for await (const { leads, next } of readHistories(table, begun.cursor)) {
    for (const history of leads) tally = merge(tally, tryLead(trial, history));
    if (next === undefined) return end({ table, now }, trial, it, tally);
    if (++pages < pagesAStep) continue;
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

import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { versionWrite } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { addCounts } from "../../lambdas/adapters/dynamo-recount.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { askTrial, readTrial, storeTrial } from "../../lambdas/adapters/dynamo-trials.ts";
import { detailSchemas } from "../../lambdas/contract/events.ts";
import { TrialViewSchema } from "../../lambdas/contract/trial.ts";
import { trialView } from "../../lambdas/domain/agreement/trial/job.ts";
import { changesOf } from "../../lambdas/domain/metrics/changes.ts";
import { countsOf } from "../../lambdas/domain/metrics/count.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";
import { slices } from "../../lambdas/domain/metrics/slices.ts";
import { weekOf } from "../../lambdas/domain/metrics/week.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { goOnTrying, type TrialDependencies } from "../../lambdas/in-force/try-past.ts";
import { sweepTrials } from "../../lambdas/wake/sweep-trials.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { aPast, itemsOf } from "../agreement/trial/pasts.ts";
import { anAgreement } from "../builders/agreement.ts";
import { daysFromNow, now } from "../builders/now.ts";

const inForce = anAgreement();
const harder = anAgreement({ gate: { leastFit: 40, leastFamiliarity: 40 } }, { version: "harder" });

const asked = {
  proposalId: "proposal-1",
  version: harder.version,
  termsId: "terms-of-harder",
  weeks: 10,
  by: "marta",
  at: now,
  timeZone: inForce.terms.company.timeZone,
};

class Died extends Error {}

/** A table with so many leads, on which requests may fail, and what its stream asks for. */
const tableWith = async (leads: number) => {
  let failsAt = Number.POSITIVE_INFINITY;
  let requests = 0;
  const table = dynamoTwin(async () => {
    if (++requests === failsAt) throw new Died("the function died");
  });
  for (let seed = 1; seed <= leads; seed++)
    for (const item of itemsOf(aPast(seed, inForce))) await transact(table, [put(table, "item", item)]);
  // Of two people, one of them an MQL, nothing is left but what was counted.
  await countAll(table, { leads: 2, mql: 1 });
  const since = daysFromNow(-365);
  const first = { number: 1, version: inForce.version, since, termsId: "terms-in-force" };
  await transact(table, [versionWrite(table, inForce, first)]);
  table.takeChanges();
  const clock = { now };
  const deps: TrialDependencies = {
    table,
    now: () => clock.now,
    terms: async (termsId) => {
      expect(["terms-of-harder", "terms-in-force"]).toContain(termsId);
      return termsId === asked.termsId ? harder : inForce;
    },
  };
  return {
    table,
    deps,
    clock,
    requests: () => requests,
    failAt: (request: number) => {
      failsAt = requests + request;
    },
  };
};

/** Counts every move that is there, and of one week this besides, as the stream's reader does. */
const countAll = async (table: Twin, besides: Readonly<Record<string, number>>) => {
  const facts = table.items().flatMap((item) => factIn(unmarshall(item)) ?? []);
  const changes = changesOf(facts.flatMap(countsOf), inForce.terms.company.timeZone);
  const period = weekOf(daysFromNow(-3), inForce.terms.company.timeZone);
  const more = { period, slice: slices.all, counters: new Map(Object.entries(besides)) };
  await addCounts(table, 1, [...changes, more], []);
};

type Told = { readonly proposalId: string; readonly turn: number };

/** The messages that the stream brings. */
const toldBy = (table: Twin): Told[] =>
  table.takeChanges().flatMap(({ id, before, after }) => {
    const change = { id, at: now, before: before && unmarshall(before), after: after && unmarshall(after) };
    return eventsOfChange(change).flatMap(({ type, data }) =>
      type === "TrialDue" ? [detailSchemas.TrialDue.parse(data)] : [],
    );
  });

/** Goes on until nothing asks for it any more. @returns how many messages that took */
const goOn = async ({ table, deps }: Awaited<ReturnType<typeof tableWith>>): Promise<number> => {
  let messages = 0;
  for (let told = toldBy(table); told.length > 0; told = toldBy(table)) {
    for (const { proposalId, turn } of told) await goOnTrying(deps, proposalId, turn);
    messages += told.length;
  }
  return messages;
};

const figuresOn = async (table: Twin) => {
  const view = TrialViewSchema.parse(trialView(asked.proposalId, await readTrial(table, asked.proposalId)));
  return view.trial;
};

const leads = 150;

describe("the trial of a proposal", () => {
  it("goes on in turns from the asking to its figures", async () => {
    const world = await tableWith(leads);
    expect(await figuresOn(world.table)).toBeUndefined();
    await askTrial(world.table, asked);
    expect(await figuresOn(world.table)).toMatchObject({ state: "asked", weeks: 10, by: "marta" });
    expect(await goOn(world)).toBe(1);
    const trial = await figuresOn(world.table);
    expect(trial).toMatchObject({ state: "done", progress: { done: leads, of: leads } });
    expect(trial?.figures).toMatchObject({ erased: { people: 2, mqls: 1 }, notAsRecorded: 0 });
    expect(trial?.figures?.capacity?.after.mqlsPerWeek).toBeLessThan(trial?.figures?.capacity?.before.mqlsPerWeek ?? 0);
    expect(trial?.figures?.out.all.count).toBeGreaterThan(0);
  });

  it("comes to the same figures wherever a function dies, and counts nobody twice", async () => {
    const few = 15;
    const whole = await tableWith(few);
    await askTrial(whole.table, asked);
    const before = whole.requests();
    await goOn(whole);
    const all = whole.requests() - before;
    const expected = await figuresOn(whole.table);
    const world = await tableWith(few);
    // In the middle it only reads.
    const places = Array.from({ length: all }, (_, i) => i + 1).filter(
      (request) => request <= 10 || request > all - 10 || request % 12 === 0,
    );
    for (const request of places) {
      await askTrial(world.table, asked);
      const [told] = toldBy(world.table);
      if (told === undefined) throw new Error("nobody was told of the trial");
      world.failAt(request);
      await expect(goOnTrying(world.deps, told.proposalId, told.turn)).rejects.toThrow(Died);
      // The queue brings the message again.
      await goOnTrying(world.deps, told.proposalId, told.turn);
      await goOn(world);
      expect({ request, ...(await figuresOn(world.table)) }).toEqual({ request, ...expected });
    }
  });

  it("is gone on with when its message is lost, and given up when that does not help", async () => {
    const world = await tableWith(5);
    await askTrial(world.table, asked);
    expect(toldBy(world.table)).toHaveLength(1);
    for (let minutes = 5; minutes <= 10; minutes += 5) {
      world.clock.now = daysFromNow(minutes / (24 * 60));
      await sweepTrials(world.table, world.clock.now);
    }
    expect(toldBy(world.table).map(({ turn }) => turn)).toEqual([2, 3]);
    world.clock.now = daysFromNow(1);
    await sweepTrials(world.table, world.clock.now);
    expect(await figuresOn(world.table)).toMatchObject({ state: "failed" });
    expect(toldBy(world.table)).toEqual([]);
    await askTrial(world.table, asked);
    expect(await goOn(world)).toBe(1);
    expect(await figuresOn(world.table)).toMatchObject({ state: "done" });
  });

  it("runs once when it is asked for twice, and anew with other weeks", async () => {
    const world = await tableWith(30);
    const first = await askTrial(world.table, asked);
    expect(await askTrial(world.table, asked)).toEqual(first);
    expect(toldBy(world.table)).toHaveLength(1);
    const second = await askTrial(world.table, { ...asked, weeks: 2 });
    expect(second).toMatchObject({ state: "asked", weeks: 2, turn: 2 });
    await goOnTrying(world.deps, asked.proposalId, first.turn);
    expect(await figuresOn(world.table)).toMatchObject({ state: "asked" });
    await goOn(world);
    const trial = await figuresOn(world.table);
    expect(trial?.figures?.perWeek).toHaveLength(2);
  });

  it("leaves what another function has counted meanwhile", async () => {
    const world = await tableWith(30);
    const read = await askTrial(world.table, asked);
    await goOn(world);
    expect(await storeTrial(world.table, read, { ...read, state: "failed" })).toBeUndefined();
    expect(await figuresOn(world.table)).toMatchObject({ state: "done" });
  });
});

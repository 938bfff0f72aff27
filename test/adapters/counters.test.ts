import { describe, expect, it, vi } from "vitest";
import { readCounters, readPulse, readSources } from "../../lambdas/adapters/dynamo-counters.ts";
import { bumpPulse, countOnce } from "../../lambdas/adapters/dynamo-counting.ts";
import { type DynamoTable, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { changesOf, stageChangesOf } from "../../lambdas/domain/metrics/changes.ts";
import { countsOf } from "../../lambdas/domain/metrics/count.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";
import { readFigures } from "../../lambdas/metrics/read-figures.ts";
import { recount } from "../../lambdas/metrics/recount.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();
const { timeZone } = agreement.terms.company;

const captured = (leadId: string, source: string) => ({
  ...keys.move(leadId, 1, now, "captured"),
  ...{ leadId, cycle: 1, at: now, from: null, to: "captured", because: "form-submitted", source },
});

const countingOf = (item: Record<string, unknown>, generations: readonly number[] = [1]) => {
  const fact = factIn(item);
  if (fact === undefined) throw new Error("no fact");
  return { generations, changes: changesOf(countsOf(fact), timeZone), stages: stageChangesOf(fact) };
};

const countAll = async (table: DynamoTable) => {
  const facts = ["a", "b", "c"].map((id) => captured(`lead-${id}`, id === "c" ? "linkedin" : "direct"));
  await transact(
    table,
    facts.map((fact) => put(table, "fact", fact)),
  );
  for (const fact of facts) await countOnce(table, { id: fact.leadId, time: now }, countingOf(fact));
};

describe.each(isolatingEngines())("the counters on $name", ({ endpoint }) => {
  it("count an event once, however often and however many at once it comes", async () => {
    const table = await newTable(endpoint);
    const counting = countingOf(captured("lead-a", "direct"));
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => countOnce(table, { id: "e1", time: now }, counting)),
    );
    expect(outcomes.filter((outcome) => outcome === "counted")).toHaveLength(1);
    expect(await countOnce(table, { id: "e2", time: now }, counting)).toBe("counted");
    const counted = new Map([
      ["leads", 2],
      ["entered:captured", 2],
    ]);
    expect(await readCounters(table, ["2026-W11", "2026-W12"])).toEqual([counted, new Map()]);
  });
});

describe.each(engines())("the figures on $name", ({ endpoint }) => {
  it("are read by week, source and stage; a pulse is another one when a card has changed", async () => {
    const table = await newTable(endpoint);
    await countAll(table);
    const figures = await readFigures(table, agreement, now, 2);
    // The week before is one before the start: nothing had been counted, and no agreement was in force.
    expect(figures.weeks.map(({ week, leads }) => [week, leads])).toEqual([["2026-W11", 3]]);
    expect(figures.bySource).toMatchObject([
      { id: "direct", leads: 2 },
      { id: "linkedin", leads: 1 },
    ]);
    expect(await readSources(table, agreement, now)).toEqual(["direct", "linkedin"]);
    const before = await readPulse(table);
    expect(before.stages.captured?.count).toBe(3);
    await bumpPulse(table, 1, "captured");
    const after = await readPulse(table);
    expect(after.stages.captured?.count).toBe(3);
    expect(after.stages.captured?.pulse).not.toBe(before.stages.captured?.pulse);
  });

  it("are the same after a recount, and nothing is left of the generation before", async () => {
    const table = await newTable(endpoint);
    await countAll(table);
    await countOnce(table, { id: "wrong", time: now }, countingOf(captured("lead-never-kept", "wrong")));
    let clock = Date.parse(now) + 3_600_000;
    const done = await recount({
      table,
      timeZone,
      now: () => new Date(clock).toISOString(),
      pause: async (millis) => {
        clock += millis;
      },
      say: vi.fn(),
    });
    expect(done).toMatchObject({ generation: 2, facts: 3, unreadable: 0 });
    expect(done.differences).toContainEqual({ period: "2026-W11", slice: "all", counter: "leads", was: 4, is: 3 });
    expect((await readCounters(table, ["2026-W11"]))[0]?.get("leads")).toBe(3);
    expect((await readPulse(table)).stages.captured).toMatchObject({ count: 3, pulse: expect.stringMatching(/^2\./) });
    expect(await readSources(table, agreement, now)).toEqual(["direct", "linkedin"]);
  });
});

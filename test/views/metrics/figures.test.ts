import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf, stepOf } from "../../../lambdas/domain/metrics/stage-figures.ts";
import { quarterOf, spanOfQuarter, weeksBetween } from "../../../lambdas/domain/metrics/week.ts";
import { figuresOf } from "../../../lambdas/views/metrics/figures.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { now } from "../../builders/now.ts";

const agreement = anAgreement();
const period = (name: string, slices: Record<string, Record<string, number>>) => ({
  period: name,
  slices: new Map(Object.entries(slices).map(([slice, counters]) => [slice, new Map(Object.entries(counters))])),
});

const read = {
  weeks: [
    period("2026-W10", {
      all: { leads: 20, mql: 13, accepted: 9, rejected: 1, "rejected:not-now": 1, "followed-up-in-time": 10 },
      "source#linkedin": { leads: 12, mql: 9 },
      "rep#left-long-ago": { accepted: 1 },
    }),
    period("2026-W11", {
      all: {
        ...{
          leads: 10,
          mql: 4,
          "outcome:won": 2,
          amount: 150_050,
          "amount:EUR": 99_500,
          "amount:USD": 7_000_250,
          "rejected:no-longer-agreed": 1,
          rejected: 1,
        },
        ...{ "left:captured:forward": 3, "left:captured:out": 1, "entered:captured": 10, breached: 1, broken: 2 },
      },
      "all#stay#captured": { [String(stepOf(60))]: 3, [String(stepOf(7200))]: 1 },
      "all#effect": { "closed:ended": 60, "closed:won": 18, "read:case-study:ended": 20, "read:case-study:won": 12 },
      "all#effect#operations": {
        "closed:ended": 20,
        "closed:won": 5,
        "effect:decides:ended": 15,
        "effect:decides:won": 5,
      },
      "persona#operations": { leads: 8 },
      "rep#ana": { given: 5, accepted: 3, "outcome:won": 2, amount: 150_050, "amount:USD": 5_500_000 },
      "source#direct": { leads: 4, mql: 1 },
      "source#linkedin": { leads: 5, mql: 2 },
    }),
  ],
  quarter: { quarter: period("2026-Q1", { all: { won: 7 } }) },
  waiting: 3,
};
const figures = figuresOf(read, agreement, now);

describe("the figures", () => {
  it("of each week are both sides' of the SLA", () => {
    expect(figures.weeks).toMatchObject([
      { week: "2026-W10", state: "past", leads: 20, mqls: 13, promisedMqls: 12, acceptanceRate: 0.9, shareInTime: 1 },
      {
        week: "2026-W11",
        state: "current",
        leads: 10,
        mqls: 4,
        won: 2,
        amounts: [
          { amount: 1600, currency: "EUR" },
          { amount: 7000.25, currency: "USD" },
        ],
        breached: 2,
      },
    ]);
    expect(figures.weeks[1]?.from).toBe("2026-03-08T23:00:00.000Z");
    expect(figures.weeks[1]?.forecast).toBeGreaterThan(4);
  });

  it("by source add up to all: what has none is in the last row", () => {
    expect(figures.bySource.map(({ id, leads, mqls }) => [id, leads, mqls])).toEqual([
      ["linkedin", 17, 11],
      ["direct", 4, 1],
      ["other", 9, 5],
    ]);
    expect(figures.bySource[1]?.label).toEqual({ es: "Directo", en: "Direct" });
  });

  it("have a row for each persona and rep, also for those that the agreement no longer has", () => {
    expect(figures.byPersona).toMatchObject([{ id: "operations", leads: 8 }]);
    expect(figures.byRep.map(({ id, label, leads, won }) => [id, label.es, leads, won])).toEqual([
      ["ana", "Ana Gil", 5, 2],
      ["luis", "Luis Mora", 0, 0],
      ["left-long-ago", "left-long-ago", 0, 0],
    ]);
  });

  it("say how leads go on from each stage, and how long they stay in it", () => {
    const [captured] = figures.stages;
    expect(captured).toMatchObject({ stage: "captured", entered: 10, left: 4, forward: 3, conversion: 0.75 });
    expect(captured?.medianSeconds).toBeGreaterThan(60 / 1.12);
    expect(captured?.medianSeconds).toBeLessThan(60 * 1.12);
    expect(figures.stages[1]).toMatchObject({ conversion: null, medianSeconds: null });
    expect(figures.stages.at(-1)).toMatchObject({ stage: "won", entered: 2, left: 0, conversion: null });
  });

  it("compare closed leads with a criterion and without among those of its persona", () => {
    const effect = (id: string) => figures.effects.find((each) => each.id === id);
    expect(effect("decides")).toMatchObject({
      persona: "operations",
      with: { won: 5, ended: 15 },
      without: { won: 0, ended: 5, rate: 0 },
    });
    expect(effect("case-study")).toMatchObject({
      kind: "content",
      with: { rate: 0.6 },
      without: { won: 6, ended: 40 },
    });
    expect(effect("form-sent")).toMatchObject({ kind: "familiarity", with: { ended: 0, rate: null } });
    expect(effect("private-mail")).toBeUndefined();
  });

  it("name every reason, by week, and the quarter's goal", () => {
    expect(figures.rejectReasons.map(({ id, counts }) => [id, counts])).toEqual([
      ["not-now", [1, 0]],
      ["not-a-buyer", [0, 0]],
      ["no-longer-agreed", [0, 1]],
    ]);
    expect(figures.goal).toEqual({
      quarter: "2026-Q1",
      from: "2025-12-31T23:00:00.000Z",
      to: "2026-03-31T22:00:00.000Z",
      won: 7,
      target: 9,
    });
  });

  it("are sentences that hold for both sides", () => {
    const said = figures.sentences.map(({ es }) => es.replaceAll("\u00a0", " "));
    expect(said).toContain("En la semana anterior (10) cumplieron los dos equipos.");
    expect(said).toContain("Ventas ganadas en el 1.er trimestre de 2026: 7; el objetivo son 9.");
    expect(said).toContain("En estas 2 semanas, el origen que más MQL aporta es «LinkedIn»: 11 de 17.");
    expect(said.at(-1)).toBe(
      "Lo que más acompaña a las ventas ganadas es «Caso práctico con cifras»: se gana el 60 % (12 de 20) de esos leads cerrados y el 15 % (6 de 40) de los demás.",
    );
    expect(figures.sentences.every(({ es, en }) => es !== "" && en !== "")).toBe(true);
  });

  it("of nothing are nothing, and no number that is none", () => {
    const empty = figuresOf(
      { weeks: [period("2026-W11", {})], quarter: { quarter: period("2026-Q1", {}) }, waiting: 0 },
      agreement,
      now,
    );
    expect(empty.bySource).toEqual([]);
    expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/);
  });
});

describe("weeks before the start", () => {
  const weeks = ["2026-W08", "2026-W09", "2026-W10", "2026-W11"].map((week) =>
    period(week, week === "2026-W10" ? { "source#x": { leads: 1 } } : {}),
  );
  const shown = (inForceSince: string | undefined, counted = weeks) =>
    figuresOf({ ...read, weeks: counted, inForceSince }, agreement, now).weeks.map(({ week }) => week);

  it("are no zeros under a promise: nothing was counted, and no agreement was in force", () => {
    expect(shown(undefined)).toEqual(["2026-W10", "2026-W11"]);
    expect(shown("2026-03-10T09:00:00.000Z")).toEqual(["2026-W10", "2026-W11"]);
  });

  it("begin no later than the agreement: a week in which nothing happened is a true zero", () => {
    expect(shown("2026-02-27T09:00:00.000Z")).toEqual(["2026-W09", "2026-W10", "2026-W11"]);
    expect(shown("2025-02-27T09:00:00.000Z")).toHaveLength(4);
  });

  it("leave no week to a pack about one of them, which says so", () => {
    const { weeks: none, sentences } = figuresOf({ ...read, weeks: weeks.slice(0, 2) }, agreement, now);
    expect(none).toEqual([]);
    expect(sentences.map(({ en }) => en)).toEqual([
      "This week is before the start: no agreement was in force, and there were no leads.",
    ]);
  });
});

describe("the median", () => {
  it("from the histogram is at most a step away from the true one", () => {
    const seconds = fc.double({ min: 1, max: 3e8, noNaN: true });
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 50 }), (durations) => {
        const steps = new Map<number, number>();
        for (const each of durations) steps.set(stepOf(each), (steps.get(stepOf(each)) ?? 0) + 1);
        const lower = durations.toSorted((one, other) => one - other)[Math.ceil(durations.length / 2) - 1] ?? 0;
        const median = medianOf(steps) ?? 0;
        // Whole seconds are told.
        expect(median).toBeGreaterThanOrEqual(lower / 1.12 - 1);
        expect(median).toBeLessThanOrEqual(lower * 1.12 + 1);
      }),
    );
  });
});

describe("a quarter", () => {
  it.each([
    ["2026-03-31T21:59:59.999Z", "2026-Q1"],
    ["2026-03-31T22:00:00.000Z", "2026-Q2"],
    ["2026-12-31T22:59:59.999Z", "2026-Q4"],
    ["2026-12-31T23:00:00.000Z", "2027-Q1"],
  ])("%s is in %s", (instant, quarter) => {
    expect(quarterOf(instant, "Europe/Madrid")).toBe(quarter);
    const { from, to } = spanOfQuarter(quarter, "Europe/Madrid");
    expect(Date.parse(instant) >= from && Date.parse(instant) < to).toBe(true);
  });

  it("lies between weeks, of which every one is found", () => {
    expect(weeksBetween("2026-12-20T12:00:00.000Z", "2027-01-05T12:00:00.000Z", "UTC")).toEqual([
      "2026-W51",
      "2026-W52",
      "2026-W53",
      "2027-W01",
    ]);
  });
});

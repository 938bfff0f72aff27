import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartRows } from "../../web/board/components/chart-table.tsx";
import { atMostEvery } from "../../web/board/pages/figures/at-most-every.ts";
import { effectRows } from "../../web/board/pages/figures/effects.tsx";
import { figureCharts } from "../../web/board/pages/figures/figure-charts.ts";
import { rangeOf } from "../../web/board/pages/figures/range.ts";
import { someEffect, someFigures, someWeek } from "./some-figures.ts";

const words = { stages: [], currencies: ["EUR"] };

describe("the range of weeks", () => {
  it.each([
    ["4", 4],
    ["26", 26],
    ["5", 12],
    ["", 12],
    [null, 12],
    ["12; drop", 12],
  ])("of %j is %i", (text, weeks) => {
    expect(rangeOf(text)).toBe(weeks);
  });
});

describe("the effect of criteria", () => {
  it("shows what can be relied on first, by how much it shows, and few cases last", () => {
    const rows = effectRows([
      someEffect("rare", [3, 3], [16, 104]),
      someEffect("almost", [10, 19], [16, 104]),
      someEffect("telephone", [9, 52], [10, 55]),
      someEffect("private", [1, 30], [18, 77]),
      someEffect("demo", [9, 24], [10, 83]),
      someEffect("everybody", [19, 107], [0, 0]),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(["demo", "private", "telephone", "rare", "almost", "everybody"]);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      "more-won",
      "fewer-won",
      "by-chance",
      "too-few",
      "too-few",
      "too-few",
    ]);
    expect(rows[1]).toMatchObject({
      cases: 107,
      interval: { from: expect.closeTo(-0.31, 2), to: expect.closeTo(-0.045, 2) },
    });
    expect(rows[1]?.difference).toBeCloseTo(1 / 30 - 18 / 77);
  });

  it("has no difference where there is nothing to compare with", () => {
    expect(effectRows([someEffect("everybody", [19, 107], [0, 0])])).toMatchObject([
      { difference: null, interval: null, cases: 107, verdict: "too-few" },
    ]);
  });
});

describe("the pictures of the figures", () => {
  const figures = someFigures();
  const { trends, sources } = figureCharts(figures, words);

  it("draw what the figures say and nothing else", () => {
    const valuesOf = (id: string) => trends.find((chart) => chart.id === id)?.series.map(({ values }) => values);
    expect(valuesOf("mqls")).toEqual([
      [17, 11],
      [15, 15],
    ]);
    expect(valuesOf("leads")).toEqual([[65, 38]]);
    expect(valuesOf("outcomes")).toEqual([
      [3, 1],
      [0, 2],
    ]);
    expect(valuesOf("amount")).toEqual([[54_000, 18_400]]);
  });

  it("say it in words as well", () => {
    expect(trends.find(({ id }) => id === "outcomes")?.alt).toEqual({
      es: "4 ganados y 2 perdidos en 2 semanas.",
      en: "4 won and 2 lost in 2 weeks.",
    });
  });

  it("mark the week that is not over", () => {
    const [mqls] = trends;
    expect(mqls).toMatchObject({
      endsOpen: true,
      categories: [{ es: "S47" }, { es: "S48 (en curso)", en: "W48 (so far)" }],
    });
    const past = figureCharts(someFigures({ weeks: figures.weeks.slice(0, 1) }), words).trends[0];
    expect(past).not.toHaveProperty("endsOpen");
  });

  it("end the funnel in what was won, and begin it with the leads that the weeks show", () => {
    const stages = (["captured", "sales-qualified", "opportunity", "won"] as const).map((stage, i) => ({
      ...{ stage, entered: 120 - i, left: 0, forward: 0, conversion: null, medianSeconds: null },
    }));
    const [funnel] = figureCharts(someFigures({ stages }), words).funnel;
    expect(funnel?.categories.map(({ en }) => en)).toEqual([
      "captured",
      "qualified",
      "accepted",
      "sales-qualified",
      "opportunity",
      "won",
    ]);
    expect(funnel?.series[0]?.values).toEqual([103, 28, 18, 119, 118, 4]);
  });

  it("say of how many a share is, and nothing where there is nothing to divide by", () => {
    const rates = trends.find(({ id }) => id === "rates");
    expect(rates?.alt.es.replaceAll("\u00a0", " ")).toContain("S48 (en curso): 92 % (11 de 12) / 82 % (9 de 11)");
    expect(rates && chartRows(rates, "es")[1]?.parts.slice(0, 2)).toEqual([
      { part: 11, whole: 12 },
      { part: 9, whole: 11 },
    ]);
    const nothing = someWeek({ inTime: 0, breached: 0, accepted: 0, rejected: 0 });
    const empty = figureCharts(someFigures({ weeks: [nothing] }), words).trends.find(({ id }) => id === "rates");
    expect(empty?.alt.en).toContain("no data / no data");
    expect(empty?.series.slice(0, 2).map(({ values }) => values)).toEqual([[null], [null]]);
  });

  it("name the source that brings most deals first", () => {
    expect(sources.categories.map(({ en }) => en)).toEqual(["recommendation", "ads"]);
    expect(sources.series[0]?.values).toEqual([11, 2]);
  });
});

/** A clock that stands still until it is moved. */
const stillClock = () => {
  let [now, due, act] = [0, Number.POSITIVE_INFINITY, (): void => undefined];
  return {
    timer: {
      now: () => now,
      set: (wish: () => void, milliseconds: number) => {
        [due, act] = [now + milliseconds, wish];
        return 1;
      },
      clear: () => {
        due = Number.POSITIVE_INFINITY;
      },
    },
    pass: (milliseconds: number): void => {
      const until = now + milliseconds;
      if (due <= until) {
        now = due;
        due = Number.POSITIVE_INFINITY;
        act();
      }
      now = until;
    },
    time: () => now,
  };
};

describe("asking again when leads move", () => {
  it("asks at once, and then not before the time is over", () => {
    const [clock, asked] = [stillClock(), [] as number[]];
    const { ask } = atMostEvery(5000, () => asked.push(clock.time()), clock.timer);
    ask();
    clock.pass(1000);
    ask();
    ask();
    clock.pass(10_000);
    ask();
    expect(asked).toEqual([0, 5000, 11_000]);
  });

  it("asks no more when the page is left", () => {
    const [clock, asked] = [stillClock(), [] as number[]];
    const { ask, stop } = atMostEvery(5000, () => asked.push(clock.time()), clock.timer);
    ask();
    ask();
    stop();
    clock.pass(10_000);
    expect(asked).toEqual([0]);
  });

  it("loses no last wish and never asks too often, whatever moves when", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9000 }), { minLength: 1, maxLength: 40 }), (pauses) => {
        const [clock, asked] = [stillClock(), [] as number[]];
        const { ask } = atMostEvery(5000, () => asked.push(clock.time()), clock.timer);
        let lastWish = 0;
        for (const pause of pauses) {
          clock.pass(pause);
          lastWish = clock.time();
          ask();
        }
        clock.pass(5000);
        expect(asked.at(-1)).toBeGreaterThanOrEqual(lastWish);
        for (const [i, at] of asked.entries()) expect(at - (asked[i - 1] ?? -5000)).toBeGreaterThanOrEqual(5000);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Glance, glanceOf } from "../../web/board/pages/figures/glance.ts";
import { someFigures, someWeek } from "./some-figures.ts";

const { goal, asOf } = someFigures();
const glance = (id: Glance["id"], week = someWeek(), quarter = goal, now = asOf): Glance | undefined =>
  glanceOf(week, quarter, now).find((each) => each.id === id);

describe("marketing's MQLs at a glance", () => {
  it("shows the forecast of the week", () => {
    const mqls = glance("mqls");
    expect(mqls).toMatchObject({ value: { es: "11" }, of: { es: "prometidos: 15" }, tone: "warn" });
    expect(mqls?.bar).toEqual({ value: 11 / 15, likely: 14 / 15, mark: 1 });
    expect(mqls?.sentence.es).toBe("A este ritmo no se llega: previsión de 14 al acabar la semana.");
  });

  it("is good as soon as the forecast keeps the promise", () => {
    expect(glance("mqls", someWeek({ forecast: 16 }))).toMatchObject({
      tone: "good",
      bar: { likely: 1, mark: 15 / 16 },
    });
  });

  it("has no forecast before the week has begun to work", () => {
    const { forecast: _, ...week } = someWeek({ mqls: 0 });
    expect(glance("mqls", week)?.sentence.en).toBe("It is too early for a forecast.");
  });

  it("shows for a past week how many were missing", () => {
    const { forecast: _, ...week } = someWeek({ state: "past" });
    expect(glance("mqls", week)).toMatchObject({
      tone: "bad",
      sentence: { es: "Faltaron 4 MQL para cumplir lo prometido." },
    });
    expect(glance("mqls", { ...week, mqls: 14 })?.sentence.es).toBe("Faltó 1 MQL para cumplir lo prometido.");
  });
});

describe("sales' promises at a glance", () => {
  it("is broken by one lead that waited", () => {
    expect(glance("in-time")).toMatchObject({ tone: "bad", value: { en: "92%" }, bar: { mark: 1 } });
    expect(glance("in-time")?.sentence.es).toBe("11 de 12 plazos cumplidos; 1 incumplido.");
  });

  it("says nothing good or bad while nothing was due", () => {
    const nothing = someWeek({
      inTime: 0,
      breached: 0,
      shareInTime: null,
      accepted: 0,
      rejected: 0,
      acceptanceRate: null,
    });
    expect(glance("in-time", nothing)).toMatchObject({ tone: "plain", value: { es: "Sin datos" } });
    expect(glance("acceptance", nothing)).toMatchObject({ tone: "plain", value: { en: "No data" } });
  });

  it("holds the acceptance against what was agreed", () => {
    expect(glance("acceptance")).toMatchObject({ tone: "good", bar: { mark: 0.75 } });
    expect(glance("acceptance", someWeek({ acceptanceRate: 0.74 }))?.tone).toBe("bad");
  });
});

describe("the quarter's goal at a glance", () => {
  it("is held against how much of the quarter is over", () => {
    expect(glance("goal")).toMatchObject({ tone: "good", sentence: { en: "6 to go, with 35 days left." } });
    expect(glance("goal", someWeek(), { ...goal, won: 11 })?.tone).toBe("warn");
  });

  it("speaks of one deal and one day as one", () => {
    const last = glance("goal", someWeek(), { ...goal, won: 17 }, "2026-12-31T12:00:00.000Z");
    expect(last?.sentence.es).toBe("Falta 1 y queda 1 día.");
  });

  it("of a quarter that is over names it, and says how many were missing", () => {
    const over = glance("goal", someWeek(), { ...goal, quarter: "2026-Q4" }, "2027-01-04T07:00:00.000Z");
    expect(over).toMatchObject({
      title: { es: "Ventas ganadas en el 4.º trimestre de 2026", en: "Deals won in Q4 2026" },
      sentence: { es: "El trimestre ha terminado: faltaron 6.", en: "The quarter is over: 6 short of the goal." },
      tone: "bad",
    });
  });

  it("is reached when it is reached", () => {
    const reached = glance("goal", someWeek(), { ...goal, won: 20 });
    expect(reached).toMatchObject({
      tone: "good",
      bar: { value: 1 },
      sentence: { en: "The quarter’s goal is reached." },
    });
  });
});

it("never draws a bar beyond its ends", () => {
  const count = fc.nat({ max: 500 });
  fc.assert(
    fc.property(count, count, count, count, fc.nat({ max: 300 }), (mqls, promisedMqls, forecast, won, day) => {
      const now = new Date(Date.parse(goal.from) + (day - 100) * 86_400_000).toISOString();
      const bars = glanceOf(someWeek({ mqls, promisedMqls, forecast }), { ...goal, won }, now).map(({ bar }) => bar);
      for (const length of bars.flatMap(({ value, likely = 0, mark }) => [value, likely, mark])) {
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOfWeekOver, slaOfWeek, slaOfWeeks, workedBetween } from "../../../lambdas/domain/metrics/sla-of-week.ts";
import { parseSlaQuery } from "../../../lambdas/domain/metrics/sla-query.ts";
import { calendarOf } from "../../../lambdas/domain/working-time/calendar.ts";
import { slaSentences } from "../../../lambdas/views/metrics/sla-sentences.ts";
import { slaTable } from "../../../lambdas/views/metrics/sla-table.ts";
import { anAgreement } from "../../builders/agreement.ts";

// 2026-W11 is from Monday 9 to Sunday 15 March: four days of 8 hours and a Friday of 6.
const agreement = anAgreement();
const calendar = calendarOf(agreement);
const [monday, wednesdayNoon, nextMonday] = [
  "2026-03-09T08:00:00.000Z",
  "2026-03-11T11:00:00.000Z",
  "2026-03-16T08:00:00.000Z",
];
const counted = (counters: Record<string, number>) => new Map(Object.entries(counters));

describe("the share of a week that is over", () => {
  it.each([
    { now: "2026-03-08T12:00:00.000Z", hours: 0 },
    { now: monday, hours: 0 },
    { now: wednesdayNoon, hours: 19 },
    { now: "2026-03-13T20:00:00.000Z", hours: 38 },
    { now: nextMonday, hours: 38 },
  ])("at $now: $hours of 38 working hours", ({ now, hours }) => {
    expect(shareOfWeekOver("2026-W11", now, calendar)).toBeCloseTo(hours / 38);
  });

  it("is time itself where no one works", () => {
    const free = { ...calendar, week: calendar.week.map(() => []) };
    expect(shareOfWeekOver("2026-W11", "2026-03-12T11:00:00.000Z", free)).toBeCloseTo(0.5);
    expect(workedBetween(monday, nextMonday, free)).toBe(0);
  });

  it("only grows", () => {
    const minute = fc.integer({ min: -1000, max: 12_000 });
    fc.assert(
      fc.property(minute, fc.nat(3000), (from, more) => {
        const at = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString();
        const share = (minutes: number) => shareOfWeekOver("2026-W11", at(minutes), calendar);
        expect(share(from + more)).toBeGreaterThanOrEqual(share(from));
        expect(share(from)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the SLA of a week", () => {
  const figures = counted({
    mql: 6,
    accepted: 3,
    rejected: 1,
    "rejected:not-now": 1,
    "followed-up": 4,
    "followed-up-in-time": 3,
    breached: 2,
    broken: 1,
    reassigned: 1,
    "outcome:won": 1,
    "outcome:lost": 0,
  });

  it("so far, and as it will end by the working time that is over", () => {
    const sla = slaOfWeek(figures, agreement, "2026-W11", wednesdayNoon);
    expect(sla).toMatchObject({
      state: "current",
      marketing: {
        promised: 12,
        mqls: 6,
        share: 0.5,
        forecast: 12,
        acceptanceRate: 0.75,
        rejectedBecause: { "not-now": 1 },
      },
      sales: { followedUp: 4, inTime: 3, breached: 2, openPastDue: 1, share: 0.6, reassigned: 1, givenBack: 0 },
      outcomes: { won: 1 },
      kept: { marketing: "open", sales: false },
    });
    expect(slaSentences(sla).map(({ es }) => es.replaceAll("\u00a0", " "))).toEqual([
      "Marketing lleva 6 MQL; ha prometido 12; a este ritmo acabará la semana con unos 12.",
      "Ventas ha aceptado 3 de los 4 leads sobre los que ha decidido (75 %); lo acordado es el 70 % como mínimo.",
      "Plazos de respuesta cumplidos por ventas: 3 de 5 (60 %).",
      "Un lead sigue sin respuesta fuera de plazo.",
      "Un lead pasó a otra persona.",
    ]);
  });

  it("has no forecast before a working minute is over, nor when the week is", () => {
    for (const now of ["2026-03-08T23:30:00.000Z", nextMonday])
      expect(slaOfWeek(figures, agreement, "2026-W11", now).marketing).not.toHaveProperty("forecast");
  });

  it("is judged when it is over: volume and acceptance of one side, every deadline of the other", () => {
    const kept = (counters: Record<string, number>) =>
      slaOfWeek(counted(counters), agreement, "2026-W11", nextMonday).kept;
    expect(kept({ mql: 12, accepted: 7, rejected: 3, "followed-up-in-time": 10 })).toEqual({
      marketing: true,
      sales: true,
    });
    expect(kept({ mql: 12, accepted: 6, rejected: 3, broken: 1 })).toEqual({ marketing: false, sales: false });
    expect(kept({ mql: 11, breached: 1 })).toEqual({ marketing: false, sales: false });
    expect(kept({})).toEqual({ marketing: false, sales: true });
  });

  it("before the start was promised nothing, and an empty one after it is a true zero", () => {
    const weeks = ["2026-W08", "2026-W09", "2026-W10"].map((week) => ({ week, counters: counted({}) }));
    const slas = slaOfWeeks(weeks, "2026-02-27T09:00:00.000Z", agreement, wednesdayNoon);
    expect(slas.map(({ kept, marketing }) => [kept.marketing, marketing.share])).toEqual([
      ["no-figures", null],
      [false, 0],
      [false, 0],
    ]);
    const [before] = slas;
    expect(before && slaSentences(before).map(({ en }) => en)).toEqual([
      "This week is before the start: no agreement was in force, and there were no leads.",
    ]);
    expect(slaTable(slas, "es")).toMatch(/2026-W08 +- +- +- +- +- +antes de empezar +antes de empezar/);
  });

  it("of an empty week says so, without a value that is not a number", () => {
    const sla = slaOfWeek(counted({}), agreement, "2026-W11", wednesdayNoon);
    expect(sla.marketing.acceptanceRate).toBeNull();
    expect(sla.sales.share).toBeNull();
    expect(JSON.stringify([sla, slaSentences(sla)])).not.toContain("NaN");
  });

  it.each(["es", "en"] as const)("is a table in %s", (language) => {
    const weeks = ["2026-W10", "2026-W11"].map((week) => slaOfWeek(figures, agreement, week, wednesdayNoon));
    const table = slaTable(weeks, language);
    expect(table.split("\n")[2]).toMatch(/^2026-W11 +6 +12 +12 +3 (de|of) 4/);
    expect(table).toContain(weeks.slice(-1).flatMap((week) => slaSentences(week))[0]?.[language]);
  });
});

describe("the query for weeks", () => {
  const read = (query: string) => parseSlaQuery(new URLSearchParams(query), wednesdayNoon, agreement);

  it("is this week by default, else this many up to the named one", () => {
    expect(read("")).toEqual({ ok: true, weeks: ["2026-W11"] });
    expect(read("week=2027-W01&weeks=2")).toEqual({ ok: true, weeks: ["2026-W53", "2027-W01"] });
  });

  it.each(["week=2025-W53", "week=now", "weeks=0", "weeks=54", "weeks=2.5", "week="])("%s is refused", (query) => {
    expect(read(query)).toMatchObject({ ok: false, response: { statusCode: 400 } });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalsOf, eligibilityIn } from "../../../lambdas/agreement/capacity-check/arrivals.ts";
import { measure, tolerated } from "../../../lambdas/agreement/capacity-check/capacity-check.ts";
import {
  type Assumptions,
  capacityModelOf,
  capacityOf,
  usualAssumptions,
  withCapacity,
} from "../../../lambdas/agreement/capacity-check/model.ts";
import { randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import { remediesFor } from "../../../lambdas/agreement/capacity-check/remedies.ts";
import { capacityReport } from "../../../lambdas/agreement/capacity-check/report.ts";
import { simulate } from "../../../lambdas/agreement/capacity-check/simulate-sla.ts";
import { awayBefore } from "../../../lambdas/domain/team/availability.ts";
import { anAgreement, roundTheClock } from "../../builders/agreement.ts";

const hour = 3_600_000;
const assuming = (given: Partial<Assumptions>): Assumptions => ({
  ...usualAssumptions,
  runs: 4,
  arrivalsPerWeek: 10,
  firstWeek: "2026-W10",
  ...given,
});
const figuresWith = (given: Partial<Assumptions>, agreement = anAgreement()) =>
  measure(capacityModelOf(agreement, assuming(given)));

const rep = (id: string, more: object = {}) => ({
  id,
  name: id,
  email: `${id}@engranaje.example`,
  language: "es" as const,
  speaks: ["es" as const],
  capacity: { newPerWeek: 1000, openAtMost: 1000 },
  manager: "pablo",
  ...more,
});
const alwaysOpen = { timeZone: "UTC", workingHours: roundTheClock, holidays: null };

describe("simulation", () => {
  it.each([
    { perHour: 0.5, promised: "1 working hour" },
    { perHour: 0.7, promised: "3 working hours" },
    { perHour: 0.8, promised: "5 working hours" },
  ])(
    "of one rep round the clock is the M/M/1 queue, at $perHour of an hour's work an hour",
    ({ perHour, promised }) => {
      const agreement = anAgreement(
        {
          company: alwaysOpen,
          sla: { sales: { followUp: promised, askOutcomeAfter: "1 hour" } },
          team: { reps: [rep("ana")] },
        },
        { holidays: [] },
      );
      const { toAnswer, breachShare, forRep } = figuresWith(
        { arrivalsPerWeek: perHour * 168, hoursPerLead: 1, segments: 0, runs: 20 },
        agreement,
      );
      // Mean wait in the queue ρ / (μ - λ); longer than t with probability ρ e^-(μ - λ)t.
      const mean = perHour / (1 - perHour);
      expect(toAnswer.mean / hour / mean).toBeGreaterThan(0.9);
      expect(toAnswer.mean / hour / mean).toBeLessThan(1.1);
      expect(breachShare).toBeCloseTo(perHour * Math.exp(-(1 - perHour) * Number.parseFloat(promised)), 1);
      expect(forRep.mean).toBe(0);
    },
  );

  it("is the same every time, and another with another seed", () => {
    expect(figuresWith({})).toEqual(figuresWith({}));
    expect(figuresWith({ seed: 2 })).not.toEqual(figuresWith({}));
  });

  it("of no leads breaks nothing", () => {
    expect(figuresWith({ arrivalsPerWeek: 0 })).toMatchObject({
      leads: 0,
      breachShare: 0,
      overflowShare: 0,
      isSufficient: true,
    });
  });

  it("of more leads never has fewer broken promises, nor shorter waits", () => {
    const figures = [4, 8, 12, 16, 24].map((arrivalsPerWeek) => figuresWith({ arrivalsPerWeek, runs: 10 }));
    for (const [i, each] of figures.entries()) {
      expect(each.overflowShare + 0.01).toBeGreaterThanOrEqual(figures[i - 1]?.overflowShare ?? 0);
      expect(each.breachShare + 0.01).toBeGreaterThanOrEqual(figures[i - 1]?.breachShare ?? 0);
    }
    expect(figures.at(-1)?.overflowShare).toBeGreaterThan(0.3);
  });

  it("gives no one more in a week than agreed, and no one anything on days off", () => {
    const absences = [{ from: "2026-01-01", to: "2027-12-31" }];
    const reps = [rep("ana", { capacity: { newPerWeek: 3, openAtMost: 30 } }), rep("luis", { absences })];
    const { leads, overflowShare } = figuresWith({ arrivalsPerWeek: 9, runs: 2 }, anAgreement({ team: { reps } }));
    expect(leads).toBeGreaterThan(400);
    expect(overflowShare).toBeGreaterThan(0.5);
  });

  it("leaves the leads waiting when there is no one at all to take them", () => {
    const reps = [rep("ana", { capacity: { newPerWeek: 0, openAtMost: 0 } })];
    const model = capacityModelOf(anAgreement({ team: { reps } }), assuming({ runs: 1 }));
    const figures = measure(model);
    expect(figures).toMatchObject({ isSufficient: false, promises: [] });
    const remedies = remediesFor(model, figures);
    expect(remedies.capacity).toBeUndefined();
    expect(capacityReport({ model, figures, remedies }, "es")).toContain("nadie del equipo puede recibir ninguno");
  });
});

describe("a rep's days off", () => {
  const absences = [
    { from: "2026-03-16", to: "2026-03-20" },
    { from: "2026-04-02", to: "2026-04-02" },
  ];
  const zoned = rep("ana", { absences, starts: "2026-03-04", leaves: "2026-05-29", timeZone: "Atlantic/Canary" });
  const agreement = anAgreement({ team: { reps: [zoned] } });
  const [ana] = capacityModelOf(agreement, assuming({})).reps;
  const [begin, day] = [Date.parse("2026-02-25T00:00:00.000Z"), 24 * hour];

  it("are the ones by which the hand-off passes a rep over", () => {
    fc.assert(
      fc.property(fc.nat(110 * day), fc.nat(9 * day), (later, within) => {
        const [at, dueAt] = [begin + later, begin + later + within];
        const iso = (instant: number) => new Date(instant).toISOString();
        const isAway = ana?.away.some(({ from, to }) => from < dueAt && at < to);
        expect(isAway).toBe(awayBefore(zoned, agreement, iso(at), () => iso(dueAt)) !== undefined);
      }),
      { numRuns: 500 },
    );
  });

  it("begin with nothing before the first day, though the rep has room", () => {
    const luis = rep("luis", { starts: "2026-06-01" });
    const figures = figuresWith({ segments: 0 }, anAgreement({ team: { reps: [luis] } }));
    expect(figures.overflowShare).toBeGreaterThan(0.2);
  });

  it("leave them their part of the week's new leads, as in the hand-off", () => {
    const capacity = { newPerWeek: 5, openAtMost: 1000 };
    const back = rep("ana", { capacity, absences: [{ from: "2026-03-09", to: "2026-03-11" }] });
    const model = capacityModelOf(anAgreement({ team: { reps: [back] } }), assuming({ arrivalsPerWeek: 40 }));
    const passages = simulate(model, arrivalsOf(model, randomFrom(1)), eligibilityIn(model));
    const givenInWeekFrom = (monday: string) => {
      const from = Date.parse(`${monday}T00:00:00+01:00`);
      return passages.filter(({ assignedAt }) => from <= assignedAt && assignedAt < from + 7 * day).length;
    };
    expect(["2026-03-09", "2026-03-16"].map(givenInWeekFrom)).toEqual([2, 5]);
  });
});

describe("what would make capacity sufficient", () => {
  const model = capacityModelOf(anAgreement(), assuming({ arrivalsPerWeek: 20 }));
  const figures = measure(model);
  const remedies = remediesFor(model, figures);

  it("is a larger team, or fewer leads", () => {
    expect(figures.isSufficient).toBe(false);
    expect(remedies.capacity).toBeGreaterThan(20);
    expect(remedies.mostArrivals).toBeLessThan(20);
    const enlarged = withCapacity(model, (remedies.capacity ?? 0) + 3);
    expect(capacityOf(enlarged)).toBe((remedies.capacity ?? 0) + 3);
    expect(measure(enlarged).overflowShare).toBeLessThan(tolerated + 0.02);
  });

  it("is a longer promise where reps cannot keep the one that was made", () => {
    const hurried = anAgreement({ sla: { sales: { followUp: "5 working minutes" } } });
    const tight = capacityModelOf(hurried, assuming({ hoursPerLead: 3, segments: 0 }));
    const broken = measure(tight);
    expect(broken.isSufficient).toBe(false);
    const within = remediesFor(tight, broken).longerPromises.usual ?? 0;
    const longer = anAgreement({ sla: { sales: { followUp: `${Math.ceil(within / hour)} working hours` } } });
    expect(measure(capacityModelOf(longer, assuming({ hoursPerLead: 3, segments: 0 }))).breachShare).toBeLessThan(0.06);
  });

  it.each(["es", "en"] as const)("is told in %s", (language) => {
    const text = capacityReport({ model, figures, remedies }, language);
    expect(text).toContain(String(remedies.capacity));
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });
});

describe("a capacity that is sufficient", () => {
  it("comes with how many more leads there is room for", () => {
    const model = capacityModelOf(anAgreement(), assuming({ arrivalsPerWeek: 5 }));
    const figures = measure(model);
    expect(figures.isSufficient).toBe(true);
    const remedies = remediesFor(model, figures);
    expect(remedies.mostArrivals).toBeGreaterThanOrEqual(5);
    expect(capacityReport({ model, figures, remedies }, "es")).toMatch(
      /^La capacidad del equipo alcanza para lo que promete el acuerdo\./,
    );
  });

  it("is not judged when the agreement is one for trying out", () => {
    const model = capacityModelOf(anAgreement({ sla: { sales: { followUp: "20 seconds" } } }), assuming({ runs: 0 }));
    const figures = measure(model);
    expect(capacityReport({ model, figures, remedies: { mostArrivals: 0, longerPromises: {} } }, "en")).toContain(
      "trial",
    );
  });
});

import { describe, expect, it } from "vitest";
import { measure, tolerated } from "../../../lambdas/agreement/capacity-check/capacity-check.ts";
import {
  type Assumptions,
  capacityOf,
  fitModelOf,
  usualAssumptions,
  withCapacity,
} from "../../../lambdas/agreement/capacity-check/model.ts";
import { fitReport, whatWouldFit } from "../../../lambdas/agreement/capacity-check/report.ts";
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
  measure(fitModelOf(agreement, assuming(given)));

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
      fits: true,
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
    const model = fitModelOf(anAgreement({ team: { reps } }), assuming({ runs: 1 }));
    const figures = measure(model);
    expect(figures).toMatchObject({ fits: false, promises: [] });
    const wouldFit = whatWouldFit(model, figures);
    expect(wouldFit.capacity).toBeUndefined();
    expect(fitReport({ model, figures, wouldFit }, "es")).toContain("nadie del equipo puede recibir ninguno");
  });
});

describe("what would make numbers fit", () => {
  const model = fitModelOf(anAgreement(), assuming({ arrivalsPerWeek: 20 }));
  const figures = measure(model);
  const wouldFit = whatWouldFit(model, figures);

  it("is a larger team, or fewer leads", () => {
    expect(figures.fits).toBe(false);
    expect(wouldFit.capacity).toBeGreaterThan(20);
    expect(wouldFit.mostArrivals).toBeLessThan(20);
    const enlarged = withCapacity(model, (wouldFit.capacity ?? 0) + 3);
    expect(capacityOf(enlarged)).toBe((wouldFit.capacity ?? 0) + 3);
    expect(measure(enlarged).overflowShare).toBeLessThan(tolerated + 0.02);
  });

  it("is a longer promise where reps cannot keep the one that was made", () => {
    const hurried = anAgreement({ sla: { sales: { followUp: "5 working minutes" } } });
    const tight = fitModelOf(hurried, assuming({ hoursPerLead: 3, segments: 0 }));
    const broken = measure(tight);
    expect(broken.fits).toBe(false);
    const within = whatWouldFit(tight, broken).longerPromises.usual ?? 0;
    const longer = anAgreement({ sla: { sales: { followUp: `${Math.ceil(within / hour)} working hours` } } });
    expect(measure(fitModelOf(longer, assuming({ hoursPerLead: 3, segments: 0 }))).breachShare).toBeLessThan(0.06);
  });

  it.each(["es", "en"] as const)("is told in %s", (language) => {
    const text = fitReport({ model, figures, wouldFit }, language);
    expect(text).toContain(String(wouldFit.capacity));
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });
});

describe("numbers that fit", () => {
  it("come with how many more leads there is room for", () => {
    const model = fitModelOf(anAgreement(), assuming({ arrivalsPerWeek: 5 }));
    const figures = measure(model);
    expect(figures.fits).toBe(true);
    const wouldFit = whatWouldFit(model, figures);
    expect(wouldFit.mostArrivals).toBeGreaterThanOrEqual(5);
    expect(fitReport({ model, figures, wouldFit }, "es")).toMatch(/^Los números del acuerdo encajan\./);
  });

  it("are not judged when the agreement is one for trying out", () => {
    const model = fitModelOf(anAgreement({ sla: { sales: { followUp: "20 seconds" } } }), assuming({ runs: 0 }));
    const figures = measure(model);
    expect(fitReport({ model, figures, wouldFit: { mostArrivals: 0, longerPromises: {} } }, "en")).toContain("trial");
  });
});

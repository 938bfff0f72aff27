import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayWorked } from "../../../lambdas/domain/text/say-worked.ts";
import { addDuration, calendarOf, workBetween, workingLength } from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement, roundTheClock } from "../../builders/agreement.ts";

// Four days of 8 hours, and a Friday of 6.
const calendar = calendarOf(anAgreement());

describe("a length beside a promise in working time", () => {
  it.each([
    {
      // From a Saturday to the Wednesday after it.
      from: "2026-03-07T10:00:00.000Z",
      to: "2026-03-11T08:40:00.000Z",
      es: "2 días laborables y 40 minutos (3 días y 22 horas de tiempo natural)",
      en: "2 working days and 40 minutes (3 days and 22 hours by the clock)",
    },
    {
      from: "2026-03-07T10:00:00.000Z",
      to: "2026-03-09T08:40:00.000Z",
      es: "40 minutos de tiempo laborable (1 día y 22 horas de tiempo natural)",
      en: "40 minutes of working time (1 day and 22 hours by the clock)",
    },
    {
      from: "2026-03-07T10:00:00.000Z",
      to: "2026-03-08T10:00:00.000Z",
      es: "0 minutos de tiempo laborable (1 día de tiempo natural)",
      en: "0 minutes of working time (1 day by the clock)",
    },
    {
      from: "2026-03-09T09:00:00.000Z",
      to: "2026-03-10T09:00:00.000Z",
      es: "1 día laborable (1 día de tiempo natural)",
      en: "1 working day (1 day by the clock)",
    },
    { from: "2026-03-09T09:00:00.000Z", to: "2026-03-09T09:30:00.000Z", es: "30 minutos", en: "30 minutes" },
  ])("from $from to $to: $es", ({ from, to, es, en }) => {
    expect(sayWorked(from, to, "es", calendar)).toBe(es);
    expect(sayWorked(from, to, "en", calendar)).toBe(en);
  });

  it("is one length where every minute is worked", () => {
    const always = calendarOf(anAgreement({ company: { timeZone: "UTC", workingHours: roundTheClock } }));
    const free = { ...always, holidays: new Set<number>() };
    expect(sayWorked("2026-03-07T10:00:00.000Z", "2026-03-11T08:40:00.000Z", "en", free)).toBe("3 days and 22 hours");
  });

  const instant = fc.nat(2 * 365 * 86_400).map((s) => new Date(Date.parse("2026-01-01T00:00:00Z") + s * 1000));

  it("counts working days as the deadline does", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const due = addDuration(from.toISOString(), `${days} working days`, calendar);
        expect(workingLength(from.toISOString(), due, calendar)).toEqual({ days, rest: 0 });
      }),
    );
  });

  it("is never longer than all the working time in between", () => {
    fc.assert(
      fc.property(instant, fc.nat(60 * 86_400), (from, seconds) => {
        const to = new Date(from.getTime() + seconds * 1000);
        const { days, rest } = workingLength(from.toISOString(), to.toISOString(), calendar) ?? { days: 0, rest: 0 };
        const all = workBetween(from.getTime(), to.getTime(), calendar);
        expect(rest).toBeLessThanOrEqual(all);
        if (days === 0) expect(rest).toBe(all);
      }),
    );
  });
});

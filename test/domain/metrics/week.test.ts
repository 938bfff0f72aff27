import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWeek, spanOfWeek, weekOf, weeksUpTo } from "../../../lambdas/domain/metrics/week.ts";
import { daysFromNow, now } from "../../builders/now.ts";

describe("the week of an instant", () => {
  it.each([
    { instant: now, timeZone: "Europe/Madrid", week: "2026-W11" },
    { instant: "2026-01-01T00:00:00.000Z", timeZone: "UTC", week: "2026-W01" },
    { instant: "2027-01-03T12:00:00.000Z", timeZone: "UTC", week: "2026-W53" },
    { instant: "2024-12-30T12:00:00.000Z", timeZone: "UTC", week: "2025-W01" },
    // A minute to midnight on Sunday in London is Monday in Madrid.
    { instant: "2026-03-08T23:30:00.000Z", timeZone: "Europe/London", week: "2026-W10" },
    { instant: "2026-03-08T23:30:00.000Z", timeZone: "Europe/Madrid", week: "2026-W11" },
  ])("$instant in $timeZone is $week", ({ instant, timeZone, week }) => {
    expect(weekOf(instant, timeZone)).toBe(week);
  });

  it("sorts as text in the order of time, and lasts seven days", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.nat(400), (day, more) => {
        const week = weekOf(daysFromNow(day), "UTC");
        expect(week).toMatch(/^\d{4}-W\d{2}$/);
        expect(weekOf(daysFromNow(day + more), "UTC") >= week).toBe(true);
        expect(weekOf(daysFromNow(day + 7), "UTC") > week).toBe(true);
      }),
    );
  });
});

describe("a week by its name", () => {
  it.each(["2026-W53", "2025-W52", "2027-W01"])("%s is one", (week) => expect(isWeek(week)).toBe(true));
  it.each(["2025-W53", "2026-W00", "2026-W54", "2026-48", "W48", "", "2026-W48 "])("%s is none", (week) =>
    expect(isWeek(week)).toBe(false),
  );

  it("begins and ends at midnight by the clocks of the zone, also when they change", () => {
    const spanIn = (week: string) => {
      const { from, to } = spanOfWeek(week, "Europe/Madrid");
      return [new Date(from).toISOString(), new Date(to).toISOString()];
    };
    expect(spanIn("2026-W13")).toEqual(["2026-03-22T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
    expect(spanIn("2026-W43")).toEqual(["2026-10-18T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
  });

  it("spans exactly the instants that fall in it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (day) => {
        const week = weekOf(daysFromNow(day), "Europe/Madrid");
        const { from, to } = spanOfWeek(week, "Europe/Madrid");
        const weeks = [from - 1, from, to - 1, to].map((at) => weekOf(new Date(at).toISOString(), "Europe/Madrid"));
        expect(weeks.map((each) => each === week)).toEqual([false, true, true, false]);
        expect(isWeek(week)).toBe(true);
      }),
    );
  });

  it("is followed by the next, over the years", () => {
    expect(weeksUpTo("2027-W01", 3)).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
  });
});

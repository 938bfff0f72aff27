import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DurationSchema } from "../../../lambdas/contract/time.ts";
import { elapsedMillis, secondsUntil } from "../../../lambdas/domain/working-time/duration.ts";

describe("a length of plain time", () => {
  it.each([
    ["1 second", 1000],
    ["0 seconds", 0],
    ["1.5 minutes", 90_000],
    ["2 hours", 7_200_000],
    ["14 days", 1_209_600_000],
  ])("%s is %i ms", (duration, millis) => expect(elapsedMillis(duration)).toBe(millis));

  it("has no fixed length when it is working time", () => {
    expect(() => elapsedMillis("2 working days")).toThrow(/plain time/);
  });

  it.each(["two days", "2 weeks", "-1 day", "1day", "1 working", ""])("%j is none", (text) => {
    expect(() => elapsedMillis(text)).toThrow(/not a length of time/);
    expect(DurationSchema.safeParse(text).success).toBe(false);
  });
});

describe("the seconds until an instant", () => {
  const now = "2026-03-10T09:30:00.000Z";

  it.each([
    ["2026-03-10T09:30:10.000Z", 10],
    ["2026-03-10T09:30:09.001Z", 10],
    ["2026-03-10T09:30:00.001Z", 1],
    ["2026-03-10T09:30:00.000Z", 1],
    ["2026-03-10T09:00:00.000Z", 1],
    ["2036-03-10T09:30:00.000Z", 99_999_999],
  ])("%s: %i", (then, seconds) => expect(secondsUntil(now, then)).toBe(seconds));

  it("never end before it, and less than a second after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_998_000 }), (millis) => {
        const rings = secondsUntil(now, new Date(Date.parse(now) + millis).toISOString()) * 1000;
        expect(rings).toBeGreaterThanOrEqual(millis);
        expect(rings).toBeLessThan(millis + 1000);
      }),
    );
  });
});

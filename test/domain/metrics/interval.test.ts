import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import {
  intervalOfDifference,
  intervalOfGrowth,
  intervalOfRate,
  intervalOfShare,
} from "../../../lambdas/domain/metrics/interval.ts";
import { judgeEffect } from "../../../lambdas/domain/metrics/judge-effect.ts";

describe("what chance leaves open", () => {
  // Newcombe, Statistics in Medicine 17 (1998): 857-872 (81 of 263, and 1 of 29) and 873-890 (56 of 70 against 48 of 80).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of a share, %i of %i", (part, whole, from, to) => {
    const said = intervalOfShare(part, whole);
    expect(said.from).toBeCloseTo(from, 4);
    expect(said.to).toBeCloseTo(to, 4);
  });

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])("of a difference, %i of %i and %i of %i", (won, ended, others, all, from, to) => {
    const said = intervalOfDifference({ part: won, whole: ended }, { part: others, whole: all });
    expect(said.from).toBeCloseTo(from, 4);
    expect(said.to).toBeCloseTo(to, 4);
  });

  it("of a rate and of a growth: wide with few, and always around what was counted", () => {
    expect(intervalOfRate(0, 4).from).toBe(0);
    expect(intervalOfGrowth(3, 0, 4).to).toBeNull();
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 12 }), (now, before, of) => {
        const [rate, growth] = [intervalOfRate(now, of), intervalOfGrowth(now, before, of)];
        expect(rate.from).toBeLessThanOrEqual(now / of);
        expect(rate.to).toBeGreaterThan(now / of);
        expect(growth.from).toBeLessThanOrEqual((now * of) / before);
        expect(growth.to ?? Number.POSITIVE_INFINITY).toBeGreaterThan((now * of) / before);
      }),
    );
  });

  it("calls a criterion that does nothing a loss in hardly more than one of forty tries", () => {
    const random = randomFrom(7);
    const wins = (cases: number) => Array.from({ length: cases }, random).filter((draw) => draw < 0.3).length;
    const side = (ended: number) => ({ ended, won: wins(ended), rate: null });
    const verdicts = Array.from({ length: 4000 }, () => judgeEffect({ with: side(40), without: side(90) }).verdict);
    const lost = verdicts.filter((verdict) => verdict === "fewer-won").length;
    expect(lost).toBeGreaterThan(0);
    expect(lost / verdicts.length).toBeLessThan(0.032);
  });
});

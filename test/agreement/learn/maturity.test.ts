import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import type { LearnLead, Outcome } from "../../../lambdas/agreement/learn/line.ts";
import { labelsOf } from "../../../lambdas/agreement/learn/maturity.ts";

const day = 86_400_000;
const start = Date.parse("2026-01-01T00:00:00Z");
const lead = (at: number, outcome: Outcome | undefined, after?: number): LearnLead => ({
  at: new Date(start + at * day).toISOString(),
  facts: { contact: {}, language: "es", email: "lead@" },
  engagements: [],
  later: 0,
  source: undefined,
  outcome,
  outcomeAt: after === undefined ? undefined : new Date(start + (at + after) * day).toISOString(),
});

describe("what an outcome says", () => {
  it("is certain of what was won, lost or rejected, and nothing of what has none", () => {
    const all = [lead(0, "won", 3), lead(1, "lost", 90), lead(2, "rejected", 1), lead(3, undefined)];
    expect(labelsOf(all)).toEqual([
      { outcome: 1, weight: 1 },
      { outcome: 0, weight: 1 },
      { outcome: 0, weight: 1 },
      undefined,
    ]);
  });

  it("is half as certain of an open lead after three weeks, when the file has too few wins to tell", () => {
    const [old, fresh, half, accepted] = labelsOf([
      lead(0, "open"),
      lead(84, "open"),
      lead(63, "open"),
      lead(63, "accepted"),
    ]);
    expect([old, fresh].map((each) => each?.weight)).toEqual([1 - 0.5 ** 4, 0]);
    expect([half, accepted]).toEqual([
      { outcome: 0, weight: 0.5 },
      { outcome: 0, weight: 0.5 },
    ]);
  });

  it("learns from the wins how long they take, though of young leads only the early ones are known", () => {
    const random = randomFrom(8);
    // Half of the wins come within 40 days; looked at after 100, so that late wins of late leads are still to come.
    const leads = Array.from({ length: 4000 }, (_, i) => {
      const at = i / 40;
      const delay = -(40 / Math.LN2) * Math.log(1 - random());
      return at + delay > 100 ? lead(at, "open") : lead(at, "won", delay);
    });
    const labels = labelsOf([...leads, lead(60, "open"), lead(20, "open")]);
    const shareBy = (days: number) => 1 - 0.5 ** (days / 40);
    const [after40 = 0, after80 = 0] = labels.slice(-2).map((each) => each?.weight ?? 0);
    expect(after40 / after80).toBeCloseTo(shareBy(40) / shareBy(80), 1);
    expect(after40).toBeGreaterThan(0.5);
  });
});

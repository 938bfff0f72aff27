import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FamiliarityEvent } from "../../../lambdas/contract/agreement.ts";
import {
  engagementsThatWouldDo,
  type SuggestedEngagement,
  sayEngagements,
} from "../../../lambdas/domain/gate/familiarity-condition.ts";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../../lambdas/domain/score/score-familiarity.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const event = (kind: string, points: number, more: Partial<FamiliarityEvent> = {}): FamiliarityEvent => ({
  kind,
  label: { es: kind, en: kind },
  points,
  halfLife: "14 days",
  cap: 100,
  ...more,
});
const termsOf = (familiarity: FamiliarityEvent[], leastFamiliarity = 30) =>
  anAgreement({ familiarity, gate: { leastFamiliarity } }).terms;

const suggested = (familiarity: FamiliarityEvent[], engagements: Engagement[] = []) => {
  const terms = termsOf(familiarity);
  return engagementsThatWouldDo(sumsOf(engagements, terms), terms, now).map(({ kind, times }) => `${kind} x${times}`);
};

describe("what would make a lead familiar enough", () => {
  it("is what asks the least of the lead, the fewest times first: two at most", () => {
    const kinds = [event("read", 11), event("demo", 60), event("page", 2), event("priced", 31), event("left", -5)];
    expect(suggested(kinds)).toEqual(["priced x1", "read x3"]);
    expect(suggested(kinds.slice(0, 2))).toEqual(["demo x1", "read x3"]);
  });

  it("counts what the lead did already, as far as it has not grown old", () => {
    const done = [
      anEngagement({ kind: "read" }),
      anEngagement({ kind: "read", engagementId: "e2", at: daysFromNow(-14) }),
    ];
    expect(suggested([event("read", 10)], done)).toEqual(["read x2"]);
  });

  it("is nothing when nothing does within its cap, or within reason", () => {
    expect(suggested([event("read", 10, { cap: 29 }), event("page", 2), event("left", -5)])).toEqual([]);
  });

  it("keeps what may count today, and what counts once", () => {
    expect(suggested([event("read", 10, { capPerDay: 20 })])).toEqual([]);
    expect(suggested([event("read", 10, { capPerDay: 30 })], [anEngagement({ kind: "read" })])).toEqual(["read x2"]);
    expect(suggested([event("read", 29, { counts: "once" })])).toEqual([]);
    expect(
      suggested([event("read", 30, { counts: "once" })], [anEngagement({ kind: "read", at: daysFromNow(-1) })]),
    ).toEqual(["read x1"]);
  });

  it("may be the fast lane, whatever it is worth", () => {
    const fastLane = [{ kind: "demo", within: "7 days" }];
    const { terms } = anAgreement({ familiarity: [event("demo", 5)], gate: { leastFamiliarity: 90, fastLane } });
    expect(engagementsThatWouldDo(sumsOf([], terms), terms, now)).toMatchObject([{ kind: "demo", times: 1 }]);
  });

  const kinds = ["a", "b", "c", "d"] as const;
  const someTerms = fc
    .tuple(
      ...kinds.map((kind) =>
        fc
          .record({
            points: fc.integer({ min: -20, max: 40 }),
            cap: fc.integer({ min: 1, max: 60 }),
            capPerDay: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
            counts: fc.constantFrom("every-time" as const, "once" as const),
            halfLife: fc.constantFrom("3 hours", "1 day", "14 days", "90 days"),
          })
          .map((more) => event(kind, more.points, more)),
      ),
    )
    .chain((familiarity) => fc.integer({ min: 1, max: 80 }).map((least) => termsOf(familiarity, least)));
  const something = fc
    .record({ kind: fc.constantFrom(...kinds), hoursAgo: fc.nat(24 * 40), engagementId: fc.uuid() })
    .map(({ hoursAgo, ...each }) => anEngagement({ ...each, at: daysFromNow(-hoursAgo / 24) }));

  it("is enough: a lead that does it now passes, and once less would not be enough", () => {
    fc.assert(
      fc.property(someTerms, fc.array(something, { maxLength: 25 }), (terms, engagements) => {
        const points = (kind: string, times: number) => {
          const further = Array.from({ length: times }, (_, i) => anEngagement({ kind, engagementId: `now-${i}` }));
          return scoreFamiliarity(sumsOf([...engagements, ...further], terms), terms, now).points;
        };
        const least = terms.gate.leastFamiliarity;
        fc.pre(points("none", 0) < least);
        const further = engagementsThatWouldDo(sumsOf(engagements, terms), terms, now);
        for (const { kind, times } of further) {
          expect(points(kind, times)).toBeGreaterThanOrEqual(least);
          expect(points(kind, times - 1)).toBeLessThan(least);
        }
        const wouldDo = kinds.filter((kind) => points(kind, 5) >= least);
        expect(further).toHaveLength(Math.min(2, wouldDo.length));
      }),
    );
  });
});

it("is one sentence", () => {
  const suggested = (times: number): SuggestedEngagement => ({
    kind: "k",
    label: { es: "Artículo leído", en: "Article read" },
    times,
  });
  expect(sayEngagements([])).toBeUndefined();
  expect(sayEngagements([suggested(1)])).toEqual({
    es: "Bastaría con «Artículo leído» una vez",
    en: "It would take “Article read” once",
  });
  expect(sayEngagements([suggested(2), suggested(3)])).toEqual({
    es: "Bastaría con «Artículo leído» 2 veces, o con «Artículo leído» 3 veces",
    en: "It would take “Article read” 2 times, or “Article read” 3 times",
  });
});

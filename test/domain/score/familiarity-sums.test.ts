import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementTerms, FamiliarityEvent } from "../../../lambdas/contract/agreement.ts";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import {
  addToSums,
  areInForce,
  type FamiliaritySums,
  FamiliaritySumsSchema,
  sumsOf,
} from "../../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../../lambdas/domain/score/score-familiarity.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { naiveFamiliarity } from "./naive-familiarity.ts";

const event = (kind: string, halfLife: string, others: Partial<FamiliarityEvent> = {}): FamiliarityEvent => ({
  kind,
  label: { es: kind, en: kind },
  points: 3,
  halfLife,
  cap: 100,
  ...others,
});

/** Every way of counting, with half-lives of minutes, of less and of more than a day. */
const { terms } = anAgreement({
  familiarity: [
    event("form-sent", "90 days"),
    event("page-viewed", "14 days", { points: 2, capPerDay: 5 }),
    event("video-seen", "6 hours", { points: 4, capPerDay: 10, cap: 20 }),
    event("tool-used", "7 minutes", { capPerDay: 7 }),
    event("demo-requested", "60 days", { points: 40, counts: "once" }),
    event("quiz-done", "30 days", { points: 9, counts: "once", capPerDay: 6 }),
    event("webinar-left", "60 days", { points: -5, cap: 12, capPerDay: 8 }),
    event("mail-clicked", "1.5 days", { points: 1 }),
  ],
  gate: { fastLane: [{ kind: "called-us", within: "2 days" }] },
});
const kinds = [...terms.familiarity.map(({ kind }) => kind), "called-us", "unheard-of"];

/** To the second; floating-point numbers would nearly all be next to nothing. */
const upToDays = (most: number) => fc.integer({ min: 0, max: most * 86_400 }).map((seconds) => seconds / 86_400);

/** Some close together, so that days and epochs are shared; some in the hours in which Madrid changes its clocks. */
const anyDaysAgo = fc.oneof(
  upToDays(1),
  upToDays(9),
  upToDays(400),
  fc.integer({ min: 0, max: 48 }).map((halfHours) => 134 + halfHours / 48 + 0.4),
);
const anyEvents = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), daysAgo: anyDaysAgo }), { maxLength: 60 })
  .map((events) =>
    events.map(({ kind, daysAgo }, i) => anEngagement({ engagementId: `e-${i}`, kind, at: daysFromNow(-daysAgo) })),
  );

/** The same events in another order, and cut into portions of any size. */
const inAnyPortions = anyEvents.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
    )
    .map(([shuffled, sizes]) => ({ events, portions: portionsOf(shuffled, sizes) })),
);

const portionsOf = (events: readonly Engagement[], sizes: readonly number[]): Engagement[][] => {
  const portions: Engagement[][] = [];
  for (let from = 0, i = 0; from < events.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    portions.push(events.slice(from, from + size));
    from += size;
  }
  return portions;
};

/** As the table keeps them: added where that can be done, else rebuilt from all that is known. */
const keptOf = (portions: readonly Engagement[][], by: AgreementTerms = terms): FamiliaritySums => {
  let [sums, known] = [sumsOf([], by), portions.slice(0, 0).flat()];
  for (const portion of portions) {
    known = [...known, ...portion];
    sums = stored(addToSums(sums, portion, by) ?? sumsOf(known, by));
  }
  return sums;
};

const stored = (sums: FamiliaritySums): FamiliaritySums =>
  FamiliaritySumsSchema.parse(JSON.parse(JSON.stringify(sums)));

describe("the sums of familiarity", () => {
  it("are the same to the last digit in any order of arrival and in any portions", () => {
    fc.assert(
      fc.property(inAnyPortions, ({ events, portions }) => {
        const [kept, fromScratch] = [keptOf(portions), sumsOf(events, terms)];
        expect(JSON.stringify(kept)).toBe(JSON.stringify(fromScratch));
        expect(scoreFamiliarity(kept, terms, now)).toEqual(scoreFamiliarity(fromScratch, terms, now));
      }),
      { numRuns: 300 },
    );
  });

  it("agree with the events, each counted on its own, at any later time", () => {
    const later = upToDays(60).map(daysFromNow);
    fc.assert(
      fc.property(inAnyPortions, later, ({ events, portions }, instant) => {
        const { lines } = scoreFamiliarity(keptOf(portions), terms, instant);
        const naive = naiveFamiliarity(events, terms, instant);
        expect(lines.map(({ criterion }) => criterion).sort()).toEqual(Object.keys(naive).sort());
        for (const { criterion, points } of lines)
          expect(Math.abs(points - (naive[criterion] ?? NaN))).toBeLessThan(0.0501);
      }),
      { numRuns: 300 },
    );
  });

  it("can be added to, unless an event comes long after its day", () => {
    const viewed = (daysAgo: number) => anEngagement({ kind: "page-viewed", at: daysFromNow(-daysAgo) });
    const sums = sumsOf([viewed(0)], terms);
    expect(addToSums(sums, [viewed(4)], terms)).toEqual(sumsOf([viewed(4), viewed(0)], terms));
    expect(addToSums(sums, [viewed(5)], terms)).toBeUndefined();
    const unlimited = (daysAgo: number) => anEngagement({ kind: "form-sent", at: daysFromNow(-daysAgo) });
    expect(addToSums(sums, [unlimited(300)], terms)).toEqual(sumsOf([unlimited(300), viewed(0)], terms));
  });

  it("do not grow with the events", () => {
    const often = (most: number) =>
      sumsOf(
        Array.from({ length: most }, (_, i) =>
          anEngagement({
            engagementId: `e-${i}`,
            kind: kinds[i % kinds.length] ?? "",
            at: daysFromNow((-100 * i) / most),
          }),
        ),
        terms,
      );
    const size = (sums: FamiliaritySums) => JSON.stringify(sums).length;
    expect(size(often(2_000))).toBeLessThan(5_000);
    expect(size(often(4_000))).toBeLessThan(1.2 * size(often(2_000)));
  });

  it.each<[string, Parameters<typeof anAgreement>[0]]>([
    ["a half-life", { familiarity: terms.familiarity.map((each) => ({ ...each, halfLife: "15 days" })) }],
    ["a limit of the day", { familiarity: terms.familiarity.map((each) => ({ ...each, capPerDay: 6 })) }],
    ["how often it counts", { familiarity: terms.familiarity.map((each) => ({ ...each, counts: "once" })) }],
    ["the points that share a day", { familiarity: terms.familiarity.map((each) => ({ ...each, points: 11 })) }],
    ["the company's calendar", { familiarity: terms.familiarity, company: { timeZone: "America/Mexico_City" } }],
    ["the content", { familiarity: terms.familiarity, nurture: { content: [] } }],
    ["a kind of event", { familiarity: [...terms.familiarity, event("new-kind", "9 days")] }],
  ])("are stale when the agreement changes %s", (_, overrides) => {
    const changed = anAgreement({ gate: terms.gate, ...overrides }).terms;
    const sums = sumsOf([anEngagement()], terms);
    expect(areInForce(sums, terms)).toBe(true);
    expect(areInForce(sums, changed)).toBe(false);
    expect(addToSums(sums, [anEngagement({ engagementId: "e-2" })], changed)).toBeUndefined();
  });

  it("stay true when the agreement changes what they do not depend on", () => {
    const familiarity = terms.familiarity.map((each) => ({ ...each, cap: 50, label: { es: "Otro", en: "Other" } }));
    expect(areInForce(sumsOf([], terms), { ...terms, familiarity })).toBe(true);
  });

  it("say when the lead last did something, whether it scores or not", () => {
    const did = [anEngagement({ kind: "unheard-of", at: daysFromNow(-1) }), anEngagement({ at: daysFromNow(-3) })];
    expect(sumsOf(did, terms).lastAt).toBe(daysFromNow(-1));
    expect(sumsOf([], terms)).not.toHaveProperty("lastAt");
  });
});

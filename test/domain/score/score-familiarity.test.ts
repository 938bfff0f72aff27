import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import { scoreFamiliarity } from "../../../lambdas/domain/score/score-familiarity.ts";
import { sumOfPoints } from "../../../lambdas/domain/score/score-line.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const { terms } = anAgreement();
const score = (...engagements: Engagement[]) => scoreFamiliarity(engagements, terms, now);
const did = (kind: string, daysAgo = 0) => anEngagement({ kind, at: daysFromNow(-daysAgo) });

describe("scoring the familiarity", () => {
  it("gives a new event its points, and half after its half-life", () => {
    expect(score(did("pricing-viewed")).points).toBe(10);
    expect(score(did("pricing-viewed", 14)).points).toBe(5);
    expect(score(did("pricing-viewed", 28)).points).toBe(2.5);
    expect(score(did("form-sent", 90), did("pricing-viewed", 14)).points).toBe(12.5);
  });

  it("caps each kind of event and says so", () => {
    const { points, lines } = score(...Array.from({ length: 25 }, () => did("page-viewed")), did("mail-clicked"));
    expect(points).toBe(26);
    expect(lines[0]?.sentence).toEqual({
      es: "Página visitada: 25 veces, con el tope acordado (+20)",
      en: "Page viewed: 25 times, at the agreed cap (+20)",
    });
  });

  it("takes points off down to the cap", () => {
    expect(score(did("webinar-left")).points).toBe(-5);
    expect(score(...Array.from({ length: 9 }, () => did("webinar-left"))).points).toBe(-10);
    expect(score(did("webinar-left"))).toMatchObject({ matched: 0 });
  });

  it("explains each kind in both languages", () => {
    expect(score(did("pricing-viewed", 7), did("form-sent")).lines.map(({ sentence }) => sentence)).toEqual([
      { es: "Formulario enviado: 1 vez (+15)", en: "Form sent: once (+15)" },
      { es: "Página de precios visitada: 1 vez (+7,1)", en: "Pricing page viewed: once (+7.1)" },
    ]);
  });

  it("counts nothing that the agreement does not know", () => {
    expect(score(did("hummed-our-tune"))).toEqual({ points: 0, matched: 0, lines: [] });
  });

  it("takes an event from a clock that runs ahead as new", () => {
    expect(score(did("pricing-viewed", -3)).points).toBe(10);
  });

  const kinds = [...terms.familiarity.map(({ kind }) => kind), "unknown"];
  const anyEvent = fc.record({
    kind: fc.constantFrom(...kinds),
    daysAgo: fc.double({ min: -5, max: 400, noNaN: true }),
  });
  const anyEvents = fc.array(
    anyEvent.map(({ kind, daysAgo }) => did(kind, daysAgo)),
    { maxLength: 40 },
  );

  it("adds up, whatever happened", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { points, lines } = score(...events);
        expect(points).toBe(sumOfPoints(lines));
        expect(points).toBeCloseTo(
          lines.reduce((sum, line) => sum + line.points, 0),
          9,
        );
        for (const line of lines) expect(line.points).toBe(Math.round(line.points * 10) / 10);
      }),
    );
  });

  it("is the same to the last digit in any order", () => {
    const twice = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(twice, ([events, shuffled]) => {
        expect(score(...shuffled)).toEqual(score(...events));
      }),
    );
  });

  it("never falls by one more event that is worth something, nor ever passes the caps", () => {
    const caps = terms.familiarity.filter(({ points }) => points > 0).reduce((sum, { cap }) => sum + cap, 0);
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom("form-sent", "page-viewed", "pricing-viewed", "mail-clicked"),
        fc.nat(400),
        (events, kind, daysAgo) => {
          const more = score(...events, did(kind, daysAgo)).points;
          expect(more).toBeGreaterThanOrEqual(score(...events).points);
          expect(more).toBeLessThanOrEqual(caps);
        },
      ),
    );
  });

  it("only fades while the lead does nothing", () => {
    const positive = fc.array(
      fc
        .tuple(fc.constantFrom("form-sent", "page-viewed", "mail-clicked"), fc.nat(300))
        .map(([kind, daysAgo]) => did(kind, daysAgo)),
    );
    fc.assert(
      fc.property(positive, fc.nat(200), (events, days) => {
        expect(scoreFamiliarity(events, terms, daysFromNow(days)).points).toBeLessThanOrEqual(score(...events).points);
      }),
    );
  });
});

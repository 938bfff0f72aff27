import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../../lambdas/domain/score/score-familiarity.ts";
import { sumOfPoints } from "../../../lambdas/domain/score/score-line.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const { terms } = anAgreement();
const scoreAt = (at: string, engagements: Engagement[], by = terms) =>
  scoreFamiliarity(sumsOf(engagements, by), by, at);
const score = (...engagements: Engagement[]) => scoreAt(now, engagements);
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
      es: "Página visitada: 25 veces, 50 puntos al hacerlo, 20 hoy por el tope (se reduce a la mitad cada 14 días)",
      en: "Page viewed: 25 times, 50 points when done, 20 today at the cap (halves every 14 days)",
    });
  });

  it("takes points off down to the cap", () => {
    expect(score(did("webinar-left")).points).toBe(-5);
    expect(score(...Array.from({ length: 9 }, () => did("webinar-left"))).points).toBe(-10);
    expect(score(did("webinar-left"))).toMatchObject({ matched: 0 });
  });

  it("explains each kind in both languages", () => {
    const { lines } = score(did("pricing-viewed", 7), did("form-sent"), did("webinar-left", 60), did("webinar-left"));
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      {
        es: "Formulario enviado: 1 vez, 15 puntos al hacerlo, 15 hoy (se reduce a la mitad cada 90 días)",
        en: "Form sent: once, 15 points when done, 15 today (halves every 90 days)",
      },
      {
        es: "Página de precios visitada: 1 vez, 10 puntos al hacerlo, 7,1 hoy (se reduce a la mitad cada 14 días)",
        en: "Pricing page viewed: once, 10 points when done, 7.1 today (halves every 14 days)",
      },
      {
        es: "Abandono de un webinar: 2 veces, -10 puntos al hacerlo, -7,5 hoy (se reduce a la mitad cada 60 días)",
        en: "Webinar left early: 2 times, -10 points when done, -7.5 today (halves every 60 days)",
      },
    ]);
    expect(lines[1]).toMatchObject({ criterion: "pricing-viewed", value: "1", points: 7.1, halfLife: "14 days" });
  });

  const limited = anAgreement({
    familiarity: [
      {
        kind: "page-viewed",
        label: { es: "Página visitada", en: "Page viewed" },
        points: 2,
        halfLife: "14 days",
        cap: 20,
        capPerDay: 5,
      },
      {
        kind: "demo-requested",
        label: { es: "Demostración solicitada", en: "Demo requested" },
        points: 40,
        halfLife: "60 days",
        cap: 40,
        counts: "once",
      },
    ],
    gate: { fastLane: [{ kind: "demo-requested", within: "7 days" }] },
  }).terms;

  it("has the events of a day of the company's calendar share its cap", () => {
    // Madrid's Tuesday began at 23:00 UTC.
    const views = ["09T22:59", "09T23:00", "10T08:00", "10T09:30"].map((at) =>
      anEngagement({ at: `2026-03-${at}:00.000Z` }),
    );
    const [line] = scoreAt(now, views, limited).lines;
    expect(line?.points).toBe(6.9);
    expect(line?.sentence).toEqual({
      es: "Página visitada: 4 veces, 7 puntos al hacerlo por el tope diario, 6,9 hoy (se reduce a la mitad cada 14 días)",
      en: "Page viewed: 4 times, 7 points when done at the daily cap, 6.9 today (halves every 14 days)",
    });
  });

  it("counts what counts once at its newest time", () => {
    const [line] = scoreAt(now, [did("demo-requested", 60), did("demo-requested", 200)], limited).lines;
    expect(line).toMatchObject({ value: "2", points: 20 });
    expect(line?.sentence).toEqual({
      es: "Demostración solicitada: 2 veces, cuenta la última, 40 puntos al hacerlo, 20 hoy (se reduce a la mitad cada 60 días)",
      en: "Demo requested: 2 times, the latest counts, 40 points when done, 20 today (halves every 60 days)",
    });
  });

  it("is hot when the lead did what has the fast lane, so long as the agreement says", () => {
    const hot = (...engagements: Engagement[]) => scoreAt(now, engagements, limited).hot;
    expect(hot(did("demo-requested", 7), did("demo-requested", 30))).toBe(true);
    expect(hot(did("demo-requested", 7.1), did("page-viewed"))).toBe(false);
    expect(hot()).toBe(false);
    const unscored = anAgreement({ gate: { fastLane: [{ kind: "called-us", within: "7 days" }] } }).terms;
    expect(scoreAt(now, [did("called-us", 1)], unscored)).toMatchObject({ points: 0, lines: [], hot: true });
  });

  it("counts nothing that the agreement does not know", () => {
    expect(score(did("hummed-our-tune"))).toEqual({ points: 0, matched: 0, lines: [], hot: false });
  });

  it("takes an event from a clock that runs ahead as new", () => {
    expect(score(did("pricing-viewed", -3)).points).toBe(10);
  });

  const kinds = [...terms.familiarity.map(({ kind }) => kind), "unknown"];
  const anyEvent = fc.record({
    kind: fc.constantFrom(...kinds),
    daysAgo: fc.integer({ min: -5 * 24, max: 400 * 24 }).map((hours) => hours / 24),
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
        expect(scoreAt(daysFromNow(days), events).points).toBeLessThanOrEqual(score(...events).points);
      }),
    );
  });
});

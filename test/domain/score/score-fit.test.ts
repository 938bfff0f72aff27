import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreFit } from "../../../lambdas/domain/score/score-fit.ts";
import { sumOfPoints } from "../../../lambdas/domain/score/score-line.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const { terms } = anAgreement();
const sentences = (lead = aLead("captured")) => scoreFit(lead, terms).lines.map(({ sentence }) => sentence);

describe("scoring the persona fit", () => {
  it("adds up the criteria that match and explains each with the actual value", () => {
    const { points, matched, lines } = scoreFit(aLead("captured"), terms);
    expect({ points, matched }).toEqual({ points: 60, matched: 5 });
    expect(lines[0]).toEqual({
      criterion: "decides",
      value: "Directora de operaciones",
      points: 20,
      sentence: {
        es: "Cargo: «Directora de operaciones» coincide con «directora de operaciones» (+20)",
        en: "Job title: “Directora de operaciones” matches “directora de operaciones” (+20)",
      },
    });
    expect(sentences().map(({ es }) => es)).toContain("Tamaño de la empresa: «120» está entre 50 y 500 (+15)");
    expect(sentences().map(({ en }) => en)).toContain("Phone: “+34 910 000 000” is on record (+5)");
  });

  it("takes points off, without counting that as a match", () => {
    const contact = {
      jobTitle: undefined,
      companySize: undefined,
      industry: undefined,
      country: undefined,
      phone: undefined,
    };
    const { points, matched, lines } = scoreFit(aLead("captured", { contact, email: "ines@Gmail.com" }), terms);
    expect({ points, matched, criteria: lines.map(({ criterion }) => criterion) }).toEqual({
      points: -10,
      matched: 0,
      criteria: ["private-mail"],
    });
    expect(lines[0]?.sentence.es).toBe("Correo particular: «Gmail.com» coincide con «gmail.com» (-10)");
  });

  it("is nothing for a lead that told nothing, or only blanks", () => {
    const contact = { jobTitle: " ", companySize: undefined, industry: "", country: undefined, phone: "  " };
    expect(scoreFit(aLead("captured", { contact }), terms)).toEqual({ points: 0, matched: 0, lines: [] });
  });

  it("always is the sum of its lines, and the same for the same lead", () => {
    const word = fc.option(fc.constantFrom("Dirección de operaciones", "CTO", "España", "ES", "logistica", "+34", ""), {
      nil: undefined,
    });
    const anyone = fc.record({
      jobTitle: word,
      industry: word,
      country: word,
      phone: word,
      companySize: fc.option(fc.integer(), { nil: undefined }),
    });
    const points = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(anyone, fc.array(points, { minLength: 6, maxLength: 6 }), (contact, worth) => {
        const criteria = terms.persona.criteria.map((criterion, i) => ({ ...criterion, points: worth[i] ?? 0 }));
        const scored = scoreFit(aLead("captured", { contact }), { persona: { ...terms.persona, criteria } });
        expect(scored.points).toBe(scored.lines.reduce((sum, line) => sum + line.points, 0));
        expect(scored.points).toBe(sumOfPoints(scored.lines));
        expect(scored.matched).toBe(scored.lines.filter((line) => line.points > 0).length);
        expect(scoreFit(aLead("captured", { contact }), { persona: { ...terms.persona, criteria } })).toEqual(scored);
      }),
    );
  });
});

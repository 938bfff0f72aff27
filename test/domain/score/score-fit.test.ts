import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Criterion, Persona } from "../../../lambdas/contract/agreement.ts";
import { scoreFit } from "../../../lambdas/domain/score/score-fit.ts";
import { sumOfPoints } from "../../../lambdas/domain/score/score-line.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const { terms } = anAgreement();
const operations = terms.personas[0] ?? expect.fail("the agreement of the tests has a persona");
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

  it("is nothing for a lead without facts, or with blanks only", () => {
    const contact = { jobTitle: " ", companySize: undefined, industry: "", country: undefined, phone: "  " };
    expect(scoreFit(aLead("captured", { contact }), terms)).toEqual({
      points: 0,
      matched: 0,
      lines: [],
      persona: "operations",
    });
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
        const criteria = operations.criteria.map((criterion, i) => ({ ...criterion, points: worth[i] ?? 0 }));
        const scored = scoreFit(aLead("captured", { contact }), { personas: [{ ...operations, criteria }] });
        expect(scored.points).toBe(scored.lines.reduce((sum, line) => sum + line.points, 0));
        expect(scored.points).toBe(sumOfPoints(scored.lines));
        expect(scored.matched).toBe(scored.lines.filter((line) => line.points > 0).length);
        expect(scoreFit(aLead("captured", { contact }), { personas: [{ ...operations, criteria }] })).toEqual(scored);
      }),
    );
  });
});

const criterion = (id: string, points: number, title = "operaciones"): Criterion => ({
  id,
  label: { es: id, en: id },
  field: "jobTitle",
  test: { contains: [title] },
  points,
});
const persona = (id: string, ...criteria: Criterion[]): Persona => ({ id, name: { es: id, en: id }, criteria });
const scoreOf = (...personas: Persona[]) => scoreFit(aLead("captured"), { personas });

describe("several personas", () => {
  it("count by the one that matches best, which is named", () => {
    const scored = scoreOf(
      persona("finance", criterion("finance", 90, "finanzas"), criterion("title", 5)),
      persona("operations", criterion("operations", 30)),
    );
    expect(scored).toMatchObject({ points: 30, matched: 1, persona: "operations" });
    expect(scored.lines.map((line) => line.criterion)).toEqual(["operations"]);
  });

  it("with equal points count by the one with more matches, then by the first in the agreement", () => {
    const one = persona("one", criterion("a", 30));
    const two = persona("two", criterion("a", 10), criterion("b", 20));
    const alsoTwo = persona("also-two", criterion("c", 15), criterion("d", 15));
    expect(scoreOf(one, two).persona).toBe("two");
    expect(scoreOf(two, alsoTwo).persona).toBe("two");
    expect(scoreOf(alsoTwo, two).persona).toBe("also-two");
  });

  it("may all be worth less than nothing: the least bad is named", () => {
    expect(scoreOf(persona("bad", criterion("a", -20)), persona("less-bad", criterion("a", -5)))).toMatchObject({
      points: -5,
      matched: 0,
      persona: "less-bad",
    });
  });

  it("are distinguished where they give the same test other points and another name", () => {
    expect(scoreOf(persona("one", criterion("a", 10)), persona("two", criterion("b", 20))).lines).toMatchObject([
      { criterion: "b", points: 20, sentence: { es: expect.stringMatching(/^b: .* \(\+20\)$/) } },
    ]);
  });

  const aTest: fc.Arbitrary<Pick<Criterion, "field" | "test">> = fc.constantFrom(
    { field: "jobTitle", test: { seniority: "manager" } },
    { field: "jobTitle", test: { roles: ["operations"] } },
    { field: "companySize", test: { atLeast: 50, atMost: 500 } },
    { field: "country", test: { noneOf: ["ES"] } },
    { field: "country", test: { oneOf: ["ES", "PT"] } },
    { field: "interest", test: { matches: "mantenimiento|demo" } },
    { field: "emailDomain", test: { equals: "gmail.com" } },
  );
  const aCriterion: fc.Arbitrary<Criterion> = fc
    .tuple(aTest, fc.integer({ min: -100, max: 100 }), fc.stringMatching(/^[a-z]{1,6}$/))
    .map(([test, points, id]) => ({ ...criterion(id, points), ...test }));
  const aPersona = fc
    .tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.array(aCriterion, { minLength: 1, maxLength: 6 }))
    .map(([id, criteria]) => persona(id, ...criteria));
  const somePersonas = fc.array(aPersona, { minLength: 1, maxLength: 4 });
  const aContact = fc.record({
    jobTitle: fc.constantFrom("Jefa de operaciones", "CFO", undefined),
    companySize: fc.constantFrom(20, 120, undefined),
    country: fc.constantFrom("ES", "FR", undefined),
    interest: fc.constantFrom("Demo", "Mantenimiento predictivo", undefined),
  });

  it("never hide a better one: the score is the best of each alone", () => {
    fc.assert(
      fc.property(somePersonas, aContact, (personas, contact) => {
        const lead = aLead("captured", { contact });
        const alone = personas.map((each) => scoreFit(lead, { personas: [each] }));
        const best = scoreFit(lead, { personas });
        expect(best.points).toBe(Math.max(...alone.map(({ points }) => points)));
        expect(alone).toContainEqual(best);
        expect(best.points).toBe(sumOfPoints(best.lines));
      }),
    );
  });

  it("add up to the same in any order of criteria", () => {
    const shuffled = fc
      .array(aCriterion, { minLength: 1, maxLength: 7 })
      .chain((criteria) =>
        fc.tuple(fc.constant(criteria), fc.shuffledSubarray(criteria, { minLength: criteria.length })),
      );
    fc.assert(
      fc.property(shuffled, aContact, ([criteria, others], contact) => {
        const lead = aLead("captured", { contact });
        const score = (each: Criterion[]) => {
          const { points, matched } = scoreFit(lead, { personas: [persona("any", ...each)] });
          return { points, matched };
        };
        expect(score(others)).toEqual(score(criteria));
      }),
    );
  });

  it("are worth less by what one more criterion takes off, if the lead meets it, and else the same", () => {
    fc.assert(
      fc.property(aPersona, aTest, fc.integer({ min: -100, max: -1 }), aContact, (before, test, points, contact) => {
        const lead = aLead("captured", { contact });
        const added = { ...criterion("takes-off", points), ...test };
        const meets = scoreFit(lead, { personas: [persona("any", added)] }).lines.length === 1;
        const after = { ...before, criteria: [...before.criteria, added] };
        const [was, is] = [before, after].map((each) => scoreFit(lead, { personas: [each] }));
        expect(is?.points).toBe((was?.points ?? Number.NaN) + (meets ? points : 0));
        expect(is?.matched).toBe(was?.matched);
      }),
    );
  });
});

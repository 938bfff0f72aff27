import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsThatWouldDo, sayFacts } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const criteria = anAgreement().terms.personas.flatMap((persona) => persona.criteria);
const knownAs = (contact: object) => aLead("captured", { contact: { ...nothing, ...contact } });
const nothing = {
  jobTitle: undefined,
  companySize: undefined,
  industry: undefined,
  country: undefined,
  phone: undefined,
};

const namesOf = (lacks: number, contact: object = {}) =>
  factsThatWouldDo(lacks, knownAs(contact), criteria).map(({ id }) => id);

describe("the facts that could make up for a lack of fit", () => {
  it("are the weightiest, and no more than needed", () => {
    expect(namesOf(20)).toEqual(["decides"]);
    expect(namesOf(21)).toEqual(["decides", "mid-sized"]);
    expect(namesOf(45)).toEqual(["decides", "mid-sized", "industry"]);
  });

  it("are not those on record, whether they met the criterion or not", () => {
    expect(namesOf(10, { jobTitle: "Jefa de compras", companySize: 120 })).toEqual(["industry"]);
  });

  it("are none when they would not be enough, or too many", () => {
    expect(namesOf(46)).toEqual([]);
    expect(namesOf(1, { jobTitle: "a", companySize: 1, industry: "b", country: "PT", phone: "1" })).toEqual([]);
  });

  it("are one for each field: a company has one size", () => {
    const sizes = criteria.flatMap((each) =>
      each.id === "mid-sized" ? [each, { ...each, id: "large", test: { atLeast: 501 }, points: 12 }] : [],
    );
    expect(factsThatWouldDo(20, knownAs({}), sizes)).toEqual([]);
    expect(factsThatWouldDo(13, knownAs({}), sizes).map(({ id }) => id)).toEqual(["mid-sized"]);
  });

  it("are worth what is lacking, and without the last one would not be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (lacks) => {
        const worth = factsThatWouldDo(lacks, knownAs({}), criteria).map(({ points }) => points);
        const sum = (list: number[]) => list.reduce((one, other) => one + other, 0);
        expect(worth.length === 0).toBe(lacks > 45);
        if (worth.length > 0) expect(sum(worth)).toBeGreaterThanOrEqual(lacks);
        expect(sum(worth.slice(0, -1))).toBeLessThan(lacks);
      }),
    );
  });

  it("are listed with their points, or not at all", () => {
    expect(sayFacts([])).toBeUndefined();
    expect(sayFacts(criteria.slice(1, 2))).toEqual({
      es: "Podría llegar con datos que todavía no constan: Tamaño de la empresa (+15)",
      en: "Could get there with details not on record yet: Company size (+15)",
    });
  });
});

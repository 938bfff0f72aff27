import { describe, expect, it } from "vitest";
import { decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { scoreFit } from "../../../lambdas/domain/score/score-fit.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const { terms, ...rest } = anAgreement({
  industries: [{ id: "food", label: { es: "Alimentación", en: "Food" }, also: ["Industria alimentaria"] }],
});
const criteria = [
  {
    id: "sector",
    label: { es: "Sector", en: "Industry" },
    field: "industry",
    test: { contains: ["alimentaria"] },
    points: 10,
  },
];
const personas = terms.personas.map((persona) => ({ ...persona, criteria }));
const agreement = { ...rest, terms: { ...terms, personas, gate: { ...terms.gate, mustHaves: ["sector"] } } };
const lead = aLead("captured", { contact: { industry: "industria ALIMENTARIA" } });

describe("an industry that the agreement names", () => {
  it("goes by its label in the reasons of a score, without the word of one language that matched", () => {
    expect(scoreFit(lead, agreement.terms).lines).toEqual([
      {
        criterion: "sector",
        value: "industria ALIMENTARIA",
        points: 10,
        sentence: {
          es: "Sector: «Alimentación» cumple lo acordado (+10)",
          en: "Industry: “Food” meets what is agreed (+10)",
        },
      },
    ]);
  });

  it("does so at the gate, whether it passes there or not", () => {
    const reasonsOf = (test: { contains: string[] }) => {
      const asked = personas.map((persona) => ({
        ...persona,
        criteria: criteria.map((criterion) => ({ ...criterion, test })),
      }));
      const terms = { ...agreement.terms, personas: asked };
      const familiarity = { points: 0, matched: 0, lines: [], sums: { terms: "", read: [], kinds: {} } };
      const fit = scoreFit(lead, terms);
      const { reasons, missing } = decideAtGate({ lead, fit, familiarity }, { ...agreement, terms }, now);
      return [...reasons, ...missing];
    };
    expect(reasonsOf({ contains: ["alimentaria"] })).toContainEqual({
      es: "Imprescindible cumplido, Sector: «Alimentación» cumple lo acordado",
      en: "Must-have met, Industry: “Food” meets what is agreed",
    });
    expect(reasonsOf({ contains: ["textil"] })).toContainEqual({
      es: "Falta algo imprescindible, Sector: «Alimentación» no lo cumple",
      en: "Must-have missing, Industry: “Food” does not meet it",
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Applicant, decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const agreement = anAgreement();
const anApplicant = (overrides: Partial<Applicant> = {}): Applicant => ({
  lead: aLead("captured"),
  fit: { points: 60, matched: 5 },
  familiarity: { points: 30 },
  ...overrides,
});

describe("the MQL gate", () => {
  it("lets a lead through that meets every condition, and says by which figures", () => {
    expect(decideAtGate(anApplicant(), agreement)).toEqual({
      verdict: "qualified",
      reasons: [
        {
          es: "Requisito cumplido, Cargo: «Directora de operaciones» coincide con «directora de operaciones»",
          en: "Must-have met, Job title: “Directora de operaciones” matches “directora de operaciones”",
        },
        {
          es: "Coincidencias con el perfil de comprador: 5 (mínimo 2)",
          en: "Matches with the buyer persona: 5 (at least 2)",
        },
        { es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (at least 30)" },
        { es: "Puntos de familiaridad: 30 (mínimo 30)", en: "Familiarity points: 30 (at least 30)" },
      ],
      missing: [],
    });
  });

  it("says how far a lead still is from it", () => {
    const { verdict, missing } = decideAtGate(
      anApplicant({ fit: { points: 20, matched: 1 }, familiarity: { points: 17.5 } }),
      agreement,
    );
    expect(verdict).toBe("not-yet");
    expect(missing).toEqual([
      {
        es: "Falta 1 coincidencia con el perfil de comprador: tiene 1 de 2",
        en: "Needs 1 more match with the buyer persona: has 1 of 2",
      },
      { es: "Faltan 10 puntos de encaje: tiene 20 de 30", en: "Needs 10 more fit points: has 20 of 30" },
      {
        es: "Faltan 12,5 puntos de familiaridad: tiene 17,5 de 30",
        en: "Needs 12.5 more familiarity points: has 17.5 of 30",
      },
    ]);
  });

  it.each([
    { jobTitle: "Jefa de compras", es: "Falta un requisito, Cargo: «Jefa de compras» no lo cumple" },
    { jobTitle: undefined, es: "Falta un requisito, Cargo: no consta" },
  ])("keeps out whoever lacks a must-have: $jobTitle", ({ jobTitle, es }) => {
    const decision = decideAtGate(anApplicant({ lead: aLead("captured", { contact: { jobTitle } }) }), agreement);
    expect(decision.verdict).toBe("not-yet");
    expect(decision.missing.map((sentence) => sentence.es)).toEqual([es]);
  });

  it("turns a disqualified lead away, whatever its scores", () => {
    const student = aLead("captured", { contact: { jobTitle: "Estudiante de ingeniería" } });
    expect(decideAtGate(anApplicant({ lead: student }), agreement)).toEqual({
      verdict: "disqualified",
      reasons: [
        {
          es: "Estudia, no compra: «Estudiante de ingeniería» coincide con «estudiante»",
          en: "A student, not a buyer: “Estudiante de ingeniería” matches “estudiante”",
        },
      ],
      missing: [],
    });
  });

  it("does not send the same lead to sales again that sales gave back", () => {
    const decision = decideAtGate(anApplicant({ lead: aLead("captured", { givenBackAt: now }) }), agreement);
    expect(decision.verdict).toBe("not-yet");
    expect(decision.missing).toEqual([
      {
        es: "Ventas lo devolvió y desde entonces no ha hecho nada nuevo",
        en: "Given back by sales, and nothing new since",
      },
    ]);
  });

  it("lets nobody meet a must-have that the persona does not know", () => {
    const mistaken = anAgreement({ gate: { mustHaves: ["misspelt"] } });
    expect(decideAtGate(anApplicant(), mistaken).verdict).toBe("not-yet");
  });

  const figures = fc.record({
    matched: fc.nat(6),
    fit: fc.integer({ min: -50, max: 100 }),
    familiarity: fc.nat(1000).map((tenths) => tenths / 10),
  });
  const verdictAt = ({ matched, fit, familiarity }: { matched: number; fit: number; familiarity: number }) =>
    decideAtGate(anApplicant({ fit: { points: fit, matched }, familiarity: { points: familiarity } }), agreement);

  it("never closes to a lead for having more points or matches", () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const more = {
          matched: a.matched + b.matched,
          fit: a.fit + Math.abs(b.fit),
          familiarity: a.familiarity + b.familiarity,
        };
        if (verdictAt(a).verdict === "qualified") expect(verdictAt(more).verdict).toBe("qualified");
        expect(verdictAt(more).missing.length).toBeLessThanOrEqual(verdictAt(a).missing.length);
      }),
    );
  });

  it("gives each condition one sentence, and qualifies exactly when nothing is missing", () => {
    fc.assert(
      fc.property(figures, (figure) => {
        const { verdict, reasons, missing } = verdictAt(figure);
        expect(reasons.length + missing.length).toBe(4);
        expect(verdict === "qualified").toBe(missing.length === 0);
      }),
    );
  });
});

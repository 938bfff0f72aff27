import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../lambdas/contract/agreement.ts";
import { decideAtGate, verdictAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead, anEngagement } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { agreement, anApplicant, noSums } from "./applicant.ts";

describe("the MQL gate", () => {
  it("passes a lead that meets every condition, with its figures", () => {
    expect(decideAtGate(anApplicant(), agreement, now)).toEqual({
      verdict: "qualified",
      reasons: [
        {
          es: "Imprescindible cumplido, Cargo: «Directora de operaciones» coincide con «directora de operaciones»",
          en: "Must-have met, Job title: “Directora de operaciones” matches “directora de operaciones”",
        },
        {
          es: "Coincidencias con el cliente ideal: 5 (mínimo 2)",
          en: "Matches with the buyer persona: 5 (minimum 2)",
        },
        { es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (minimum 30)" },
        { es: "Puntos de familiaridad: 30 (mínimo 30)", en: "Familiarity points: 30 (minimum 30)" },
      ],
      missing: [],
      lane: undefined,
    });
  });

  it("says how far a lead still is from it", () => {
    const visited = sumsOf([anEngagement({ kind: "form-sent" })], agreement.terms);
    const { verdict, missing } = decideAtGate(
      anApplicant({ fit: { points: 20, matched: 1 }, familiarity: { points: 17.5, sums: visited } }),
      agreement,
      now,
    );
    expect(verdict).toBe("not-yet");
    expect(missing).toEqual([
      {
        es: "Falta 1 coincidencia con el cliente ideal: tiene 1 de 2",
        en: "Needs 1 more match with the buyer persona: has 1 of 2",
      },
      { es: "Faltan 10 puntos de encaje: tiene 20 de 30", en: "Needs 10 more fit points: has 20 of 30" },
      {
        es: "Faltan 12,5 puntos de familiaridad: tiene 17,5 de 30. Bastaría con «Formulario enviado» una vez, o con «Clic en un correo» 3 veces",
        en: "Needs 12.5 more familiarity points: has 17.5 of 30. It would take “Form sent” once, or “Mail clicked” 3 times",
      },
    ]);
  });

  it.each([
    { jobTitle: "Jefa de compras", es: "Falta algo imprescindible, Cargo: «Jefa de compras» no lo cumple" },
    { jobTitle: undefined, es: "Falta algo imprescindible, Cargo: no consta" },
  ])("keeps out a lead who lacks a must-have: $jobTitle", ({ jobTitle, es }) => {
    const decision = decideAtGate(anApplicant({ lead: aLead("captured", { contact: { jobTitle } }) }), agreement, now);
    expect(decision.verdict).toBe("not-yet");
    expect(decision.missing.map((sentence) => sentence.es)).toEqual([es]);
  });

  it("turns a disqualified lead away, whatever its scores", () => {
    const student = aLead("captured", { contact: { jobTitle: "Estudiante de ingeniería" } });
    expect(decideAtGate(anApplicant({ lead: student }), agreement, now)).toEqual({
      verdict: "disqualified",
      reasons: [
        {
          es: "Estudia, no compra: «Estudiante de ingeniería» coincide con «estudiante»",
          en: "A student, not a buyer: “Estudiante de ingeniería” matches “estudiante”",
        },
      ],
      missing: [],
      lane: undefined,
    });
  });

  it("does not send the same lead to sales again that sales returned", () => {
    const decision = decideAtGate(anApplicant({ lead: aLead("captured", { returnedAt: now }) }), agreement, now);
    expect(decision.verdict).toBe("not-yet");
    expect(decision.missing).toEqual([
      {
        es: "Ventas lo devolvió a marketing y desde entonces no ha hecho nada nuevo",
        en: "Returned by sales, with nothing new since",
      },
    ]);
  });

  it("lets no one meet a must-have that the persona does not know", () => {
    const mistaken = anAgreement({ gate: { mustHaves: ["misspelt"] } });
    expect(decideAtGate(anApplicant(), mistaken, now).verdict).toBe("not-yet");
  });

  it("names the facts not on record yet that could make up for the fit that is lacking", () => {
    const contact = { jobTitle: "Directora de operaciones", companySize: undefined, phone: undefined };
    const applicant = anApplicant({ lead: aLead("captured", { contact }), fit: { points: 12, matched: 3 } });
    expect(decideAtGate(applicant, agreement, now).missing).toEqual([
      {
        es: "Faltan 18 puntos de encaje: tiene 12 de 30. Podría llegar con datos que todavía no constan: Tamaño de la empresa (+15), Teléfono (+5)",
        en: "Needs 18 more fit points: has 12 of 30. Could get there with details not on record yet: Company size (+15), Phone (+5)",
      },
    ]);
  });

  it("judges the must-haves of the persona that fits best", () => {
    const [operations] = agreement.terms.personas;
    if (operations === undefined) throw new Error("the agreement of the tests has a persona");
    const buys: Criterion = {
      id: "decides",
      label: { es: "Compra", en: "Buys" },
      field: "jobTitle",
      test: { equals: "Jefa de compras" },
      points: 20,
    };
    const purchasing = { ...operations, id: "purchasing", criteria: [buys] };
    const two = anAgreement({ personas: [operations, purchasing] });
    const buyer = aLead("captured", { contact: { jobTitle: "Jefa de compras" } });
    const as = (persona: string) =>
      decideAtGate(anApplicant({ lead: buyer, fit: { points: 60, matched: 5, persona } }), two, now);
    expect(as("purchasing").verdict).toBe("qualified");
    expect(as("operations").missing.map(({ en }) => en)).toEqual([
      "Must-have missing, Job title: “Jefa de compras” does not meet it",
    ]);
  });

  const figures = fc.record({
    matched: fc.nat(6),
    fit: fc.integer({ min: -50, max: 100 }),
    familiarity: fc.nat(1000).map((tenths) => tenths / 10),
  });
  const verdictAt = ({ matched, fit, familiarity }: { matched: number; fit: number; familiarity: number }) =>
    decideAtGate(
      anApplicant({ fit: { points: fit, matched }, familiarity: { points: familiarity, sums: noSums } }),
      agreement,
      now,
    );

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

  it("has the same verdict without its words", () => {
    const applicants = [
      anApplicant(),
      anApplicant({ fit: { points: 20, matched: 1 } }),
      anApplicant({ familiarity: { points: 29.9, sums: noSums } }),
      anApplicant({ lead: aLead("captured", { contact: { jobTitle: "Estudiante" } }) }),
    ];
    const verdicts = applicants.map((each) => verdictAtGate(each, agreement, now));
    expect(verdicts).toEqual(["qualified", "not-yet", "not-yet", "disqualified"]);
    expect(verdicts).toEqual(applicants.map((each) => decideAtGate(each, agreement, now).verdict));
  });
});

import { describe, expect, it } from "vitest";
import { type Applicant, decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead, anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { anApplicant } from "./applicant.ts";

describe("the fast lane", () => {
  const fast = anAgreement({ gate: { fastLane: [{ kind: "pricing-viewed", within: "2 days" }] } });
  const asked = sumsOf([anEngagement({ kind: "pricing-viewed", at: daysFromNow(-1) })], fast.terms);
  const hot = (points: number, overrides: Partial<Applicant> = {}) =>
    decideAtGate(anApplicant({ familiarity: { points, hot: true, sums: asked }, ...overrides }), fast, now);

  it("does not ask for the least familiarity of a lead that asked for something just now, and says so", () => {
    const { verdict, lane, reasons } = hot(9.5);
    expect([verdict, lane]).toEqual(["qualified", "fast"]);
    expect(reasons.at(-1)).toEqual({
      es: "Vía rápida: «Página de precios visitada» hace menos de 2 días; no se aplica el mínimo de familiaridad (tiene 9,5 de 30)",
      en: "Fast lane: “Pricing page viewed” less than 2 days ago; the familiarity minimum does not apply (has 9.5 of 30)",
    });
  });

  it("is shown beside the familiarity of a lead that has enough of it", () => {
    const { lane, reasons } = hot(31);
    expect(lane).toBe("fast");
    expect(reasons.slice(-2).map(({ en }) => en.slice(0, 18))).toEqual(["Familiarity points", "Fast lane: “Pricin"]);
  });

  it.each([
    ["fit", { fit: { points: 29, matched: 5 } }],
    ["matches", { fit: { points: 60, matched: 1 } }],
    ["a must-have", { lead: aLead("captured", { contact: { jobTitle: "Jefa de compras" } }) }],
    ["news since it was returned to marketing", { lead: aLead("captured", { returnedAt: now }) }],
  ])("asks for all else: %s", (_, overrides) => {
    const { verdict, lane, missing } = hot(9.5, overrides);
    expect([verdict, lane, missing.length]).toEqual(["not-yet", undefined, 1]);
  });

  it("does not apply to a disqualified lead", () => {
    const student = aLead("captured", { contact: { jobTitle: "Estudiante" } });
    expect(hot(9.5, { lead: student })).toMatchObject({ verdict: "disqualified", lane: undefined });
  });

  it("names what may have opened it when its time has run out since the score was made", () => {
    const late = decideAtGate(
      anApplicant({ familiarity: { points: 9, hot: true, sums: asked } }),
      fast,
      daysFromNow(1.0001),
    );
    expect(late.reasons.at(-1)?.en).toContain("“Pricing page viewed”");
  });
});

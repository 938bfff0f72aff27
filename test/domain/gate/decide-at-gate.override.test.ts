import { describe, expect, it } from "vitest";
import { decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import type { Override } from "../../../lambdas/domain/lead/lead.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { agreement, anApplicant, noSums } from "./applicant.ts";

describe("what marketing decided by hand", () => {
  const override = (verdict: Override["verdict"]) => ({
    verdict,
    reason: "Nos conoce de la feria",
    by: "Carla",
    at: now,
  });
  const cold = { fit: { points: 20, matched: 1 }, familiarity: { points: 5, sums: noSums } };
  const student = { jobTitle: "Estudiante" };

  it.each([
    ["qualified", "cualificado", "qualified", cold],
    ["not-yet", "todavía no cualificado", "not qualified yet", {}],
    ["disqualified", "descartado", "disqualified", {}],
  ] as const)("is the verdict, whatever the figures: %s", (verdict, es, en, figures) => {
    const lead = aLead("nurturing", { override: override(verdict) });
    const decision = decideAtGate(anApplicant({ ...figures, lead }), agreement, now);
    expect(decision).toMatchObject({ verdict, missing: [], lane: undefined });
    expect(decision.reasons[0]).toEqual({
      es: `Marketing (Carla) lo ha decidido a mano, ${es}: «Nos conoce de la feria»`,
      en: `Marketing (Carla) decided by hand, ${en}: “Nos conoce de la feria”`,
    });
    expect(decision.reasons).toHaveLength(5);
  });

  it("is shown beside the real figures, without advice", () => {
    const lead = aLead("nurturing", { override: override("qualified"), contact: student });
    const { reasons } = decideAtGate(anApplicant({ ...cold, lead }), agreement, now);
    expect(reasons.slice(1).map(({ en }) => en)).toEqual([
      "A student, not a buyer: “Estudiante” matches “estudiante”",
      "Must-have missing, Job title: “Estudiante” does not meet it",
      "Needs 1 more match with the buyer persona: has 1 of 2",
      "Needs 10 more fit points: has 20 of 30",
      "Needs 25 more familiarity points: has 5 of 30",
    ]);
  });

  it("keeps the fast lane of a lead that it qualifies", () => {
    const lead = aLead("nurturing", { override: override("qualified") });
    const decision = decideAtGate(
      anApplicant({ lead, familiarity: { points: 5, hot: true, sums: noSums } }),
      agreement,
      now,
    );
    expect(decision.lane).toBe("fast");
  });
});

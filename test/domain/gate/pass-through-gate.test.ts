import { describe, expect, it } from "vitest";
import { passThroughGate } from "../../../lambdas/domain/gate/pass-through-gate.ts";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

const agreement = anAgreement();
const at = daysFromNow(1);
const scores = { fit: { points: 45 }, familiarity: { points: 31.5 } };
const judged = { scores: { fit: 45, familiarity: 31.5 }, agreementVersion: agreement.version };

describe("passing through the gate", () => {
  it.each(["captured", "nurturing"] as const)(
    "a %s lead becomes an MQL with its scores and the agreement's version",
    (stage) => {
      const next = passThroughGate(aLead(stage), "qualified", scores, agreement, at);
      expect(next).toMatchObject({
        stage: "qualified",
        qualifiedAt: at,
        stageSince: at,
        because: "gate-passed",
        ...judged,
      });
      // Four working hours from Wednesday 10:30 in Madrid, with the lunch break between.
      expect(next).toMatchObject({ nextDueAt: "2026-03-11T15:00:00.000Z" });
    },
  );

  it.each(["captured", "nurturing"] as const)("a %s lead is disqualified", (stage) => {
    const next = passThroughGate(aLead(stage), "disqualified", scores, agreement, at);
    expect(next).toMatchObject({ stage: "disqualified", because: "gate-disqualified", ...judged });
  });

  it("a captured lead that is not ready goes to nurture", () => {
    const next = passThroughGate(aLead("captured"), "not-yet", scores, agreement, at);
    expect(next).toMatchObject({
      stage: "nurturing",
      because: "gate-not-yet",
      stageSince: at,
      nextDueAt: daysFromNow(8),
      ...judged,
    });
  });

  it("a nurtured lead that is not ready stays, since when it has been, with its new scores", () => {
    const lead = aLead("nurturing", {
      because: "gate-not-yet",
      scores: { fit: 1, familiarity: 2 },
      nurture: { touches: 2, lastAt: daysFromNow(0) },
      needsAttention: { error: "States.TaskFailed", at: daysFromNow(0) },
    });
    const next = passThroughGate(lead, "not-yet", scores, agreement, at);
    expect(next).toEqual({ ...lead, ...judged, nextDueAt: daysFromNow(8), needsAttention: undefined });
  });

  it("leaves a lead that the schema accepts, whatever the verdict", () => {
    for (const stage of ["captured", "nurturing"] as const)
      for (const verdict of ["qualified", "not-yet", "disqualified"] as const) {
        const next = passThroughGate(aLead(stage), verdict, scores, agreement, at);
        expect(LeadSchema.parse(next)).toEqual(next);
      }
  });
});

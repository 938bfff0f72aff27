import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import type { Decision } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { isAtGate, passThroughGate } from "../../../lambdas/domain/gate/pass-through-gate.ts";
import { type Lead, LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const at = daysFromNow(1);
const scores = {
  fit: { points: 45, persona: "operations", ids: ["decides", "spain"] },
  familiarity: { points: 31.5, ids: ["form-sent"] },
};
const matched = ["decides", "spain", "form-sent"];
const judged = {
  scores: { fit: 45, familiarity: 31.5, persona: "operations", grade: "A2", matched },
  agreementVersion: agreement.version,
  judgedAt: at,
};
const passed = (lead: Lead, verdict: Decision["verdict"], lane?: "fast") => {
  if (!isAtGate(lead)) throw new Error(`a ${lead.stage} lead is not at the gate`);
  return passThroughGate(lead, { verdict, lane }, scores, agreement, at);
};
const stages = ["captured", "nurturing", "qualified"] as const;
const verdicts = ["qualified", "not-yet", "disqualified"] as const;

describe("passing through the gate", () => {
  it.each(["captured", "nurturing"] as const)(
    "a %s lead becomes an MQL with its scores and the agreement's version",
    (stage) => {
      const next = passed(aLead(stage), "qualified");
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

  it.each(stages)("a %s lead is disqualified", (stage) => {
    const next = passed(aLead(stage), "disqualified");
    expect(next).toMatchObject({ stage: "disqualified", because: "gate-disqualified", ...judged });
  });

  it("a captured lead that is not ready goes to nurture", () => {
    const next = passed(aLead("captured"), "not-yet");
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
    const next = passed(lead, "not-yet");
    expect(next).toEqual({ ...lead, ...judged, nextDueAt: daysFromNow(8), needsAttention: undefined });
  });

  it("an MQL that has cooled before a rep had room is nurtured again", () => {
    const next = passed(aLead("qualified", { lane: "fast" }), "not-yet");
    expect(next).toMatchObject({
      stage: "nurturing",
      because: "gate-cooled",
      stageSince: at,
      nextDueAt: daysFromNow(8),
    });
    expect(next).toMatchObject(judged);
    expect(next.lane).toBeUndefined();
    // Should it qualify again in this cycle, it is no new MQL.
    expect(next.qualifiedAt).toBe(aLead("qualified").qualifiedAt);
  });

  it("an MQL that still is one stays so, since when it has been, with its new scores", () => {
    const lead = aLead("qualified", {
      because: "gate-passed",
      qualifiedAt: daysFromNow(-1),
      nextDueAt: daysFromNow(0.5),
      needsAttention: { error: "States.TaskFailed", at: now },
    });
    expect(passed(lead, "qualified", "fast")).toEqual({ ...lead, ...judged, lane: "fast", needsAttention: undefined });
    expect(passed({ ...lead, lane: "fast" }, "qualified").lane).toBeUndefined();
  });

  it("a lead in the fast lane is known as such", () => {
    expect(passed(aLead("captured"), "qualified", "fast").lane).toBe("fast");
  });

  it.each(stages)("a %s lead with an override names it as the cause of its move", (stage) => {
    for (const verdict of verdicts) {
      const lead = aLead(stage, { override: { verdict, reason: "Porque sí", by: "Carla", at: now } });
      const next = passed(lead, verdict);
      if (next.stage !== stage) expect([verdict, next.because]).toEqual([verdict, "gate-overridden"]);
      expect(next.override).toEqual(lead.override);
    }
  });

  it("leaves a lead that the schema accepts, whatever the verdict", () => {
    for (const stage of stages)
      for (const verdict of verdicts) {
        const next = passed(aLead(stage), verdict);
        expect(LeadSchema.parse(next)).toEqual(next);
      }
  });

  it("is for leads that were not handed off yet", () => {
    expect(StageSchema.options.filter((stage) => isAtGate(aLead(stage)))).toEqual(stages);
  });
});

import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { overrideGate } from "../../../lambdas/domain/gate/apply-override.ts";
import { LeadSchema, type Override } from "../../../lambdas/domain/lead/lead.ts";
import { startNextCycle } from "../../../lambdas/domain/lead/move.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const override: Override = { verdict: "qualified", reason: "Nos conoce de la feria", by: "Carla", at: daysFromNow(1) };

describe("deciding by hand", () => {
  it.each(["captured", "nurturing", "qualified"] as const)(
    "on a %s lead leaves it where it stands: the gate will say so",
    (stage) => {
      const lead = aLead(stage);
      expect(overrideGate(lead, override, agreement)).toEqual({ ok: true, lead: { ...lead, override } });
    },
  );

  it.each(["dormant", "disqualified"] as const)(
    "on a %s lead begins its next cycle, with the decision in force",
    (stage) => {
      const earlier = { ...override, verdict: "disqualified", at: now } as const;
      const lead = aLead(stage, { override: earlier, scores: { fit: 9, familiarity: 9 } });
      const overridden = overrideGate(lead, override, agreement);
      expect(overridden).toMatchObject({
        ok: true,
        lead: {
          stage: "captured",
          cycle: 2,
          because: "gate-overridden",
          stageSince: override.at,
          nextDueAt: "2026-03-11T10:30:00.000Z",
          override,
          scores: undefined,
        },
      });
      if (overridden.ok) expect(LeadSchema.parse(overridden.lead)).toEqual(overridden.lead);
    },
  );

  it("is refused once the lead was handed off, with its stage", () => {
    const refused = StageSchema.options.filter((stage) => !overrideGate(aLead(stage), override, agreement).ok);
    expect(refused).toEqual(["assigned", "handed-off", "accepted", "sales-qualified", "opportunity", "won", "lost"]);
    expect(overrideGate(aLead("accepted"), override, agreement)).toEqual({
      ok: false,
      reason: "the lead is past the gate (accepted): marketing can decide by hand only until the hand-off",
    });
  });

  it("ends with the cycle", () => {
    const lead = aLead("handed-off", { override });
    expect(startNextCycle(lead, "rejected:not-now", now, now).override).toBeUndefined();
  });

  it("may be decided otherwise, again by hand", () => {
    const lead = aLead("nurturing", { override: { ...override, verdict: "not-yet", at: now } });
    expect(overrideGate(lead, override, agreement)).toMatchObject({ ok: true, lead: { override } });
  });
});

import { describe, expect, it } from "vitest";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { applyAnswer, recycle } from "../../../lambdas/domain/outcome/answer-rules.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

const agreement = anAgreement();
const at = daysFromNow(1);
const scored = { scores: { fit: 45, familiarity: 33 }, nurture: { touches: 2, lastAt: daysFromNow(-9) } };

describe.each(["assigned", "handed-off"] as const)("the answer to a lead that is %s", (stage) => {
  const lead = aLead(stage, scored);

  it("accepted: the lead is the rep's, who is asked for the outcome when agreed", () => {
    const next = applyAnswer(lead, { kind: "accepted" }, agreement, at);
    expect(next).toMatchObject({
      stage: "accepted",
      acceptedAt: at,
      asked: 0,
      followUp: lead.followUp,
      because: "accepted",
    });
    expect(next).toMatchObject({ nextDueAt: daysFromNow(15), askAt: daysFromNow(15), scores: scored.scores });
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("rejected for a reason that recycles: marketing gets it back, in its next cycle", () => {
    const next = applyAnswer(lead, { kind: "rejected", reason: "not-now" }, agreement, at);
    expect(next).toMatchObject({ stage: "captured", cycle: 2, because: "rejected:not-now", givenBackAt: at });
    expect(next).toMatchObject({
      scores: undefined,
      nurture: undefined,
      nextDueAt: new Date(Date.parse(at) + 3_600_000).toISOString(),
    });
    expect("followUp" in next).toBe(false);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("rejected for a reason that disqualifies: the end of it", () => {
    const next = applyAnswer(lead, { kind: "rejected", reason: "not-a-buyer" }, agreement, at);
    expect(next).toMatchObject({ stage: "disqualified", cycle: 1, because: "rejected:not-a-buyer" });
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("is refused when its reason was never agreed", () => {
    expect(() => applyAnswer(lead, { kind: "rejected", reason: "invented" }, agreement, at)).toThrow(
      "no reject reason invented",
    );
  });
});

describe("an answer that comes late", () => {
  it("still counts, after every rung of the ladder", () => {
    const breached = aLead("handed-off", { followUp: { rung: 3 } });
    expect(applyAnswer(breached, { kind: "accepted" }, agreement, daysFromNow(30))).toMatchObject({
      stage: "accepted",
    });
  });
});

describe("recycling", () => {
  it.each(["assigned", "handed-off", "accepted"] as const)(
    "takes a lead that is %s back to marketing, unscored and marked",
    (stage) => {
      const next = recycle(aLead(stage, scored), "nobody-followed-up", agreement, at);
      expect(next).toMatchObject({
        stage: "captured",
        cycle: 2,
        because: "nobody-followed-up",
        givenBackAt: at,
        stageSince: at,
      });
      expect([next.scores, next.nurture]).toEqual([undefined, undefined]);
    },
  );
});

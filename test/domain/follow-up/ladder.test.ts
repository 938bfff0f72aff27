import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ladderOf } from "../../../lambdas/domain/follow-up/ladder.ts";
import { planFollowUp } from "../../../lambdas/domain/follow-up/plan-follow-up.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const sales = {
  followUp: "4 hours",
  remindAt: 0.5,
  escalation: [
    { after: "0 minutes", to: "manager" as const },
    { after: "2 hours", to: "director" as const },
  ],
  giveBackAfter: "6 hours",
};

describe("the ladder", () => {
  it("is the reminder, the agreed escalations counted from the deadline, and the give-back", () => {
    const agreement = anAgreement({ sla: { sales } });
    expect(ladderOf(planFollowUp("ana", now, agreement), agreement)).toEqual([
      { rung: 1, at: "2026-03-10T11:30:00.000Z", act: "remind", level: 0, to: "rep" },
      { rung: 2, at: "2026-03-10T13:30:00.000Z", act: "escalate", level: 1, to: "manager" },
      { rung: 3, at: "2026-03-10T15:30:00.000Z", act: "escalate", level: 2, to: "director" },
      { rung: 4, at: "2026-03-10T19:30:00.000Z", act: "give-back", level: 3, to: "rep" },
    ]);
  });

  it("always rises, without gaps, whatever mixture of working and plain time was agreed", () => {
    const length = fc
      .tuple(fc.nat(60), fc.constantFrom("hours", "working hours", "days", "working days"))
      .map(([count, unit]) => `${count} ${unit}`);
    const escalation = fc.array(
      fc.record({ after: length, to: fc.constantFrom("manager" as const, "director" as const) }),
      { minLength: 1, maxLength: 4 },
    );
    const terms = fc.record({ escalation, giveBackAfter: length });
    fc.assert(
      fc.property(terms, fc.double({ min: 0, max: 30, noNaN: true }), (agreed, day) => {
        const agreement = anAgreement({ sla: { sales: agreed } });
        const followUp = planFollowUp("ana", daysFromNow(day), agreement);
        const ladder = ladderOf(followUp, agreement);
        expect(ladder.map(({ rung }) => rung)).toEqual(ladder.map((_, i) => i + 1));
        expect(ladder.map(({ act }) => act)).toEqual([
          "remind",
          ...agreed.escalation.map(() => "escalate"),
          "give-back",
        ]);
        expect(ladder.map(({ level }) => level)).toEqual(ladder.map((_, i) => i));
        const instants = ladder.map(({ at }) => at);
        expect([...instants].sort()).toEqual(instants);
        expect(instants[1] !== undefined && instants[1] >= followUp.dueAt).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

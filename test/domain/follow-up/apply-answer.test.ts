import { describe, expect, it } from "vitest";
import { applyAnswer } from "../../../lambdas/domain/follow-up/apply-answer.ts";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const [ana, luis] = agreement.terms.team.reps;
if (ana === undefined || luis === undefined) throw new Error("the team of the tests");
const owners = { owner: ana };
const at = daysFromNow(1);
const scored = { scores: { fit: 45, familiarity: 33 }, nurture: { touches: 2, lastAt: daysFromNow(-9) } };

describe.each(["assigned", "handed-off"] as const)("the answer to a lead that is %s", (stage) => {
  const lead = aLead(stage, scored);

  it("accepted: the lead is the rep's, who is asked for the outcome when agreed", () => {
    const next = applyAnswer(lead, { kind: "accepted", how: "called" }, owners, agreement, at);
    expect(next).toMatchObject({
      stage: "accepted",
      acceptedAt: at,
      asked: 0,
      followUp: lead.followUp,
      because: "accepted",
      limitTold: false,
    });
    expect(next).toMatchObject({ askAt: daysFromNow(15), scores: scored.scores });
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("rejected for a reason that recycles: marketing gets it back, in its next cycle", () => {
    const next = applyAnswer(lead, { kind: "rejected", reason: "not-now" }, owners, agreement, at);
    expect(next).toMatchObject({ stage: "captured", cycle: 2, because: "rejected:not-now", returnedAt: at });
    expect(next).toMatchObject({ scores: undefined, nurture: undefined, recycled: { reason: "not-now", at } });
    expect("followUp" in next).toBe(false);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("rejected for a reason that disqualifies: the end of it", () => {
    const next = applyAnswer(lead, { kind: "rejected", reason: "not-a-buyer" }, owners, agreement, at);
    expect(next).toMatchObject({ stage: "disqualified", cycle: 1, because: "rejected:not-a-buyer" });
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("is refused when its reason was never agreed", () => {
    expect(() => applyAnswer(lead, { kind: "rejected", reason: "invented" }, owners, agreement, at)).toThrow(
      "no reject reason invented",
    );
  });

  it("passed on: a colleague has it, in the next turn, with at least the time that was left", () => {
    const next = applyAnswer(lead, { kind: "passed-on", to: "luis" }, { owner: ana, to: luis }, agreement, at);
    expect(next).toMatchObject({ stage: "assigned", cycle: 1, because: "passed-on", stageSince: at });
    expect(next).toMatchObject({
      followUp: { ownerId: "luis", turn: 1, earlier: ["ana"], assignedAt: at, firstAssignedAt: now, snoozes: 0 },
    });
    if (next.stage !== "assigned") throw new Error("it is assigned");
    expect(next.followUp.dueAt >= lead.followUp.dueAt).toBe(true);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("snoozed: it stays where it is, with the deadline that was asked for", () => {
    const until = "2026-03-16T11:00:00.000Z";
    const next = applyAnswer(lead, { kind: "snoozed", until, why: "De viaje" }, owners, agreement, at);
    expect(next).toMatchObject({
      stage,
      cycle: 1,
      stageSince: lead.stageSince,
      followUp: { dueAt: until, snoozes: 1 },
    });
    if (!("followUp" in next) || !("nextDueAt" in next)) throw new Error("it waits on");
    expect([next.nextDueAt, next.followUp.turn]).toEqual([next.followUp.reminderAt, 0]);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("more time: the deadline is later by what is agreed", () => {
    const next = applyAnswer(lead, { kind: "more-time", why: "Busco el teléfono" }, owners, agreement, at);
    expect(next).toMatchObject({ stage, followUp: { dueAt: "2026-03-13T09:30:00.000Z", extensions: 1, rung: 0 } });
  });
});

describe("an answer that comes late", () => {
  it("still counts, after every rung of the ladder", () => {
    const breached = aLead("handed-off", { followUp: { rung: 3 } });
    expect(applyAnswer(breached, { kind: "accepted" }, owners, agreement, daysFromNow(30))).toMatchObject({
      stage: "accepted",
    });
  });
});

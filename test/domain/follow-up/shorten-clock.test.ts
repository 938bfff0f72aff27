import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withShorterClock } from "../../../lambdas/domain/follow-up/shorten-clock.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const fastLane = [{ kind: "demo-requested", within: "2 days" }];
const agreement = anAgreement({ gate: { fastLane }, sla: { sales: { followUpFastLane: "15 working minutes" } } });
const owner = anOwner();
const form = { submissionId: "s-2", at: now, kinds: ["form-submitted", "demo-requested"] };

describe("a confirmed wish that must not wait", () => {
  it("gives the owner who has not answered the time that is agreed for it, from now on", () => {
    const lead = aLead("handed-off");
    const after = withShorterClock(lead, form, owner, agreement, now);
    expect(after).toMatchObject({ stage: "handed-off", lane: "fast", hurried: { submissionId: "s-2", at: now } });
    expect(after.followUp).toMatchObject({ dueAt: "2026-03-10T09:45:00.000Z", turn: 0, rung: 0, shortened: 1 });
    expect(after.nextDueAt).toBe(after.followUp.reminderAt);
    expect(withShorterClock(after, form, owner, agreement, now)).toBe(after);
  });

  it("is none when nothing of the fast lane was asked for, or too long ago", () => {
    const lead = aLead("handed-off");
    for (const other of [{ kinds: ["form-submitted"] }, { at: daysFromNow(-2.1) }])
      expect(withShorterClock(lead, { ...form, ...other }, owner, agreement, now)).toBe(lead);
  });

  it("never makes a clock longer, wherever it stands", () => {
    const minutes = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(minutes, minutes, (due, clicked) => {
        const lead = aLead("handed-off");
        const dueAt = new Date(Date.parse(now) + due * 60_000).toISOString();
        const at = new Date(Date.parse(now) + clicked * 60_000).toISOString();
        const running = { ...lead, followUp: { ...lead.followUp, dueAt } };
        const after = withShorterClock(running, { ...form, at }, owner, agreement, at);
        expect(after.followUp.dueAt <= dueAt).toBe(true);
        expect(after === running).toBe(after.followUp.dueAt === dueAt);
      }),
    );
  });
});

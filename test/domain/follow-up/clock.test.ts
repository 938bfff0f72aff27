import { describe, expect, it } from "vitest";
import { clockOf } from "../../../lambdas/domain/follow-up/clock.ts";
import { passOn, putOff } from "../../../lambdas/domain/follow-up/plan-follow-up.ts";
import type { Lead } from "../../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

/** Due on day 2, at the hour at which it was assigned. */
const waiting = aLead("handed-off", { lane: "fast", segment: "large" });
const stopped = (next: Lead, day: number) => clockOf(waiting, next, daysFromNow(day));

describe("a rep's clock", () => {
  it("is stopped by an answer, in time or not, and measures on after the deadline", () => {
    const accepted = aLead("accepted", { because: "accepted" });
    const day = 24 * 3600;
    expect(stopped(accepted, 1)).toMatchObject({ answered: true, inTime: true, responseSeconds: day });
    expect(stopped(accepted, 2)).toMatchObject({ answered: true, inTime: true, responseSeconds: 2 * day });
    expect(stopped(accepted, 9)).toMatchObject({ answered: true, inTime: false, responseSeconds: 9 * day });
    const rejected = aLead("captured", { cycle: 2, because: "rejected:not-now" });
    expect(stopped(rejected, 1)).toMatchObject({ answered: true, inTime: true, lane: "fast", segment: "large" });
  });

  it("is stopped without an answer when someone else gets the lead, or marketing", () => {
    const followUp = passOn(waiting, anOwner({ id: "luis" }), daysFromNow(3), anAgreement(), 2);
    const passed = aLead("assigned", { followUp, because: "reassigned:breach" });
    expect(stopped(passed, 3)).toMatchObject({ ownerId: "ana", turn: 0, answered: false, inTime: false });
    const back = aLead("captured", { cycle: 2, because: "nobody-followed-up" });
    expect(stopped(back, 5)).toMatchObject({ answered: false, inTime: false });
  });

  it("runs on while the same owner has it, snoozed or not", () => {
    const later = putOff(waiting.followUp, daysFromNow(4), anOwner(), anAgreement(), daysFromNow(1));
    expect(stopped({ ...waiting, followUp: later }, 1)).toBeUndefined();
    expect(stopped(aLead("handed-off", { followUp: { rung: 2 } }), 3)).toBeUndefined();
    expect(clockOf(aLead("accepted"), aLead("won"), daysFromNow(3))).toBeUndefined();
  });
});

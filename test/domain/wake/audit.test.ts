import { describe, expect, it } from "vitest";
import { openStages } from "../../../lambdas/contract/stages.ts";
import { isOpen, orphanhood } from "../../../lambdas/domain/wake/audit.ts";
import { leadOfExecution } from "../../../lambdas/domain/wake/plan-wake.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const owner = agreement.terms.team.reps[0];
const found = { isRunning: true, restarts: 0, owner };
const later = daysFromNow(0.5);
const farAway = daysFromNow(1000);

describe("an open lead", () => {
  it.each(openStages)("that is %s, with its journey and in time, is no orphan", (stage) => {
    expect(orphanhood(aLead(stage), found, later, agreement)).toBeUndefined();
  });

  it.each(openStages)("that is %s is an orphan without a journey", (stage) => {
    expect(orphanhood(aLead(stage), { ...found, isRunning: false }, later, agreement)).toBe("no-journey");
  });

  it.each(openStages)("that is %s is an orphan when it is due further away than its stage allows", (stage) => {
    const lead = aLead(stage, { nextDueAt: farAway });
    expect(orphanhood(lead, found, later, agreement)).toBe("due-too-late");
  });

  it.each(["assigned", "handed-off", "accepted", "sales-qualified", "opportunity"] as const)(
    "that is %s is an orphan in hands that the agreement does not know",
    (stage) => {
      expect(orphanhood(aLead(stage), { ...found, owner: undefined }, later, agreement)).toBe("owner-unknown");
    },
  );

  it("may be without a journey just after it changed", () => {
    const lead = aLead("captured");
    const died = { ...found, isRunning: false };
    expect(orphanhood(lead, died, now, agreement)).toBeUndefined();
    expect(orphanhood(lead, died, daysFromNow(1 / 720), agreement)).toBe("no-journey");
  });

  it("may be without a journey while its restart is snoozed", () => {
    const died = { ...found, isRunning: false, restarts: 3 };
    const lead = aLead("nurturing");
    expect(orphanhood(lead, { ...died, restartedAt: later }, later, agreement)).toBeUndefined();
    expect(orphanhood(lead, { ...died, restartedAt: now }, later, agreement)).toBe("no-journey");
  });

  it("that is overdue is found by its due time", () => {
    const lead = aLead("handed-off", { nextDueAt: now });
    expect(orphanhood(lead, { isRunning: false, restarts: 0, owner: undefined }, later, agreement)).toBeUndefined();
  });

  it("may wait as long as its cool-down, and as its own promise", () => {
    const recycled = { reason: "not-now", at: now, coolUntil: farAway };
    expect(orphanhood(aLead("captured", { nextDueAt: farAway, recycled }), found, later, agreement)).toBeUndefined();
    const promised = aLead("handed-off", { nextDueAt: farAway, followUp: { dueAt: farAway } });
    expect(orphanhood(promised, found, later, agreement)).toBeUndefined();
  });
});

it("a lead that has ended is not open", () => {
  expect([aLead("won"), aLead("dormant"), aLead("captured")].map(isOpen)).toEqual([false, false, true]);
});

it("an execution's name says which lead it is about", () => {
  expect(["lead-1.2", "lead-1.2.3", "other", "a.b.c"].map(leadOfExecution)).toEqual([
    "lead-1",
    "lead-1",
    undefined,
    undefined,
  ]);
});

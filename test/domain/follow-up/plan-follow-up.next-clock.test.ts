import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extend, nextTry, passOn, putOff, timeOfTurn } from "../../../lambdas/domain/follow-up/plan-follow-up.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const agreement = anAgreement();
const [ana, luis] = [anOwner(), anOwner({ id: "luis", name: "Luis Mora" })];
/** Ana's time was up on Thursday at 10:30 in Madrid; it is an hour later now, and the breach was notified. */
const late = "2026-03-12T10:30:00.000Z";
const broken = aLead("handed-off", { followUp: { rung: 2, snoozes: 1, extensions: 1, nobodyElseUntil: late } });

describe("the lead of someone else", () => {
  it("has a fresh and shorter clock, and still waits since the first owner got it", () => {
    const next = passOn(broken, luis, late, agreement, 2);
    // Four working hours from Thursday 11:30, with the lunch break.
    expect(next).toEqual({
      ownerId: "luis",
      assignedAt: late,
      agreed: "4 working hours",
      agreementVersion: "agreement-of-the-tests",
      firstAssignedAt: now,
      reminderAt: "2026-03-12T15:00:00.000Z",
      dueAt: "2026-03-12T16:00:00.000Z",
      rung: 0,
      turn: 1,
      earlier: ["ana"],
      stepsDone: 2,
      snoozes: 0,
      extensions: 0,
    });
    const again = passOn({ ...broken, followUp: next }, ana, late, agreement, 4);
    expect(again).toMatchObject({ turn: 2, earlier: ["ana", "luis"], firstAssignedAt: now, stepsDone: 4 });
  });

  it("has no more time than leads such as this one are promised", () => {
    const fast = { ...broken, lane: "fast" as const };
    expect(passOn(fast, luis, late, agreement, 2).dueAt).toBe("2026-03-12T10:45:00.000Z");
    expect(timeOfTurn(fast, { turn: 1, assignedAt: late }, luis, agreement)).toBe("15 working minutes");
    expect(timeOfTurn(broken, { turn: 1, assignedAt: late }, luis, agreement)).toBe("4 working hours");
    expect(timeOfTurn(broken, broken.followUp, ana, agreement)).toBe("2 working days");
  });

  it("handed on by hand, before its time is up, keeps at least the time that was left", () => {
    const next = passOn(aLead("handed-off"), luis, now, agreement);
    expect(next).toMatchObject({ dueAt: "2026-03-12T09:30:00.000Z", stepsDone: 0, rung: 0 });
    expect(next.reminderAt > now && next.reminderAt < next.dueAt).toBe(true);
    expect(passOn(broken, luis, late, agreement).dueAt).toBe("2026-03-12T16:00:00.000Z");
    expect(passOn(aLead("handed-off"), luis, now, agreement, 0).dueAt).toBe("2026-03-10T15:00:00.000Z");
  });

  it("of someone who had accepted it starts again too", () => {
    const next = passOn(aLead("opportunity"), luis, daysFromNow(30), agreement, 0);
    expect(next).toMatchObject({ ownerId: "luis", turn: 1, firstAssignedAt: now, earlier: ["ana"] });
    expect(next.dueAt > daysFromNow(30)).toBe(true);
  });
});

describe("more time", () => {
  it("snoozed until a Saturday: due at the next opening, with the whole ladder before it again", () => {
    const next = putOff(broken.followUp, "2026-03-14T11:00:00.000Z", ana, agreement, late);
    expect(next).toMatchObject({ dueAt: "2026-03-16T08:00:00.000Z", rung: 0, snoozes: 2, extensions: 1, turn: 0 });
    expect(next.nobodyElseUntil).toBeUndefined();
    // Of 11.5 working hours until then three quarters are over on Friday at 12:07:30.
    expect(next.reminderAt).toBe("2026-03-13T11:07:30.000Z");
  });

  it("asked for: from the deadline, or from now when it is over", () => {
    expect(extend(aLead("handed-off").followUp, ana, agreement, now)).toMatchObject({
      dueAt: "2026-03-13T09:30:00.000Z",
      extensions: 1,
    });
    expect(extend(broken.followUp, ana, agreement, late).dueAt).toBe("2026-03-13T10:30:00.000Z");
  });

  it("never brings the deadline nearer, and reminds strictly before it", () => {
    const day = fc.double({ min: 0, max: 40, noNaN: true }).map(daysFromNow);
    fc.assert(
      fc.property(day, day, (at, until) => {
        const [off, more] = [
          putOff(broken.followUp, until, ana, agreement, at),
          extend(broken.followUp, ana, agreement, at),
        ];
        for (const { dueAt, reminderAt } of [off, more].filter(({ dueAt }) => dueAt > at)) {
          expect(dueAt >= broken.followUp.dueAt).toBe(true);
          expect(at < reminderAt && reminderAt < dueAt).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it("is tried again after the agreed pause of the company's working time", () => {
  expect(nextTry("2026-03-10T17:00:00.000Z", agreement)).toBe("2026-03-11T08:30:00.000Z");
});

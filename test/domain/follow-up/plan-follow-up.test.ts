import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedTime, planFollowUp } from "../../../lambdas/domain/follow-up/plan-follow-up.ts";
import { anAgreement, roundTheClock } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const plan = (followUp: string, reminderShare: number, at = now, company = {}) =>
  planFollowUp(anOwner(), {}, at, anAgreement({ company, sla: { sales: { followUp, reminderShare } } }));

describe("planning the follow-up", () => {
  it("promises an answer in the agreed working time, with a reminder after its agreed share", () => {
    // Tuesday 10:30 in Madrid; eight working hours a day, half of the first two hours and a half are over by 11:45.
    expect(plan("5 working hours", 0.5)).toEqual({
      ownerId: "ana",
      assignedAt: now,
      agreed: "5 working hours",
      agreementVersion: "agreement-of-the-tests",
      firstAssignedAt: now,
      turn: 0,
      earlier: [],
      stepsDone: 0,
      snoozes: 0,
      extensions: 0,
      reminderAt: "2026-03-10T12:00:00.000Z",
      dueAt: "2026-03-10T16:00:00.000Z",
      rung: 0,
    });
  });

  it("lets no weekend count, nor remind in it", () => {
    const friday = "2026-03-13T13:00:00.000Z";
    expect(plan("4 working hours", 0.5, friday)).toMatchObject({
      reminderAt: "2026-03-16T09:00:00.000Z",
      dueAt: "2026-03-16T11:00:00.000Z",
    });
  });

  it("takes plain time as it is", () => {
    expect(plan("20 seconds", 0.5)).toMatchObject({
      reminderAt: "2026-03-10T09:30:10.000Z",
      dueAt: "2026-03-10T09:30:20.000Z",
    });
  });

  it("takes what was agreed for the fast lane, else for the segment, else for all", () => {
    const agreement = anAgreement();
    expect(agreedTime({}, agreement)).toBe("2 working days");
    expect(agreedTime({ segment: "large" }, agreement)).toBe("1 working day");
    expect(agreedTime({ segment: "large", lane: "fast" }, agreement)).toBe("15 working minutes");
    expect(planFollowUp(anOwner(), { lane: "fast" }, now, agreement).dueAt).toBe("2026-03-10T09:45:00.000Z");
  });

  it("runs by the owner's clocks, hours and days off", () => {
    const mexico = anOwner({ timeZone: "America/Mexico_City", absences: [{ from: "2026-03-10", to: "2026-03-10" }] });
    // Their Wednesday begins at 9:00 in Mexico, 15:00 UTC.
    expect(planFollowUp(mexico, { lane: "fast" }, now, anAgreement()).dueAt).toBe("2026-03-11T15:15:00.000Z");
  });

  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const length = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((count) => `${count} working hours`),
    fc.integer({ min: 1, max: 5 }).map((count) => `${count} working days`),
    fc.integer({ min: 5, max: 900 }).map((count) => `${count} working minutes`),
    fc.integer({ min: 10, max: 900 }).map((count) => `${count} seconds`),
  );
  const instant = fc.double({ min: 0, max: 300, noNaN: true }).map(daysFromNow);

  it("always reminds strictly between assignment and deadline", () => {
    fc.assert(
      fc.property(length, share, instant, (followUp, reminderAt, at) => {
        const planned = plan(followUp, reminderAt, at);
        expect(planned.reminderAt > at).toBe(true);
        expect(planned.reminderAt < planned.dueAt).toBe(true);
      }),
    );
  });

  it("always reminds in working hours when the promise is in working time", () => {
    const inMadrid = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Madrid",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    const worked = fc.oneof(length.filter((text) => text.includes("working")));
    fc.assert(
      fc.property(worked, share, instant, (followUp, reminderAt, at) => {
        const parts = Object.fromEntries(
          inMadrid
            .formatToParts(new Date(plan(followUp, reminderAt, at).reminderAt))
            .map(({ type, value }) => [type, value]),
        );
        const time = `${parts.hour}:${parts.minute}`;
        expect(["Mon", "Tue", "Wed", "Thu", "Fri"]).toContain(parts.weekday);
        expect(time >= "09:00" && time <= "18:30").toBe(true);
      }),
    );
  });

  it("in round-the-clock hours reminds at exactly the agreed share", () => {
    const company = { workingHours: roundTheClock, timeZone: "UTC" };
    expect(
      planFollowUp(
        anOwner(),
        {},
        now,
        anAgreement({ company, sla: { sales: { followUp: "10 working hours", reminderShare: 0.75 } } }),
      ),
    ).toMatchObject({
      reminderAt: "2026-03-10T17:00:00.000Z",
      dueAt: "2026-03-10T19:30:00.000Z",
    });
  });
});

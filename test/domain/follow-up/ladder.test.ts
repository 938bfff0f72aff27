import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Escalation } from "../../../lambdas/contract/agreement.ts";
import { ladderOf, rungAfter } from "../../../lambdas/domain/follow-up/ladder.ts";
import { planFollowUp } from "../../../lambdas/domain/follow-up/plan-follow-up.ts";
import type { Owner } from "../../../lambdas/domain/team/owner.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const sales = {
  followUp: "4 hours",
  reminderShare: 0.5,
  escalation: [
    { after: "0 minutes", to: "manager" as const },
    { after: "2 hours", to: "director" as const },
  ],
  returnAfter: "6 hours",
};

const passingOn: Escalation[] = [
  { after: "0 hours", to: "manager" },
  { after: "1 hour", reassign: true },
  { after: "0 hours", to: "manager" },
  { after: "1 hour", to: "director" },
];

const ladder = (terms: object, followUp: object = {}, owner: Owner = anOwner(), at = now) => {
  const agreement = anAgreement({ sla: { sales: { ...sales, ...terms } } });
  return ladderOf({ ...planFollowUp(owner, {}, at, agreement), ...followUp }, owner, agreement);
};

describe("the ladder", () => {
  it("is the reminder, the agreed escalations counted from the deadline, and the return to marketing", () => {
    expect(ladder({})).toEqual([
      { rung: 1, at: "2026-03-10T11:30:00.000Z", act: "remind", level: 0, to: "rep" },
      { rung: 2, at: "2026-03-10T13:30:00.000Z", act: "escalate", level: 1, to: "manager", step: 0 },
      { rung: 3, at: "2026-03-10T15:30:00.000Z", act: "escalate", level: 2, to: "director", step: 1 },
      { rung: 4, at: "2026-03-10T19:30:00.000Z", act: "return-to-marketing", level: 3, to: "rep" },
    ]);
  });

  it("reassigns the lead, and counts what follows from the deadline that the next owner would have", () => {
    const rungs = ladder({ escalation: passingOn, reassignedWithin: "3 hours", returnAfter: "8 hours" });
    expect(rungs.map(({ act, at, level }) => [act, at.slice(11, 16), level])).toEqual([
      ["remind", "11:30", 0],
      ["escalate", "13:30", 1],
      ["reassign", "14:30", 1],
      ["escalate", "17:30", 2],
      ["escalate", "18:30", 3],
      ["return-to-marketing", "21:30", 4],
    ]);
    expect(rungAfter(rungs, 0)?.act).toBe("escalate");
    expect(rungAfter(rungs, 1)?.act).toBe("reassign");
    expect(rungAfter(rungs, 2)?.to).toBe("director");
    expect(rungAfter(rungs, 4)).toBeUndefined();
  });

  it("goes on from the steps that earlier owners have used up, with levels of this owner's own", () => {
    const rungs = ladder({ escalation: passingOn, returnAfter: "8 hours" }, { stepsDone: 2, turn: 1 });
    expect(rungs.map(({ act, level, step }) => [act, level, step])).toEqual([
      ["remind", 0, undefined],
      ["escalate", 1, 2],
      ["escalate", 2, 3],
      ["return-to-marketing", 3, undefined],
    ]);
    expect(ladder({ escalation: passingOn }, { stepsDone: 9 }).map(({ act }) => act)).toEqual([
      "remind",
      "return-to-marketing",
    ]);
  });

  it("counts working time by the owner's calendar, and lets no day off snoozed what follows a broken promise", () => {
    const escalation: Escalation[] = [{ after: "2 working hours", to: "manager" }];
    const followUp = { reminderAt: "2026-03-10T10:00:00.000Z", dueAt: "2026-03-10T16:30:00.000Z" };
    const at = (owner: Owner) => ladder({ escalation }, followUp, owner)[1]?.at;
    expect(at(anOwner())).toBe("2026-03-11T09:00:00.000Z");
    expect(at(anOwner({ timeZone: "America/Mexico_City" }))).toBe("2026-03-10T18:30:00.000Z");
    const away = anOwner({ absences: [{ from: "2026-03-11", to: "2026-03-20" }] });
    expect(at(away)).toBe("2026-03-11T09:00:00.000Z");
  });

  it("notifies the director when the owner is a manager", () => {
    const { manager: _, ...pablo } = anOwner({ id: "pablo", name: "Pablo Rey" });
    expect(ladder({}, {}, pablo).map(({ to }) => to)).toEqual(["rep", "director", "director", "rep"]);
  });

  it("always rises, without gaps, whatever mixture of working and plain time was agreed", () => {
    const length = fc
      .tuple(fc.nat(60), fc.constantFrom("hours", "working hours", "days", "working days"))
      .map(([count, unit]) => `${count} ${unit}`);
    const step = fc.oneof(
      fc.record({ after: length, to: fc.constantFrom("manager" as const, "director" as const) }),
      fc.record({ after: length, reassign: fc.constant(true as const) }),
    );
    const terms = fc.record({
      escalation: fc.array(step, { minLength: 1, maxLength: 5 }),
      reassignedWithin: length,
      returnAfter: length,
    });
    const zone = fc.constantFrom("Europe/Madrid", "Atlantic/Canary", "America/Mexico_City");
    fc.assert(
      fc.property(
        terms,
        zone,
        fc.nat(5),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (agreed, timeZone, done, day) => {
          const agreement = anAgreement({ sla: { sales: agreed } });
          const owner = anOwner({ timeZone });
          const followUp = { ...planFollowUp(owner, {}, daysFromNow(day), agreement), stepsDone: done };
          const rungs = ladderOf(followUp, owner, agreement);
          const left = agreed.escalation.slice(done);
          expect(rungs.map(({ rung }) => rung)).toEqual(rungs.map((_, i) => i + 1));
          expect(rungs.map(({ act }) => act)).toEqual([
            "remind",
            ...left.map((each) => ("to" in each ? "escalate" : "reassign")),
            "return-to-marketing",
          ]);
          const told = rungs.filter(({ act }) => act !== "reassign");
          expect(told.map(({ level }) => level)).toEqual(told.map((_, i) => i));
          const instants = rungs.map(({ at }) => at);
          expect([...instants].sort()).toEqual(instants);
          expect(instants[1] !== undefined && instants[1] >= followUp.dueAt).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

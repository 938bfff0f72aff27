import { describe, expect, it } from "vitest";
import { leftOf, putOffRange, refusalOf } from "../../../lambdas/domain/follow-up/answer-limits.ts";
import { possibleOwners } from "../../../lambdas/domain/follow-up/colleagues.ts";
import type { RepNow } from "../../../lambdas/domain/team/rep-now.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const agreement = anAgreement();
const [ana, luis] = agreement.terms.team.reps;
if (ana === undefined || luis === undefined) throw new Error("the team of the tests");
const lead = aLead("handed-off");
const { followUp } = lead;
const team = (over: Partial<RepNow> = {}): RepNow[] => [
  { rep: ana, settingsVersion: 0, open: 1, newThisWeek: 1, newAtMost: ana.capacity.newPerWeek },
  { rep: luis, settingsVersion: 0, open: 0, newThisWeek: 0, newAtMost: luis.capacity.newPerWeek, ...over },
];
const limits = { followUp, owner: ana, agreement, now, possible: possibleOwners(lead, team(), agreement, now) };
const until = (at: string) => refusalOf({ kind: "snoozed", until: at, why: "De viaje" }, limits);

describe("putting a lead off", () => {
  it("is possible from the deadline on, for as long as agreed", () => {
    expect(putOffRange(followUp, ana, agreement, now)).toEqual({
      after: followUp.dueAt,
      latest: "2026-03-19T09:30:00.000Z",
      suggested: "2026-03-13T09:30:00.000Z",
    });
    expect(until(followUp.dueAt)).toBe("until-too-early");
    expect(until("2026-03-19T09:30:00.000Z")).toBeUndefined();
    expect(until("2026-03-19T09:30:00.001Z")).toBe("until-too-late");
  });

  it("counts from now when the deadline is over", () => {
    const late = "2026-03-13T09:30:00.000Z";
    expect(putOffRange(followUp, ana, agreement, late)).toMatchObject({
      after: late,
      latest: "2026-03-20T09:30:00.000Z",
    });
  });

  it("ends, and so does asking for more time, when the agreed number is used up", () => {
    const spent = { ...followUp, snoozes: 1, extensions: 1 };
    expect(leftOf(followUp, agreement)).toEqual({ snoozes: 1, extensions: 1 });
    expect(leftOf(spent, agreement)).toEqual({ snoozes: 0, extensions: 0 });
    const after = { ...limits, followUp: spent };
    const snoozed = { kind: "snoozed", until: "2026-03-13T09:30:00.000Z", why: "r" } as const;
    expect(refusalOf(snoozed, after)).toBe("snooze-used-up");
    expect(refusalOf({ kind: "more-time", why: "r" }, after)).toBe("more-time-used-up");
    expect(refusalOf({ kind: "more-time", why: "r" }, limits)).toBeUndefined();
    expect(refusalOf({ kind: "accepted" }, after)).toBeUndefined();
  });
});

describe("passing a lead on", () => {
  const to = (id: string, possible = limits.possible) =>
    refusalOf({ kind: "passed-on", to: id }, { ...limits, possible });

  it("goes to an eligible rep, or to a manager; not to the owner, nor to outsiders", () => {
    expect(limits.possible.map(({ colleague }) => colleague.id)).toEqual(["luis", "pablo"]);
    expect(["luis", "pablo", "ana", "nobody"].map((id) => to(id))).toEqual([
      undefined,
      undefined,
      "colleague-unknown",
      "colleague-unknown",
    ]);
  });

  it.each([
    [{ open: 12 }, "sin capacidad: 12 de 12 abiertos"],
    [{ newThisWeek: 5 }, "sin capacidad: 5 de 5 esta semana"],
  ])("does not go to who is full, and says why: %j", (over, why) => {
    const possible = possibleOwners(lead, team(over), agreement, now);
    expect(possible[0]).toMatchObject({ can: "not-while-full", why: { es: why } });
    expect(to("luis", possible)).toBe("colleague-full");
  });

  it("does not go to a colleague who is away", () => {
    const away = { ...luis, absences: [{ from: "2026-03-10", to: "2026-03-12" }] };
    const possible = possibleOwners(lead, team({ rep: away }), agreement, now);
    expect(to("luis", possible)).toBe("colleague-away");
  });
});

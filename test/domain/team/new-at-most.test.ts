import { describe, expect, it } from "vitest";
import type { Rep } from "../../../lambdas/contract/agreement.ts";
import { chooseRep } from "../../../lambdas/domain/hand-off/choose-rep.ts";
import { newAtMost } from "../../../lambdas/domain/team/new-at-most.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { aRep, aRepNow } from "../../builders/rep-now.ts";

const agreement = anAgreement();
const thursday = "2026-03-12T09:30:00.000Z";
const ofWeek = (some: Partial<Rep>, at = thursday) => newAtMost(aRep("ana", some), agreement, at);
const monToWed = { from: "2026-03-09", to: "2026-03-11" };

describe("how many new leads a rep gets in a week", () => {
  it.each<[number, Partial<Rep>]>([
    [10, {}],
    [4, { absences: [monToWed] }],
    [4, { absences: [{ from: "2026-02-02", to: "2026-03-10" }, monToWed] }],
    [10, { absences: [{ from: "2026-03-14", to: "2026-03-22" }] }],
    [2, { starts: "2026-03-13" }],
    [6, { leaves: "2026-03-11" }],
    [1, { absences: [{ from: "2026-03-09", to: "2026-03-13" }] }],
    [2, { absences: [monToWed], capacity: { newPerWeek: 3, openAtMost: 9 } }],
    [0, { absences: [monToWed], capacity: { newPerWeek: 0, openAtMost: 9 } }],
  ])("is %i: in proportion to the working days on which they are there", (most, some) => {
    expect(ofWeek(some)).toBe(most);
  });

  it("counts no holiday, and goes by the company's week", () => {
    const free = anAgreement({}, { holidays: ["2026-03-09"] });
    expect(newAtMost(aRep("ana", { absences: [monToWed] }), free, thursday)).toBe(5);
    const lateOnSunday = "2026-03-15T22:59:59.000Z";
    expect(ofWeek({ absences: [monToWed] }, lateOnSunday)).toBe(4);
    expect(ofWeek({ absences: [monToWed] }, "2026-03-15T23:00:00.000Z")).toBe(10);
  });

  it("lets one who is back on Thursday have their part, not everything until they have caught up", () => {
    const reps = [aRep("ana", { absences: [monToWed] }), aRep("luis"), aRep("eva")];
    const given = new Map([
      ["ana", 0],
      ["luis", 5],
      ["eva", 5],
    ]);
    const got = Array.from({ length: 6 }, (_, i) => {
      const team = reps.map((rep) =>
        aRepNow(rep, given.get(rep.id), { newAtMost: newAtMost(rep, agreement, thursday) }),
      );
      const { rep, explanation } = chooseRep(aLead("qualified", { leadId: `lead-${i}` }), team, agreement, thursday);
      const id = rep?.rep.id ?? "nobody";
      if (i === 0) expect(explanation.en).toContain("Ana: 0 of 4 this week");
      given.set(id, (given.get(id) ?? 0) + 1);
      return id;
    });
    expect(got.filter((id) => id === "ana")).toHaveLength(2);
  });
});

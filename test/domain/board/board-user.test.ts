import { describe, expect, it } from "vitest";
import { boardUserOf, maySee } from "../../../lambdas/domain/board/board-user.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const user = (username: string, groups: unknown) => boardUserOf({ username, "cognito:groups": groups }, agreement);

describe("the signed-in user", () => {
  it.each([["[rep]"], [["rep"]], ['["rep"]'], ["rep"]])("has the one role of the token, written as %j", (groups) => {
    expect(user("ana", groups)).toEqual({ user: "ana", role: "rep", colleagueId: "ana" });
  });

  it("need not be a colleague to run the system, but to sell", () => {
    expect(user("olga", "[operations]")).toEqual({ user: "olga", role: "operations" });
    expect(user("olga", "[rep]")).toBeUndefined();
  });

  it("is no one without a role, with two, or without a name", () => {
    expect(user("ana", undefined)).toBeUndefined();
    expect(user("ana", "[]")).toBeUndefined();
    expect(user("ana", "[admin]")).toBeUndefined();
    expect(user("ana", "[rep manager]")).toBeUndefined();
    expect(boardUserOf({ "cognito:groups": "[rep]" }, agreement)).toBeUndefined();
    expect(boardUserOf(undefined, agreement)).toBeUndefined();
  });

  it("sees own leads only as a rep, open and closed ones, and all of them in every other role", () => {
    const [ana, luis] = [user("ana", "[rep]"), user("luis", "[rep]")];
    if (ana === undefined || luis === undefined) throw new Error("the reps are in the agreement");
    const leads = [aLead("handed-off"), aLead("won"), aLead("lost")];
    expect(leads.map((lead) => maySee(ana, lead))).toEqual([true, true, true]);
    expect(leads.map((lead) => maySee(luis, lead))).toEqual([false, false, false]);
    expect(maySee(ana, aLead("nurturing"))).toBe(false);
    for (const role of ["marketing", "manager", "operations"] as const)
      expect(maySee({ user: "olga", role }, aLead("nurturing"))).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { nobodyElse } from "../../../lambdas/domain/escalation/nobody-else.ts";
import { whyReassign } from "../../../lambdas/domain/escalation/why-reassign.ts";
import { judgeSla } from "../../../lambdas/domain/follow-up/judge-sla.ts";
import { ladderOf } from "../../../lambdas/domain/follow-up/ladder.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const agreement = anAgreement({
  sla: {
    sales: {
      escalation: [
        { after: "1 day", to: "manager" },
        { after: "2 days", to: "director" },
      ],
      returnAfter: "3 days",
    },
  },
});
const ana = anOwner();
/** Reminder on day 1, deadline on day 2, breaches on days 3 and 4, return to marketing on day 5. */
const waiting = (rung: number) =>
  aLead("handed-off", { followUp: { reminderAt: daysFromNow(1), dueAt: daysFromNow(2), rung } });
const judge = (rung: number, day: number) => judgeSla(waiting(rung), ana, agreement, daysFromNow(day));

describe("judging the follow-up", () => {
  it.each([
    { rung: 0, day: 0, judged: { verdict: "wait", until: daysFromNow(1) } },
    { rung: 0, day: 1, judged: { verdict: "remind", rung: 1 } },
    { rung: 1, day: 1, judged: { verdict: "wait", until: daysFromNow(3) } },
    { rung: 1, day: 3, judged: { verdict: "escalate", rung: 2 } },
    { rung: 2, day: 3, judged: { verdict: "wait", until: daysFromNow(4) } },
    { rung: 2, day: 4, judged: { verdict: "escalate", rung: 3 } },
    { rung: 3, day: 4.9, judged: { verdict: "wait", until: daysFromNow(5) } },
    { rung: 3, day: 5, judged: { verdict: "return-to-marketing", rung: 4 } },
  ])("on day $day with $rung rungs climbed: $judged", ({ rung, day, judged }) => {
    expect(judge(rung, day)).toEqual(judged);
  });

  it("after an outage leaves out the late reminder, and climbs the escalations one by one", () => {
    expect(judge(0, 30)).toEqual({ verdict: "escalate", rung: 2 });
    expect(judge(2, 30)).toEqual({ verdict: "escalate", rung: 3 });
    expect(judge(3, 30)).toEqual({ verdict: "return-to-marketing", rung: 4 });
  });

  it("still reminds late while the breach is not yet due", () => {
    expect(judge(0, 2.9)).toEqual({ verdict: "remind", rung: 1 });
  });

  it("ends the wait of a lead that has climbed higher than a newer agreement goes", () => {
    expect(judge(7, 4)).toEqual({ verdict: "wait", until: daysFromNow(5) });
    expect(judge(7, 5)).toEqual({ verdict: "return-to-marketing", rung: 4 });
  });

  it.each(StageSchema.options)("a lead that is %s", (stage) => {
    const { verdict } = judgeSla(aLead(stage), ana, agreement, daysFromNow(60));
    expect(verdict).toBe(stage === "assigned" || stage === "handed-off" ? "escalate" : "answered");
  });

  it("always ends in the return to marketing, however late each look is, with every escalation on the way", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 20, maxLength: 20 }), (delays) => {
        const acts: string[] = [];
        let [rung, day] = [0, 0];
        for (const delay of delays) {
          const judged = judge(rung, day);
          if (judged.verdict === "answered") throw new Error("nobody answered");
          if (judged.verdict === "wait") {
            const until = (Date.parse(judged.until) - Date.parse(daysFromNow(0))) / 86_400_000;
            expect(until).toBeGreaterThan(day);
            day = until + delay;
            continue;
          }
          acts.push(judged.verdict);
          if (judged.verdict === "return-to-marketing") break;
          expect(judged.rung).toBeGreaterThan(rung);
          rung = judged.rung;
        }
        expect(acts.filter((act) => act !== "remind")).toEqual(["escalate", "escalate", "return-to-marketing"]);
      }),
    );
  });

  it("never acts before its rung is due", () => {
    fc.assert(
      fc.property(fc.nat(4), fc.double({ min: 0, max: 8, noNaN: true }), (climbed, day) => {
        const judged = judge(climbed, day);
        if (!("rung" in judged)) return;
        const due = ladderOf(waiting(climbed).followUp, ana, agreement).find(({ rung }) => rung === judged.rung);
        expect(due !== undefined && due.at <= daysFromNow(day)).toBe(true);
      }),
    );
  });
});

describe("judging the follow-up of who cannot answer", () => {
  const off = (from: string, to: string) => anOwner({ absences: [{ from, to }] });

  it.each([
    ["is away", off("2026-03-10", "2026-03-12")],
    ["has left", anOwner({ leaves: "2026-03-09" })],
  ])("passes the lead of one who %s on, whatever rung it stands on", (_, owner) => {
    for (const rung of [0, 1, 2, 3])
      expect(judgeSla(waiting(rung), owner, agreement, daysFromNow(0))).toEqual({ verdict: "reassign", rung: 0 });
  });

  it("waits until the next try while no one can take it, and climbs what is due meanwhile", () => {
    const owner = off("2026-03-10", "2026-03-20");
    const tried = (rung: number, until: string) => {
      const lead = waiting(rung);
      return { ...lead, followUp: { ...lead.followUp, nobodyElseUntil: until } };
    };
    const at = (lead: ReturnType<typeof tried>, day: number) => judgeSla(lead, owner, agreement, daysFromNow(day));
    expect(at(tried(0, daysFromNow(0.5)), 0)).toEqual({ verdict: "wait", until: daysFromNow(0.5) });
    expect(at(tried(0, daysFromNow(2)), 0)).toEqual({ verdict: "wait", until: daysFromNow(1) });
    expect(at(tried(0, daysFromNow(2)), 1)).toEqual({ verdict: "remind", rung: 1 });
    expect(at(tried(0, daysFromNow(0.5)), 0.5)).toEqual({ verdict: "reassign", rung: 0 });
    const left = anOwner({ leaves: "2026-03-09" });
    expect(judgeSla(tried(0, daysFromNow(2)), left, agreement, daysFromNow(0))).toMatchObject({ verdict: "reassign" });
  });

  it("leaves the lead with an owner who comes back, or leaves later", () => {
    expect(judgeSla(waiting(0), off("2026-03-01", "2026-03-09"), agreement, daysFromNow(0)).verdict).toBe("wait");
    expect(judgeSla(waiting(0), off("2026-03-11", "2026-03-19"), agreement, daysFromNow(0)).verdict).toBe("wait");
  });
});

describe("judging a follow-up that is to be passed on", () => {
  const passing = anAgreement({
    sla: {
      sales: {
        escalation: [
          { after: "0 hours", to: "manager" },
          { after: "4 hours", reassign: true },
          { after: "0 hours", to: "manager" },
          { after: "4 hours", reassign: true },
          { after: "0 hours", to: "director" },
        ],
        reassignedWithin: "4 hours",
        returnAfter: "3 days",
        capacityRetry: "1 hour",
      },
    },
  });

  it("reports the rung, and which steps are used up", () => {
    const lead = waiting(2);
    expect(judgeSla(lead, ana, passing, daysFromNow(2 + 4 / 24))).toEqual({ verdict: "reassign", rung: 3 });
    expect(whyReassign(lead, ana, passing, daysFromNow(2 + 4 / 24))).toMatchObject({ because: "breach", stepsDone: 2 });
    expect(whyReassign(lead, ana, passing, daysFromNow(2 + 3 / 24))).toBeUndefined();
    expect(whyReassign(waiting(3), ana, passing, daysFromNow(2.2))).toMatchObject({ rung: 3, stepsDone: 2 });
    expect(whyReassign(waiting(5), ana, passing, daysFromNow(3))).toMatchObject({ rung: 5, stepsDone: 4 });
  });

  it("keeps an accepted lead with its owner until they leave", () => {
    const [lead, away] = [aLead("accepted"), anOwner({ absences: [{ from: "2026-03-01", to: "2026-04-01" }] })];
    expect(whyReassign(lead, away, passing, daysFromNow(0))).toBeUndefined();
    expect(whyReassign(lead, anOwner({ leaves: "2026-03-09" }), passing, daysFromNow(0))).toMatchObject({
      because: "left",
      rung: 0,
    });
  });

  /** Judge, and what its verdict does, while no one can take the lead: as the journey's states follow each other. */
  const journey = (absences: { from: string; to: string }[], delays: readonly number[]) => {
    const owner = anOwner({ absences });
    let lead = waiting(0);
    let [time, withoutPause] = [Date.parse(daysFromNow(0)), 0];
    const acts: string[] = [];
    for (let looks = 0; looks < 500; looks++) {
      const at = new Date(time).toISOString();
      const judged = judgeSla(lead, owner, passing, at);
      if (judged.verdict === "answered") throw new Error("nobody answered");
      if (judged.verdict === "wait") {
        expect(judged.until > at).toBe(true);
        time = Date.parse(judged.until) + (delays[looks % delays.length] ?? 0);
        withoutPause = 0;
        continue;
      }
      // At most every rung once, when all of them are overdue, and the try to pass it on.
      expect(++withoutPause).toBeLessThanOrEqual(8);
      acts.push(judged.verdict);
      if (judged.verdict === "return-to-marketing") return acts;
      const { followUp } = lead;
      const why = whyReassign(lead, owner, passing, at);
      if (judged.verdict !== "reassign") lead = { ...lead, followUp: { ...followUp, rung: judged.rung } };
      else if (why === undefined) throw new Error("a reassignment without its reason");
      else {
        const stays = nobodyElse(lead, owner, why, passing, at);
        if (stays.stage !== "handed-off") throw new Error("the lead has moved");
        expect(stays.nextDueAt >= at).toBe(true);
        lead = stays;
      }
    }
    throw new Error("the ladder never ends");
  };

  it("never retries without a pause, notifies every level, and ends, when no one can ever take it", () => {
    const delay = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 1, maxLength: 5 });
    const absences = fc.constantFrom<{ from: string; to: string }[]>(
      [],
      [{ from: "2026-03-10", to: "2026-03-11" }],
      [{ from: "2026-03-12", to: "2027-01-01" }],
    );
    fc.assert(
      fc.property(absences, delay, (away, delays) => {
        const acts = journey(away, delays);
        expect(acts.filter((act) => act === "escalate")).toHaveLength(3);
        expect(acts).toContain("reassign");
        expect(acts.at(-1)).toBe("return-to-marketing");
      }),
      { numRuns: 60 },
    );
  });
});

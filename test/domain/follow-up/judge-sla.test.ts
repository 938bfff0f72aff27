import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { judgeSla } from "../../../lambdas/domain/follow-up/judge-sla.ts";
import { ladderOf } from "../../../lambdas/domain/follow-up/ladder.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

const agreement = anAgreement({
  sla: {
    sales: {
      escalation: [
        { after: "1 day", to: "manager" },
        { after: "2 days", to: "director" },
      ],
      giveBackAfter: "3 days",
    },
  },
});
/** Reminder on day 1, deadline on day 2, breaches on days 3 and 4, give-back on day 5. */
const waiting = (rung: number) =>
  aLead("handed-off", { followUp: { remindAt: daysFromNow(1), dueAt: daysFromNow(2), rung } });
const judge = (rung: number, day: number) => judgeSla(waiting(rung), agreement, daysFromNow(day));

describe("judging the follow-up", () => {
  it.each([
    { rung: 0, day: 0, judged: { verdict: "wait", until: daysFromNow(1) } },
    { rung: 0, day: 1, judged: { verdict: "remind", rung: 1 } },
    { rung: 1, day: 1, judged: { verdict: "wait", until: daysFromNow(3) } },
    { rung: 1, day: 3, judged: { verdict: "escalate", rung: 2 } },
    { rung: 2, day: 3, judged: { verdict: "wait", until: daysFromNow(4) } },
    { rung: 2, day: 4, judged: { verdict: "escalate", rung: 3 } },
    { rung: 3, day: 4.9, judged: { verdict: "wait", until: daysFromNow(5) } },
    { rung: 3, day: 5, judged: { verdict: "give-back", rung: 4 } },
  ])("on day $day with $rung rungs climbed: $judged", ({ rung, day, judged }) => {
    expect(judge(rung, day)).toEqual(judged);
  });

  it("after an outage leaves out the late reminder, and climbs the escalations one by one", () => {
    expect(judge(0, 30)).toEqual({ verdict: "escalate", rung: 2 });
    expect(judge(2, 30)).toEqual({ verdict: "escalate", rung: 3 });
    expect(judge(3, 30)).toEqual({ verdict: "give-back", rung: 4 });
  });

  it("still reminds late while the breach is not yet due", () => {
    expect(judge(0, 2.9)).toEqual({ verdict: "remind", rung: 1 });
  });

  it("ends the wait of a lead that has climbed higher than a newer agreement goes", () => {
    expect(judge(7, 4)).toEqual({ verdict: "wait", until: daysFromNow(5) });
    expect(judge(7, 5)).toEqual({ verdict: "give-back", rung: 4 });
  });

  it.each(StageSchema.options)("a lead that is %s", (stage) => {
    const { verdict } = judgeSla(aLead(stage), agreement, daysFromNow(60));
    expect(verdict).toBe(stage === "assigned" || stage === "handed-off" ? "escalate" : "answered");
  });

  it("always ends in the give-back, however late each look is, with every escalation on the way", () => {
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
          if (judged.verdict === "give-back") break;
          expect(judged.rung).toBeGreaterThan(rung);
          rung = judged.rung;
        }
        expect(acts.filter((act) => act !== "remind")).toEqual(["escalate", "escalate", "give-back"]);
      }),
    );
  });

  it("never acts before its rung is due", () => {
    fc.assert(
      fc.property(fc.nat(4), fc.double({ min: 0, max: 8, noNaN: true }), (climbed, day) => {
        const judged = judge(climbed, day);
        if (!("rung" in judged)) return;
        const due = ladderOf(waiting(climbed).followUp, agreement).find(({ rung }) => rung === judged.rung);
        expect(due !== undefined && due.at <= daysFromNow(day)).toBe(true);
      }),
    );
  });
});

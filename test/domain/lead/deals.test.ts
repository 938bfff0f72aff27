import { describe, expect, it } from "vitest";
import { startNewDeal, wonDeals } from "../../../lambdas/domain/lead/deals.ts";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { moveFactOf } from "../../../lambdas/domain/lead/move-fact.ts";
import { stageChangesOf } from "../../../lambdas/domain/metrics/changes.ts";
import { countsOf } from "../../../lambdas/domain/metrics/count.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const deal = { reason: "Amplía la planta", by: "Ana Gil", at: daysFromNow(1) };

describe("another deal", () => {
  const won = aLead("won", { amount: 12_500, cycle: 2 });

  it("begins a cycle that passes the gate by the colleague's word, beside the won one", () => {
    const begun = LeadSchema.parse(startNewDeal(won, deal, daysFromNow(2)));
    expect(begun).toMatchObject({
      stage: "captured",
      cycle: 3,
      because: "new-deal",
      override: { verdict: "qualified", ...deal },
      deals: [{ cycle: 2, wonAt: now, ownerId: "ana", amount: 12_500 }],
    });
    expect(wonDeals(begun)).toMatchObject([
      { stage: "won", cycle: 2, amount: 12_500, stageSince: now, ownerId: "ana" },
    ]);
    expect(wonDeals({ ...aLead("won", { cycle: 3 }), deals: begun.deals })).toHaveLength(2);
  });

  it("after a lost one leaves nothing beside it", () => {
    const begun = startNewDeal(aLead("lost"), deal, daysFromNow(2));
    expect([begun.cycle, begun.deals]).toEqual([2, undefined]);
  });

  it("takes nothing away from the figures: nobody leaves Won", () => {
    const fact = moveFactOf(won, startNewDeal(won, deal, daysFromNow(2)));
    if (fact === undefined) throw new Error("it did not move");
    const counted = { is: "MOVE", fact } as const;
    expect(stageChangesOf(counted).map(({ stage, by }) => [stage, by + 0])).toEqual([
      ["won", 0],
      ["captured", 1],
    ]);
    expect(countsOf(counted).map(({ counter }) => counter)).toEqual(["entered:captured"]);
    const lost = aLead("lost");
    const reopened = moveFactOf(lost, startNewDeal(lost, deal, daysFromNow(2)));
    expect(reopened && stageChangesOf({ is: "MOVE", fact: reopened })[0]).toEqual({ stage: "lost", by: -1 });
  });
});

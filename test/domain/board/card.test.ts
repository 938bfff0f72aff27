import { describe, expect, it } from "vitest";
import { CardSchema } from "../../../lambdas/contract/board.ts";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { cardOf, columnAt } from "../../../lambdas/domain/board/card.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

describe("a card", () => {
  it.each(StageSchema.options)("can be made of any lead, here %s, and speaks of nothing but it", (stage) => {
    const lead = aLead(stage);
    expect(CardSchema.parse(cardOf(lead))).toMatchObject({ leadId: lead.leadId, stage, since: now, email: lead.email });
  });

  it("is due by the follow-up, then by the limit of the stage, else by the next step, and at last by nothing", () => {
    expect(cardOf(aLead("handed-off")).dueAt).toBe(aLead("handed-off").followUp.dueAt);
    expect(cardOf(aLead("opportunity")).dueAt).toBe(daysFromNow(90));
    expect(cardOf(aLead("nurturing")).dueAt).toBe(daysFromNow(1));
    expect(cardOf(aLead("won")).dueAt).toBeUndefined();
    expect(columnAt(aLead("won", { stageSince: daysFromNow(-3) }))).toBe(daysFromNow(-3));
    expect(columnAt(aLead("nurturing"))).toBe(daysFromNow(1));
  });

  it("has the agreement's own fields, texts cut", () => {
    const own = { warehouses: 3, robots: false, tools: ["sap"], notes: "x".repeat(300) };
    const card = cardOf(aLead("nurturing", { contact: { own } }));
    expect(CardSchema.parse(card).own).toEqual({ ...own, notes: expect.stringMatching(/^x{50,60}…?$/) });
    expect(cardOf(aLead("nurturing"))).not.toHaveProperty("own");
  });

  it("shows the amount of a won deal, the grade, and that it needs attention", () => {
    const scores = { fit: 80, familiarity: 60, persona: "boss", grade: "A1" };
    const needsAttention = { error: "TypeError", at: now };
    expect(cardOf(aLead("won", { amount: 12_500, scores, needsAttention }))).toMatchObject({
      amount: 12_500,
      grade: "A1",
      persona: "boss",
      ownerId: "ana",
      needsAttention: true,
    });
  });
});

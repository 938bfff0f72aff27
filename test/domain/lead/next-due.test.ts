import { expect, it } from "vitest";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { goesOn } from "../../../lambdas/domain/lead/next-due.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

it("a lead whose journey goes on is flagged no more, and due when the journey next looks", () => {
  const flagged = aLead("handed-off", { needsAttention: { error: "TypeError", at: daysFromNow(-1) } });
  const lead = LeadSchema.parse(goesOn(flagged, daysFromNow(2)));
  expect(lead).toMatchObject({ stage: "handed-off", nextDueAt: daysFromNow(2), followUp: flagged.followUp });
  expect(lead.needsAttention).toBeUndefined();
});

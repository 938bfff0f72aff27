import { describe, expect, it } from "vitest";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { applyOutcome } from "../../../lambdas/domain/outcome/outcome-rules.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

const agreement = anAgreement();
const at = daysFromNow(20);
const accepted = aLead("accepted", { scores: { fit: 45, familiarity: 33 } });

describe("the outcome of an accepted lead", () => {
  it.each(["won", "lost"] as const)("%s: ends the lead, in the name of its rep", (kind) => {
    const next = applyOutcome(accepted, { kind }, agreement, at);
    expect(next).toMatchObject({
      stage: kind,
      ownerId: "ana",
      because: kind,
      stageSince: at,
      cycle: 1,
      scores: accepted.scores,
    });
    expect(["nextDueAt", "followUp", "asked"].filter((field) => field in next)).toEqual([]);
    expect(LeadSchema.parse(next)).toEqual(next);
  });

  it("recycled: marketing gets it back, in its next cycle", () => {
    const next = applyOutcome(accepted, { kind: "recycled", note: "Sin presupuesto este año" }, agreement, at);
    expect(next).toMatchObject({ stage: "captured", cycle: 2, because: "recycled", givenBackAt: at });
    expect(LeadSchema.parse(next)).toEqual(next);
  });
});

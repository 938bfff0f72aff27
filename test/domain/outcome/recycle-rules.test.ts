import { describe, expect, it } from "vitest";
import { recycle, recycledBy } from "../../../lambdas/domain/outcome/recycle-rules.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow } from "../../builders/now.ts";

const [notNow] = anAgreement().terms.sla.sales.rejectReasons;
if (notNow === undefined) throw new Error("the agreement of the tests has reject reasons");
const agreement = anAgreement({
  sla: { sales: { rejectReasons: [{ ...notNow, id: "too-early", coolDown: "60 days", programme: "later" }, notNow] } },
});
const at = daysFromNow(1);

describe("giving a lead back to marketing", () => {
  it.each(["rejected:too-early", "recycled:too-early"])(
    "%s: rests, and is sent the programme of the reason",
    (because) => {
      const next = recycle(aLead("handed-off"), because, agreement, at);
      expect(next).toMatchObject({
        stage: "captured",
        cycle: 2,
        because,
        returnedAt: at,
        recycled: { reason: "too-early", at, coolUntil: daysFromNow(61), programme: "later" },
      });
    },
  );

  it("for a reason without a cool-down, or that is none of the agreement's, it does not rest", () => {
    expect(recycledBy("rejected:not-now", agreement, at)).toEqual({ reason: "not-now", at });
    expect(recycledBy("nobody-followed-up", agreement, at)).toEqual({ reason: "nobody-followed-up", at });
  });
});

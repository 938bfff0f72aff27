import { describe, expect, it } from "vitest";
import { factOf } from "../../../lambdas/domain/score/fact.ts";
import { aLead } from "../../builders/lead.ts";

describe("the country of a lead", () => {
  it("is its code; one that no one recognised is not known, and so not outside of anything either", () => {
    expect(factOf(aLead("captured", { contact: { country: "PT" } }), "country")).toBe("PT");
    for (const country of ["Atlantis", "Madrid", "es", ""])
      expect(factOf(aLead("captured", { contact: { country } }), "country")).toBeUndefined();
  });
});

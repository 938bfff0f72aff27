import { describe, expect, it } from "vitest";
import { inForce, isLifted, type Suppression, suppressedFacts } from "../../../lambdas/domain/nurture/suppression.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const unsubscribed: Suppression = { reason: "unsubscribed", at: daysFromNow(-2) };
const bounced: Suppression = { reason: "bounced", at: daysFromNow(-2) };

describe("what is held against an address", () => {
  it("makes a new lead begin unsubscribed, or undeliverable", () => {
    expect(suppressedFacts(undefined)).toEqual({});
    expect(suppressedFacts(unsubscribed)).toEqual({ unsubscribedAt: unsubscribed.at });
    expect(suppressedFacts(bounced)).toEqual({ undeliverable: { because: "bounced", at: bounced.at } });
  });

  it("ends with a newer consent when it is an unsubscribing, until the next one", () => {
    expect(isLifted(unsubscribed, aLead("captured"))).toBe(true);
    expect(isLifted(unsubscribed, aLead("captured", { unsubscribedAt: unsubscribed.at }))).toBe(false);
    const lifted = { ...unsubscribed, liftedAt: daysFromNow(-1) };
    expect(inForce(lifted)).toBeUndefined();
    expect(suppressedFacts(lifted)).toEqual({});
    expect(isLifted(lifted, aLead("captured"))).toBe(false);
    expect(inForce({ ...lifted, at: now })).toEqual({ ...lifted, at: now });
  });

  it.each(["bounced", "complained"] as const)("never ends when the address has %s", (reason) => {
    const held = { reason, at: daysFromNow(-2), liftedAt: daysFromNow(-1) };
    expect(inForce(held)).toBe(held);
    expect(isLifted(held, aLead("captured"))).toBe(false);
  });
});

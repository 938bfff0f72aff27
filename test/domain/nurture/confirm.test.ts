import { describe, expect, it } from "vitest";
import type { Consent, Lead } from "../../../lambdas/domain/lead/lead.ts";
import { confirmable, confirmed } from "../../../lambdas/domain/nurture/confirm.ts";
import { consentToConfirm } from "../../../lambdas/domain/nurture/standing-consents.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement({ nurture: { doubleOptIn: true } });
const first: Consent = { purpose: "news", at: daysFromNow(-5) };
const second: Consent = { purpose: "news", at: daysFromNow(-2), textVersion: "2026-02" };
const events: Consent = { purpose: "events", at: daysFromNow(-1) };

type Facts = Partial<
  Pick<Lead, "consents" | "unsubscribedAt" | "undeliverable" | "unconfirmedForms" | "wokenBy" | "declinedAt">
>;

const leadWith = (facts: Facts): Lead => ({
  ...aLead("nurturing"),
  ...facts,
});

describe("the consent that a confirmation is asked for", () => {
  it("is the first valid one, however often it is repeated", () => {
    expect(consentToConfirm(leadWith({ consents: [events, first, second] }), agreement)).toEqual(first);
    const unsubscribedAt = daysFromNow(-3);
    expect(consentToConfirm(leadWith({ consents: [first, second], unsubscribedAt }), agreement)).toEqual(second);
  });

  it("is none when there is none for the purpose, or one is confirmed", () => {
    expect(consentToConfirm(leadWith({ consents: [events] }), agreement)).toBeUndefined();
    const consents = [first, { ...second, confirmedAt: now }];
    expect(consentToConfirm(leadWith({ consents }), agreement)).toBeUndefined();
  });
});

describe("a link that confirms a consent", () => {
  it("confirms the one that it was mailed for, and nothing else", () => {
    const lead = leadWith({ consents: [first, events, second] });
    const after = confirmed(lead, agreement, now, { consentAt: second.at });
    expect(after).toEqual({ ...lead, consents: [first, events, { ...second, confirmedAt: now }] });
    expect(confirmable(after, agreement, { consentAt: first.at })).toBe("open");
  });

  it("still confirms its form after somebody's no, without the consent, and not after an unsubscribe", () => {
    const link = { submissionId: "form-1", consentAt: first.at };
    const facts = { consents: [{ ...first, submissionId: "form-1" }], declinedAt: daysFromNow(-1) };
    const lead = leadWith(facts);
    expect(confirmable(lead, agreement, link, {})).toBe("open");
    expect(confirmable(lead, agreement, link, { confirmedAt: now })).toBe("confirmed");
    expect(confirmable(lead, agreement, link)).toBe("ended");
    expect(confirmed(lead, agreement, now, link)).toMatchObject(facts);
    const unsubscribed = leadWith({ ...facts, unsubscribedAt: daysFromNow(-2) });
    expect(confirmable(unsubscribed, agreement, link, {})).toBe("ended");
  });

  it("lifts an earlier unsubscribe, which has ended the older consents for good", () => {
    const unsubscribedAt = daysFromNow(-3);
    const lead = leadWith({ consents: [first, second], unsubscribedAt });
    const after = confirmed(lead, agreement, now, { consentAt: second.at });
    expect(after.unsubscribedAt).toBeUndefined();
    expect(after.consents).toEqual([
      { ...first, withdrawnAt: unsubscribedAt },
      { ...second, confirmedAt: now },
    ]);
    expect(confirmed(lead, agreement, now, { consentAt: first.at })).toBe(lead);
  });

  it("of an earlier release confirms all valid consents to the purpose", () => {
    const withdrawn: Consent = { purpose: "news", at: daysFromNow(-9), withdrawnAt: daysFromNow(-8) };
    const lead = leadWith({ consents: [withdrawn, first, events, second] });
    expect(confirmable(lead, agreement, { consentAt: first.at })).toBe("open");
    const after = confirmed(lead, agreement, now);
    expect(after).toEqual({
      ...lead,
      consents: [withdrawn, { ...first, confirmedAt: now }, events, { ...second, confirmedAt: now }],
    });
    expect(confirmable(after, agreement, { consentAt: first.at })).toBe("confirmed");
    expect(confirmed(after, agreement, daysFromNow(1))).toEqual(after);
  });

  it("wakes a dormant lead, once", () => {
    const asleep: Lead = aLead("dormant", { cycle: 1, consents: [first] });
    const woken = confirmed(asleep, agreement, now);
    expect(woken).toMatchObject({ stage: "captured", cycle: 2, because: "consent-confirmed" });
    expect(woken.consents).toEqual([{ ...first, confirmedAt: now }]);
    const fallenAsleep: Lead = { ...asleep, consents: woken.consents };
    expect(confirmed(fallenAsleep, agreement, daysFromNow(1))).toEqual(fallenAsleep);
  });

  it("does not undo an unsubscribing that came after it, even when the lead has agreed again since", () => {
    const unsubscribed = leadWith({ consents: [first], unsubscribedAt: daysFromNow(-4) });
    expect(confirmable(unsubscribed, agreement, { consentAt: first.at })).toBe("ended");
    expect(confirmable(unsubscribed, agreement)).toBe("ended");
    const again = leadWith({ consents: [{ ...first, withdrawnAt: daysFromNow(-4) }, second] });
    expect(confirmable(again, agreement, { consentAt: first.at })).toBe("ended");
    expect(confirmable(again, agreement, { consentAt: second.at })).toBe("open");
  });

  it("confirms nothing for an address that takes no mail from us", () => {
    const undeliverable = { because: "complained", at: now } as const;
    expect(confirmable(leadWith({ consents: [first], undeliverable }), agreement, { consentAt: first.at })).toBe(
      "undeliverable",
    );
  });

  it("mailed for a form confirms that form, its consent and no other, and lifts nothing without a consent", () => {
    const ofForm: Consent = { ...second, submissionId: "s-2" };
    const unconfirmedForms = ["s-1", "s-2"].map((submissionId) => ({ submissionId, at: first.at, kinds: [] }));
    const lead = leadWith({ consents: [first, ofForm], unconfirmedForms, wokenBy: "s-2" });
    const link = { submissionId: "s-2" };
    expect(confirmable(lead, agreement, link, {})).toBe("open");
    const after = confirmed(lead, agreement, now, link);
    expect(after).toMatchObject({ consents: [first, { ...ofForm, confirmedAt: now }], wokenBy: undefined });
    expect(after.unconfirmedForms?.map(({ submissionId }) => submissionId)).toEqual(["s-1"]);
    expect(confirmable(after, agreement, link, { confirmedAt: now })).toBe("confirmed");
    expect(confirmable(after, agreement, link)).toBe("ended");
    const ended = leadWith({ consents: [first], unsubscribedAt: daysFromNow(-3), unconfirmedForms });
    expect(confirmed(ended, agreement, now, link)).toMatchObject({
      consents: [first],
      unsubscribedAt: daysFromNow(-3),
    });
  });

  it("mailed for a form wakes a dormant lead, also without any consent", () => {
    const woken = confirmed(aLead("dormant", { consents: [] }), agreement, now, { submissionId: "s-1" });
    expect(woken).toMatchObject({ stage: "captured", cycle: 2, because: "form-confirmed" });
  });
});

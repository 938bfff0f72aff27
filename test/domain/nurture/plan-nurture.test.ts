import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agreement } from "../../../lambdas/contract/agreement.ts";
import type { Consent } from "../../../lambdas/domain/lead/lead.ts";
import { type Nurtured, planNurture, programmeOf, type Touch } from "../../../lambdas/domain/nurture/plan-nurture.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const touched = (content: string, daysAgo: number, cycle = 1): Touch => ({ content, cycle, at: daysFromNow(-daysAgo) });
const nurtured = (overrides: Partial<Nurtured> = {}): Nurtured => ({
  lead: aLead("nurturing"),
  touches: [],
  engagedAt: [],
  ...overrides,
});
const sentNow = (situation: Nurtured, terms = agreement) => {
  const plan = planNurture(situation, terms, now);
  return plan.next === "send" ? plan.content.id : plan;
};
const everything = agreement.terms.nurture.content.map(({ id }, i) => touched(id, 10 + i));

describe("the nurture programme", () => {
  it("sends the first piece at once", () => {
    expect(sentNow(nurtured())).toBe("why-alignment");
  });

  it("sends the next piece when the agreed cadence is over, and waits until then", () => {
    expect(sentNow(nurtured({ touches: [touched("why-alignment", 6)] }))).toEqual({
      next: "wait",
      until: daysFromNow(1),
    });
    expect(sentNow(nurtured({ touches: [touched("why-alignment", 7)] }))).toBe("five-signs");
  });

  it.each([
    { familiarity: 0, first: "why-alignment" },
    { familiarity: 10, first: "how-others-do" },
    { familiarity: 29.9, first: "case-study" },
    { familiarity: 80, first: "case-study" },
  ])("begins with what suits a familiarity of $familiarity: $first", ({ familiarity, first }) => {
    expect(sentNow(nurtured({ lead: aLead("nurturing", { scores: { fit: 0, familiarity } }) }))).toBe(first);
  });

  it("goes on to the later phases, and then to what was skipped", () => {
    const lead = aLead("nurturing", { scores: { fit: 0, familiarity: 12 } });
    const considered = [touched("how-others-do", 21), touched("checklist", 14)];
    expect(sentNow(nurtured({ lead, touches: considered }))).toBe("case-study");
    expect(sentNow(nurtured({ lead, touches: [...considered, touched("case-study", 7)] }))).toBe("why-alignment");
  });

  it("never sends a piece again that was sent in an earlier cycle, and keeps the cadence from cycle to cycle", () => {
    const lead = aLead("nurturing", { cycle: 2 });
    expect(sentNow(nurtured({ lead, touches: [touched("why-alignment", 30)] }))).toBe("five-signs");
    expect(sentNow(nurtured({ lead, touches: [touched("why-alignment", 3)] }))).toEqual({
      next: "wait",
      until: daysFromNow(4),
    });
  });

  it("counts the most touches by cycle", () => {
    const once = anAgreement({ nurture: { mostTouches: 1 } });
    const touches = [touched("why-alignment", 30)];
    expect(sentNow(nurtured({ touches }), once)).toEqual({ next: "wait", until: daysFromNow(60) });
    expect(sentNow(nurtured({ lead: aLead("nurturing", { cycle: 2 }), touches }), once)).toBe("five-signs");
  });

  it.each([
    { without: "any consent", lead: aLead("nurturing", { consents: [] }) },
    { without: "consent to this purpose", lead: aLead("nurturing", { consents: [{ purpose: "calls", at: now }] }) },
  ])("sends nothing without $without, and waits for the lead itself", ({ lead }) => {
    expect(sentNow(nurtured({ lead }))).toEqual({ next: "wait", until: daysFromNow(60) });
  });

  it("leaves alone at once who has unsubscribed", () => {
    expect(sentNow(nurtured({ lead: aLead("nurturing", { unsubscribedAt: now }), engagedAt: [now] }))).toEqual({
      next: "park",
    });
  });

  it("parks a lead that stays silent when nothing is left to send", () => {
    const lead = aLead("nurturing", { stageSince: daysFromNow(-90) });
    const silentFor = (days: number) => everything.map(({ content }, i) => touched(content, days + i));
    expect(sentNow(nurtured({ lead, touches: silentFor(59) }))).toEqual({ next: "wait", until: daysFromNow(1) });
    expect(sentNow(nurtured({ lead, touches: silentFor(60) }))).toEqual({ next: "park" });
  });

  it("takes every engagement for a sign of life, but not one dated in the future", () => {
    const lead = aLead("nurturing", { stageSince: daysFromNow(-90) });
    const touches = everything.map((touch) => ({ ...touch, at: daysFromNow(-70) }));
    expect(sentNow(nurtured({ lead, touches, engagedAt: [daysFromNow(-80), daysFromNow(-20)] }))).toEqual({
      next: "wait",
      until: daysFromNow(40),
    });
    expect(sentNow(nurtured({ lead, touches, engagedAt: [daysFromNow(30)] }))).toEqual({ next: "park" });
  });

  it("tells the programme so far by the touches of this cycle", () => {
    expect(programmeOf(nurtured())).toBeUndefined();
    const touches = [touched("a", 3, 2), touched("b", 9, 2), touched("c", 1, 1)];
    expect(programmeOf(nurtured({ lead: aLead("nurturing", { cycle: 2 }), touches }))).toEqual({
      touches: 2,
      lastAt: daysFromNow(-3),
    });
  });
});

const anyAgreement = fc
  .record({
    cadence: fc.integer({ min: 1, max: 20 }).map((count) => `${count} days`),
    mostTouches: fc.nat(10),
    dormantAfter: fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((count) => `${count} days`),
      fc.integer({ min: 1, max: 40 }).map((count) => `${count} working hours`),
    ),
    content: fc.subarray(agreement.terms.nurture.content),
  })
  .map((nurture) => anAgreement({ nurture }));

const anyLead = fc
  .record({
    familiarity: fc.nat(60),
    consents: fc.constantFrom<Consent[]>([], [{ purpose: "news", at: now }]),
    unsubscribedAt: fc.option(fc.constant(now), { nil: undefined, freq: 5 }),
  })
  .map(({ familiarity, ...rest }) => aLead("nurturing", { ...rest, scores: { fit: 0, familiarity } }));

/** Lives through the programme of a lead that never does anything, on a clock that jumps from due time to due time. */
const liveThrough = (lead: Nurtured["lead"], engagedAt: readonly string[], terms: Agreement) => {
  const touches: Touch[] = [];
  let at = now;
  for (let step = 0; step < 100; step++) {
    const plan = planNurture({ lead, touches, engagedAt }, terms, at);
    if (plan.next === "park") return { touches, parkedAt: at };
    if (plan.next === "wait" && plan.until <= at) throw new Error(`waits until ${plan.until} at ${at}`);
    if (plan.next === "wait") at = plan.until;
    else touches.push({ content: plan.content.id, cycle: lead.cycle, at });
  }
  throw new Error("the programme does not end");
};

describe("the nurture programme of a silent lead", () => {
  const engagedAt = fc.array(fc.integer({ min: -50, max: 50 }).map(daysFromNow), { maxLength: 4 });

  it("always ends, with no piece sent twice, no more touches than agreed, and the cadence kept", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, engagedAt, (terms, lead, engaged) => {
        const { touches } = liveThrough(lead, engaged, terms);
        expect(new Set(touches.map(({ content }) => content)).size).toBe(touches.length);
        expect(touches.length).toBeLessThanOrEqual(terms.terms.nurture.mostTouches);
        const days = Number(terms.terms.nurture.cadence.split(" ")[0]);
        expect(touches.map(({ at }) => at)).toEqual(touches.map((_, i) => daysFromNow(i * days)));
      }),
    );
  });

  it("never mails a lead that has not agreed, or no longer", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, (terms, lead) => {
        fc.pre(lead.consents.length === 0 || lead.unsubscribedAt !== undefined);
        expect(liveThrough(lead, [], terms).touches).toEqual([]);
      }),
    );
  });
});

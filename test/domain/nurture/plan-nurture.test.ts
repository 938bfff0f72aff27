import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agreement } from "../../../lambdas/contract/agreement.ts";
import type { Consent } from "../../../lambdas/domain/lead/lead.ts";
import { type Nurtured, planNurture, programmeOf, type Touch } from "../../../lambdas/domain/nurture/plan-nurture.ts";
import { nextSendingTime } from "../../../lambdas/domain/nurture/sending-hours.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const touched = (content: string, daysAgo: number, cycle = 1): Touch => ({ content, cycle, at: daysFromNow(-daysAgo) });
const nurtured = (overrides: Partial<Nurtured> = {}): Nurtured => ({
  lead: aLead("nurturing"),
  touches: [],
  asked: [],
  read: [],
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

  it("parks a lead that has unsubscribed at once", () => {
    expect(sentNow(nurtured({ lead: aLead("nurturing", { unsubscribedAt: now }), lastAt: now }))).toEqual({
      next: "park",
    });
  });

  it("parks a lead that stays silent when nothing is left to send", () => {
    const lead = aLead("nurturing", { stageSince: daysFromNow(-90) });
    const silentFor = (days: number) => everything.map(({ content }, i) => touched(content, days + i));
    expect(sentNow(nurtured({ lead, touches: silentFor(59) }))).toEqual({ next: "wait", until: daysFromNow(1) });
    expect(sentNow(nurtured({ lead, touches: silentFor(60) }))).toEqual({ next: "park" });
  });

  it("does not send what the lead has read by itself", () => {
    expect(sentNow(nurtured({ read: ["why-alignment", "somewhere-else"] }))).toBe("five-signs");
  });

  it("leaves alone at once whose address is out of order, and asks who agreed again whether it was them", () => {
    const bounced = { because: "bounced", at: now } as const;
    expect(sentNow(nurtured({ lead: aLead("nurturing", { undeliverable: bounced }) }))).toEqual({ next: "park" });
    const again = { unsubscribedAt: daysFromNow(-5), consents: [{ purpose: "news", at: daysFromNow(-1) }] };
    expect(planNurture(nurtured({ lead: aLead("nurturing", again) }), agreement, now)).toMatchObject({
      next: "confirm",
    });
  });

  it("takes what the lead did for a sign of life, but not one dated in the future", () => {
    const lead = aLead("nurturing", { stageSince: daysFromNow(-90) });
    const touches = everything.map((touch) => ({ ...touch, at: daysFromNow(-70) }));
    expect(sentNow(nurtured({ lead, touches, lastAt: daysFromNow(-20) }))).toEqual({
      next: "wait",
      until: daysFromNow(40),
    });
    expect(sentNow(nurtured({ lead, touches, lastAt: daysFromNow(30) }))).toEqual({ next: "park" });
  });

  it("reports the programme's progress by the touches of this cycle", () => {
    expect(programmeOf(nurtured())).toBeUndefined();
    const touches = [touched("a", 3, 2), touched("b", 9, 2), touched("c", 1, 1)];
    expect(programmeOf(nurtured({ lead: aLead("nurturing", { cycle: 2 }), touches }))).toEqual({
      touches: 2,
      lastAt: daysFromNow(-3),
    });
  });
});

/** Weekdays by day only, by the clocks of the lead; 19 March is a holiday of ours. */
const quiet = anAgreement(
  {
    nurture: {
      sending: {
        days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
        quietHours: { from: "20:00", to: "08:30" },
      },
    },
  },
  { holidays: ["2026-03-19"] },
);
const madrid = (local: string): string => new Date(`2026-03-${local}:00+01:00`).toISOString();

describe("the hours of the nurture programme", () => {
  it("let a piece that is due at night wait for the morning", () => {
    expect(planNurture(nurtured(), quiet, madrid("10T21:00"))).toEqual({ next: "wait", until: madrid("11T08:30") });
    expect(planNurture(nurtured(), quiet, madrid("11T08:29"))).toEqual({ next: "wait", until: madrid("11T08:30") });
    expect(planNurture(nurtured(), quiet, madrid("11T08:30"))).toMatchObject({ next: "send" });
  });

  it("are waited for at once when the next piece will be due out of them", () => {
    const touches = [{ content: "why-alignment", cycle: 1, at: madrid("12T10:00") }];
    expect(planNurture(nurtured({ touches }), quiet, madrid("12T10:00"))).toEqual({
      next: "wait",
      until: madrid("20T08:30"),
    });
  });

  it("are those of the lead", () => {
    const lead = aLead("nurturing", { timeZone: "America/Lima" });
    expect(planNurture(nurtured({ lead }), quiet, madrid("10T21:00"))).toMatchObject({ next: "send" });
  });

  it("do not keep a lead that has been silent from being parked", () => {
    const lead = aLead("nurturing", { stageSince: madrid("02T00:00"), consents: [] });
    const silent = anAgreement({ nurture: { ...quiet.terms.nurture, dormantAfter: "3 days" } });
    expect(planNurture(nurtured({ lead }), silent, madrid("08T02:00"))).toEqual({ next: "park" });
  });
});

describe("the question whether the address is the lead's own", () => {
  const asking = anAgreement({ nurture: { ...quiet.terms.nurture, doubleOptIn: true } });
  const night = madrid("10T23:00");
  const consent = { purpose: "news", at: madrid("10T22:58") };
  const fresh = aLead("nurturing", { consents: [consent], stageSince: night });

  it("is asked at once, at night too", () => {
    expect(planNurture(nurtured({ lead: fresh }), asking, night)).toEqual({ next: "confirm", consentAt: consent.at });
  });

  it("is asked once; until it is answered nothing is sent, and the lead is waited for", () => {
    const lead = aLead("nurturing", { ...fresh, consents: [consent, { ...consent, at: night }] });
    const asked = nurtured({ lead, asked: [consent.at] });
    const dormantAt = new Date(Date.parse(night) + 60 * 86_400_000).toISOString();
    expect(planNurture(asked, asking, night)).toEqual({ next: "wait", until: dormantAt });
    expect(planNurture(asked, asking, dormantAt)).toEqual({ next: "park" });
  });

  it("is asked again of who ended our mails and then agreed again", () => {
    const again = { ...consent, at: madrid("12T10:00") };
    const lead = aLead("nurturing", { consents: [consent, again], unsubscribedAt: madrid("11T10:00") });
    const plan = planNurture(nurtured({ lead, asked: [consent.at] }), asking, madrid("12T10:01"));
    expect(plan).toEqual({ next: "confirm", consentAt: again.at });
  });

  it("is not asked of who agreed long ago", () => {
    const lead = aLead("nurturing", { consents: [{ purpose: "news", at: daysFromNow(-14.1) }] });
    expect(sentNow(nurtured({ lead }), asking)).toEqual({ next: "wait", until: daysFromNow(60) });
    const andToday = aLead("nurturing", { consents: [...lead.consents, { purpose: "news", at: now }] });
    expect(sentNow(nurtured({ lead: andToday }), asking)).toEqual({ next: "confirm", consentAt: daysFromNow(-14.1) });
  });

  it("is not asked of a lead that has confirmed, unsubscribed or cannot be reached", () => {
    const confirmed = aLead("nurturing", { consents: [{ ...consent, confirmedAt: consent.at }] });
    expect(planNurture(nurtured({ lead: confirmed }), asking, madrid("11T09:00"))).toMatchObject({ next: "send" });
    const ended = { ...fresh, unsubscribedAt: night };
    const bounced = { ...fresh, undeliverable: { because: "bounced", at: night } } as const;
    for (const lead of [ended, bounced])
      expect(planNurture(nurtured({ lead }), asking, night)).toEqual({ next: "park" });
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
    sending: fc.constantFrom(quiet.terms.nurture.sending, agreement.terms.nurture.sending),
  })
  .map((nurture) => anAgreement({ nurture }));

const anyLead = fc
  .record({
    familiarity: fc.nat(60),
    consents: fc.constantFrom<Consent[]>([], [{ purpose: "news", at: daysFromNow(-1) }]),
    unsubscribedAt: fc.option(fc.constant(now), { nil: undefined, freq: 5 }),
    timeZone: fc.constantFrom("Europe/Madrid", "Asia/Tokyo", undefined),
  })
  .map(({ familiarity, ...rest }) => aLead("nurturing", { ...rest, scores: { fit: 0, familiarity } }));

const anyContent = fc.constantFrom(...agreement.terms.nurture.content.map(({ id }) => id));
/** What was sent in the lead's earlier cycle, what it has read, and when it last did something. */
const anyHistory = fc.record({
  touches: fc.array(
    fc.tuple(anyContent, fc.nat(100)).map(([id, days]) => touched(id, days)),
    { maxLength: 4 },
  ),
  read: fc.array(anyContent, { maxLength: 4 }),
  lastAt: fc.option(fc.integer({ min: -50, max: 50 }).map(daysFromNow), { nil: undefined }),
});
type History = Pick<Nurtured, "touches" | "read" | "lastAt">;

/** Lives through the programme of a lead that never does anything, on a clock that jumps from due time to due time. */
const liveThrough = (lead: Nurtured["lead"], history: History, terms: Agreement): Touch[] => {
  const sent: Touch[] = [];
  let at = now;
  for (let step = 0; step < 100; step++) {
    const plan = planNurture({ ...history, lead, touches: [...history.touches, ...sent], asked: [] }, terms, at);
    if (plan.next === "park") return sent;
    if (plan.next === "wait" && plan.until <= at) throw new Error(`waits until ${plan.until} at ${at}`);
    if (plan.next === "wait") at = plan.until;
    if (plan.next === "send") sent.push({ content: plan.content.id, cycle: lead.cycle, at });
  }
  throw new Error("the programme does not end");
};

describe("the nurture programme of a silent lead", () => {
  it("always ends, with no piece that it was sent or has read, and no more touches than agreed", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, anyHistory, (terms, lead, history) => {
        const touches = liveThrough({ ...lead, cycle: 2 }, history, terms);
        const known = [...history.touches.map(({ content }) => content), ...history.read];
        const sent = touches.map(({ content }) => content);
        expect(new Set(sent).size).toBe(sent.length);
        expect(sent.filter((id) => known.includes(id))).toEqual([]);
        expect(touches.length).toBeLessThanOrEqual(terms.terms.nurture.mostTouches);
      }),
    );
  });

  it("keeps the cadence and the hours: each piece comes as soon as both allow", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, anyHistory, (terms, lead, history) => {
        const days = Number(terms.terms.nurture.cadence.split(" ")[0]);
        const touches = liveThrough({ ...lead, cycle: 2 }, history, terms);
        const earlier = history.touches.map(({ at }) => at).sort();
        for (const [i, { at }] of touches.entries()) {
          const last = touches[i - 1]?.at ?? earlier.at(-1);
          const due = last === undefined ? now : new Date(Date.parse(last) + days * 86_400_000).toISOString();
          expect(at).toBe(nextSendingTime([due, now].sort().at(-1) ?? now, lead, terms));
        }
      }),
    );
  });

  it("never mails a lead that has not agreed, or no longer", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, anyHistory, (terms, lead, history) => {
        fc.pre(lead.consents.length === 0 || lead.unsubscribedAt !== undefined);
        expect(liveThrough(lead, history, terms)).toEqual([]);
      }),
    );
  });

  it("plans the same from the same facts, in whatever order they are read", () => {
    fc.assert(
      fc.property(anyAgreement, anyLead, anyHistory, (terms, lead, { touches, read, lastAt }) => {
        const plan = planNurture({ lead, touches, read, lastAt, asked: [] }, terms, now);
        const turned = { touches: touches.toReversed(), read: read.toReversed() };
        expect(planNurture({ lead, ...turned, lastAt, asked: [] }, terms, now)).toEqual(plan);
      }),
    );
  });
});

describe("a lead that sales returned", () => {
  const recycled = { reason: "too-early", at: daysFromNow(-1), coolUntil: daysFromNow(59), programme: "later" };
  const lead = aLead("nurturing", { cycle: 2, recycled, judgedAt: now });
  const judged = { ...lead, judgedAt: daysFromNow(59) };

  it("is left in peace until its cool-down is over, then judged, and gets its programme first, in order", () => {
    expect(planNurture(nurtured({ lead }), agreement, now)).toEqual({ next: "wait", until: daysFromNow(59) });
    expect(planNurture(nurtured({ lead }), agreement, daysFromNow(59))).toEqual({ next: "judge" });
    const after = nurtured({ lead: judged });
    expect(planNurture(after, agreement, daysFromNow(59))).toMatchObject({ content: { id: "checklist" } });
    const touches = [touched("checklist", -59, 2)];
    expect(planNurture(nurtured({ lead: judged, touches }), agreement, daysFromNow(66))).toMatchObject({
      content: { id: "case-study" },
    });
    expect(planNurture(nurtured({ lead, touches: everything }), agreement, now)).toMatchObject({ next: "wait" });
  });

  it("is not parked while it rests, even if it wants no mails: a new cycle would know nothing of it", () => {
    const unsubscribed = aLead("nurturing", { recycled, unsubscribedAt: now });
    expect(sentNow(nurtured({ lead: unsubscribed }))).toEqual({ next: "wait", until: daysFromNow(59) });
  });

  it("rests until office hours when its cool-down ends outside the agreed ones", () => {
    const quiet = anAgreement({ nurture: { sending: { quietHours: { from: "20:00", to: "08:30" } } } });
    const at = "2026-05-08T21:00:00.000Z";
    const rested = { ...lead, recycled: { ...recycled, coolUntil: at }, judgedAt: at };
    expect(planNurture(nurtured({ lead: rested }), quiet, at)).toEqual({
      next: "wait",
      until: "2026-05-09T06:30:00.000Z",
    });
  });

  it("is asked to confirm only a form that it has sent since", () => {
    const twice = anAgreement({ nurture: { doubleOptIn: true } });
    const asking = (at: string) => nurtured({ lead: { ...lead, consents: [{ purpose: "news", at }] } });
    expect(planNurture(asking(daysFromNow(-2)), twice, now)).toMatchObject({ next: "wait" });
    expect(planNurture(asking(daysFromNow(-0.5)), twice, now)).toMatchObject({ next: "confirm" });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import type { Lead } from "../../../lambdas/domain/lead/lead.ts";
import { planNurture } from "../../../lambdas/domain/nurture/plan-nurture.ts";
import { afterTelling, tellingNow } from "../../../lambdas/domain/nurture/telling.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const base = anAgreement().terms;
const [guide] = base.nurture.content;
const event = { label: { es: "Algo", en: "Something" }, points: 10, halfLife: "60 days", cap: 10 } as const;
const agreement = anAgreement({
  familiarity: [...base.familiarity, { ...event, kind: "guide-requested", sends: guide?.id }],
  acknowledgement: { after: ["qualified", "not-yet", "disqualified"] },
});
const untold = { submissionId: "form-1", at: daysFromNow(-0.1), kinds: ["form-submitted", "guide-requested"] };
const told = (lead: Lead, at = now) => tellingNow(lead, [], agreement, at)?.told;

describe("what the sender of a form is told", () => {
  it.each([
    ["nurturing", { is: "notYet" }],
    ["accepted", { is: "passedOn" }],
    ["won", { is: "passedOn" }],
    ["captured", undefined],
    ["assigned", undefined],
    ["dormant", undefined],
  ] as const)("follows from where the lead stands: %s", (stage, expected) => {
    expect(told(aLead(stage, { untold }))).toEqual(expected);
  });

  it("is a call by the owner's own deadline, a mail where no telephone is known, and no time that is over", () => {
    const lead = aLead("handed-off", { untold });
    const { dueAt: by } = lead.followUp;
    expect(told(lead)).toEqual({ is: "call", by });
    expect(told({ ...lead, contact: {} })).toEqual({ is: "write", by });
    expect(told({ ...lead, untold: { ...untold, at: by } }, by)).toEqual({ is: "waits" });
  });

  it("is, after a meeting was booked, no other time, and nothing that the meeting would contradict", () => {
    const booked = { untold: { ...untold, kinds: ["form-submitted", "meeting-booked"] } };
    expect(told(aLead("handed-off", booked))).toEqual({ is: "passedOn" });
    expect(told(aLead("nurturing", booked))).toBeUndefined();
    expect(told(aLead("disqualified", { ...booked, because: "gate-disqualified" }))).toBeUndefined();
  });

  it("is no promise while nobody has room, and nothing before that is known", () => {
    const waiting = { since: now, rank: "1", reps: [] };
    expect(told(aLead("qualified", { untold, waiting }))).toEqual({ is: "waits" });
    expect(told(aLead("qualified", { untold }))).toBeUndefined();
  });

  it("is that it is not for us by the gate's verdict only, not by what sales said of somebody", () => {
    expect(told(aLead("disqualified", { untold, because: "gate-disqualified" }))).toEqual({ is: "notForUs" });
    expect(told(aLead("disqualified", { untold, because: "rejected:false-data" }))).toBeUndefined();
  });

  it("is nothing to those who have unsubscribed since, whom no mail reaches, or who wrote long ago", () => {
    const lead = aLead("nurturing", { untold });
    expect(told({ ...lead, unsubscribedAt: now })).toBeUndefined();
    expect(told({ ...lead, unsubscribedAt: daysFromNow(-1) })).toEqual({ is: "notYet" });
    expect(told({ ...lead, declinedAt: untold.at })).toEqual({ is: "notYet" });
    expect(told({ ...lead, undeliverable: { because: "bounced", at: now } })).toBeUndefined();
    expect(told({ ...lead, untold: { ...untold, at: daysFromNow(-15) } })).toBeUndefined();
    expect(told({ ...lead, untold: { ...untold, held: true } })).toBeUndefined();
  });

  it("comes once, whatever happens to the lead: by a mail of its own, or by the question for a consent since", () => {
    const gone = fc.constantFrom(
      [{ purpose: "acknowledgement", step: "form-1", at: now }],
      [{ purpose: "confirm-consent", step: daysFromNow(-1), at: now }],
    );
    fc.assert(
      fc.property(fc.constantFrom(...StageSchema.options), gone, (stage, mails) => {
        expect(tellingNow(aLead(stage, { untold }), mails, agreement, now)).toBeUndefined();
      }),
    );
    const earlier = [
      { purpose: "acknowledgement", step: "form-0", at: now },
      { purpose: "confirm-consent", step: daysFromNow(-1), at: daysFromNow(-0.5) },
      { purpose: "confirm-consent", step: "form-1", at: now },
    ];
    expect(tellingNow(aLead("nurturing", { untold }), earlier, agreement, now)?.told).toEqual({ is: "notYet" });
  });

  it("brings what was asked for, which the programme does not send again", () => {
    const lead = aLead("nurturing", { untold });
    const plan = planNurture({ lead, touches: [], asked: [], read: [] }, agreement, now);
    expect(plan).toMatchObject({ next: "acknowledge", telling: { content: [{ id: guide?.id }] } });
    const after = { ...lead, ...afterTelling(lead, agreement.terms) };
    expect(after).toMatchObject({ untold: undefined, sentOnRequest: [guide?.id] });
    const next = planNurture({ lead: after, touches: [], asked: [], read: [] }, agreement, now);
    expect(next.next === "send" && next.content.id !== guide?.id).toBe(true);
  });
});

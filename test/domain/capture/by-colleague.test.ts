import { describe, expect, it } from "vitest";
import { applySubmission, newLead } from "../../../lambdas/domain/capture/apply-submission.ts";
import { engagementsOf } from "../../../lambdas/domain/capture/engagements-of-submission.ts";
import type { Submission } from "../../../lambdas/domain/capture/submission.ts";
import { factOf } from "../../../lambdas/domain/lead/claims.ts";
import { LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { boundedConsents } from "../../../lambdas/domain/nurture/bounded-consents.ts";
import { consentLedger } from "../../../lambdas/domain/nurture/consent-ledger.ts";
import { mayMail } from "../../../lambdas/domain/nurture/may-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { submissionOf } from "./request.ts";

const reception = { submissionId: "s-1", now, nextDueAt: daysFromNow(0.1), consentPurpose: "news" };
const ids = { leadId: "l-1", correlationId: "c-1" };
const spoken = {
  purpose: "news",
  at: daysFromNow(-1),
  said: "Sí, mándame novedades",
  by: "ana",
  how: "phone",
} as const;
const by = { id: "ana", way: "phone-call" } as const;

const noted = async (fields: Record<string, unknown>, extra: Partial<Submission> = {}): Promise<Submission> => ({
  ...(await submissionOf(fields)),
  by,
  origin: by.way,
  ...extra,
});

describe("a lead that a colleague adds", () => {
  it("has values that are confirmed by them, and comes from where they say", async () => {
    const lead = newLead(ids, await noted({ name: "Inés", phone: "+34 600 111 222" }), reception);
    expect(LeadSchema.parse(lead)).toMatchObject({ source: "phone-call", because: "added-by-colleague" });
    const fact = { from: "colleague", id: "ana", at: now };
    expect(factOf(lead, "name")).toEqual({ ...fact, value: "Inés" });
    expect(factOf(lead, "phone")).toEqual({ ...fact, value: "+34 600 111 222" });
    // Nobody has said it.
    expect(factOf(lead, "language")).toBeUndefined();
    expect(lead.untold).toBeUndefined();
  });

  it("has called, and not sent a form; what they asked for counts", async () => {
    const kinds = engagementsOf(await noted({ interest: "demo" }), "s-1", now).map(({ kind }) => kind);
    expect(kinds).toEqual(["phone-call", "demo-requested"]);
  });

  it("goes to the colleague who wants to work with it, if the rules allow it", async () => {
    const lead = newLead(ids, await noted({}, { by: { ...by, wants: true } }), reception);
    expect(lead.wantedBy).toBe("ana");
  });
});

describe("what a colleague notes of a known lead", () => {
  const handedOff = aLead("handed-off");
  const known = {
    ...handedOff,
    contact: { name: "Inés Otero" },
    followUp: { ...handedOff.followUp, ownerId: "luis" },
  };

  it("fills what is empty and stands beside what is not, by their name", async () => {
    const lead = applySubmission(known, await noted({ name: "Agnes", phone: "600111222" }), reception);
    expect(lead.contact).toMatchObject({ name: "Inés Otero", phone: "600111222" });
    expect(factOf(lead, "phone")).toMatchObject({ from: "colleague", id: "ana" });
    expect(lead.claims).toEqual([{ field: "name", value: "Agnes", submissionId: "s-1", at: now, by: "ana" }]);
    expect(lead.unconfirmedForms).toBeUndefined();
  });

  it("is told to the owner, unless they have noted it themselves", async () => {
    const told = applySubmission(known, await noted({}), reception);
    expect(told.wroteAgain).toEqual({ submissionId: "s-1", at: now, by: "ana" });
    const own = await noted({}, { by: { ...by, id: known.followUp.ownerId } });
    expect(applySubmission(known, own, reception).wroteAgain).toBeUndefined();
  });

  it("wakes one who rests", async () => {
    const lead = applySubmission(aLead("dormant", { cycle: 2 }), await noted({}), reception);
    expect([lead.stage, lead.cycle, lead.because, lead.wokenBy]).toEqual([
      "captured",
      3,
      "added-by-colleague",
      undefined,
    ]);
  });
});

describe("a consent by word of mouth", () => {
  it.each([true, false])("needs the person's own click (double opt-in agreed: %s)", async (doubleOptIn) => {
    const agreement = anAgreement({ nurture: { doubleOptIn, consentPurpose: "news" } });
    const lead = newLead(ids, await noted({}, { consents: [spoken] }), reception);
    expect(mayMail(lead, agreement)).toBe("unconfirmed");
    const clicked = { ...lead, consents: lead.consents.map((consent) => ({ ...consent, confirmedAt: now })) };
    expect(mayMail(clicked, agreement)).toBe("yes");
  });

  it.each(["unsubscribedAt", "declinedAt"] as const)("lifts no %s, and asks nobody", async (ended) => {
    const agreement = anAgreement({ nurture: { consentPurpose: "news" } });
    const known = aLead("nurturing", { consents: [], [ended]: daysFromNow(-3) });
    const lead = applySubmission(known, await noted({}, { consents: [spoken] }), reception);
    expect(mayMail(lead, agreement)).toBe("no");
    expect(consentLedger(lead, [])).toMatchObject([{ said: spoken.said, state: "ended" }]);
  });

  it("stays as proof, whatever strangers send", () => {
    const forms = Array.from({ length: 200 }, (_, i) => ({ purpose: "news", at: daysFromNow(-i / 1000) }));
    expect(boundedConsents([spoken, ...forms])[0]).toEqual(spoken);
  });
});

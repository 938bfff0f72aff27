import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import {
  applyEngagements,
  applySubmission,
  newLead,
  sourceOf,
} from "../../../lambdas/domain/capture/apply-submission.ts";
import { isUnanswered, type Lead, LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import type { Suppression } from "../../../lambdas/domain/nurture/suppression.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { submissionOf } from "./request.ts";

const nextDueAt = daysFromNow(0.1);
const reception = { submissionId: "s-1", now, nextDueAt, consentPurpose: "news" };
const aHash = expect.stringMatching(/^[0-9a-f]{64}$/);
const stages = StageSchema.options;
const ended = ["dormant", "disqualified"] as const;
const inSalesHands = ["assigned", "handed-off", "accepted", "sales-qualified", "opportunity", "won", "lost"] as const;

describe("a lead that no one knew", () => {
  it("is captured, in its first cycle, and due to be scored", async () => {
    const submission = await submissionOf({ name: "Inés", consent: "on", language: "en" });
    const lead = newLead({ leadId: "l-1", correlationId: "c-1" }, submission, reception);
    expect(LeadSchema.parse(lead)).toEqual({
      stage: "captured",
      leadId: "l-1",
      correlationId: "c-1",
      version: 1,
      cycle: 1,
      email: "ines@talleresnorte.example",
      language: "en",
      contact: { name: "Inés" },
      consents: [{ purpose: "news", at: now, formHash: aHash, said: "on", submissionId: "s-1" }],
      createdAt: now,
      source: "direct",
      firstForm: "s-1",
      stageSince: now,
      because: "form-submitted",
      nextDueAt,
    });
  });

  it.each([
    [undefined, "direct"],
    [" LinkedIn ", "linkedin"],
    ["boletín", "boletin"],
    ["a'; drop table", "other"],
    ["x".repeat(41), "other"],
  ])("comes from %j: %s", (source, is) => expect(sourceOf({ source })).toBe(is));
});

describe("a lead whose address was suppressed before, its own lead erased", () => {
  const ids = { leadId: "l-2", correlationId: "c-2" };
  const lead = async (reason: Suppression["reason"], fields: Record<string, unknown>) =>
    newLead(ids, await submissionOf(fields), { ...reception, suppression: { reason, at: daysFromNow(-9) } });

  it("begins unsubscribed, whatever this form agrees to", async () => {
    expect(await lead("unsubscribed", {})).toMatchObject({ unsubscribedAt: daysFromNow(-9), consents: [] });
    const older = { consent: { given: true, purpose: "news", at: daysFromNow(-10) } };
    expect(await lead("unsubscribed", older)).toMatchObject({ unsubscribedAt: daysFromNow(-9) });
    expect((await lead("unsubscribed", { consent: "on" })).unsubscribedAt).toBe(daysFromNow(-9));
  });

  it.each(["bounced", "complained"] as const)(
    "begins undeliverable when it %s, whatever it agrees to",
    async (reason) => {
      const { undeliverable, unsubscribedAt } = await lead(reason, { consent: "on" });
      expect(undeliverable).toEqual({ because: reason, at: daysFromNow(-9) });
      expect(unsubscribedAt).toBeUndefined();
    },
  );
});

describe("a known lead that writes again", () => {
  it("fills what is empty; what it says otherwise is kept beside", async () => {
    const known = aLead("nurturing", { returnedAt: daysFromNow(-1) });
    const submission = await submissionOf({ company: "Talleres Sur", phone: "", jobTitle: " ", region: "Bizkaia" });
    const lead = applySubmission(known, submission, reception);
    expect(lead).toEqual({
      ...known,
      contact: { ...known.contact, region: "Bizkaia" },
      facts: { region: [{ value: "Bizkaia", from: "form", id: "s-1", at: now }] },
      claims: [{ field: "company", value: "Talleres Sur", submissionId: "s-1", at: now }],
      returnedAt: undefined,
      unsubscribedAt: undefined,
    });
  });

  it("keeps the language that was chosen first", async () => {
    const chosen = newLead({ leadId: "l", correlationId: "c" }, await submissionOf({ language: "en" }), reception);
    expect(applySubmission(chosen, await submissionOf({}), reception).language).toBe("en");
    expect(applySubmission(chosen, await submissionOf({ idioma: "es" }), reception).language).toBe("en");
    const byDefault = newLead({ leadId: "l", correlationId: "c" }, await submissionOf({}), reception);
    expect(byDefault.language).toBe("es");
    expect(applySubmission(byDefault, await submissionOf({ idioma: "en" }), reception).language).toBe("en");
  });

  it("keeps the history of its consents, each once, and the newest fifty", async () => {
    const known = aLead("nurturing");
    const submission = await submissionOf({ consent: "on", consentTextVersion: "2026-02" });
    const once = applySubmission(known, submission, reception);
    expect(once.consents).toEqual([
      ...known.consents,
      { purpose: "news", textVersion: "2026-02", at: now, formHash: aHash, said: "on", submissionId: "s-1" },
    ]);
    expect(applySubmission(once, submission, reception).consents).toEqual(once.consents);
    const many = Array.from({ length: 50 }, (_, i) => ({ purpose: `p-${i}`, at: now }));
    const full = applySubmission(aLead("won", { consents: many }), submission, reception).consents;
    expect(full).toHaveLength(50);
    expect(full.at(-1)).toMatchObject({ purpose: "news" });
    expect(full[0]).toMatchObject({ purpose: "p-1" });
  });

  it("keeps a no with its words, and obeys it from when it came, whatever time it claims", async () => {
    const agreed = { purpose: "news", at: daysFromNow(-8), confirmedAt: daysFromNow(-7) };
    const known = aLead("accepted", { consents: [agreed] });
    const no = { given: "no", time: daysFromNow(-9) };
    const submission = await submissionOf({ consent: no, page: "https://www.engranaje.example/", phone: "1" });
    const lead = applySubmission(known, submission, reception);
    expect(lead).toMatchObject({ stage: "accepted", declinedAt: now, consents: [agreed] });
    expect(lead.declined).toMatchObject([
      { at: now, saidAt: daysFromNow(-9), said: JSON.stringify(no), submissionId: "s-1" },
    ]);
    const yes = applySubmission(lead, await submissionOf({ consent: "on" }), { ...reception, now: daysFromNow(1) });
    expect([yes.declinedAt, yes.consents[1]?.confirmedAt]).toEqual([now, undefined]);
    const first = newLead({ leadId: "l", correlationId: "c" }, submission, reception);
    expect(first).toMatchObject({ declinedAt: now, declined: [{ purpose: "news" }] });
    expect(applySubmission(known, await submissionOf({}), reception)).not.toHaveProperty("declined");
  });

  it("keeps of many noes the first, the newest, and those that a confirmation has lifted", async () => {
    const said = (i: number, liftedAt?: string) => ({
      purpose: "news",
      at: `2026-01-01T00:00:${10 + i}.000Z`,
      liftedAt,
    });
    const declined = [said(0, now), ...Array.from({ length: 30 }, (_, i) => said(i + 1))];
    const lead = applySubmission(aLead("nurturing", { declined }), await submissionOf({ consent: "no" }), reception);
    expect(lead.declined?.map(({ at }) => at)).toEqual([
      ...[declined[0], declined[1], ...declined.slice(-18)].map((no) => no?.at),
      now,
    ]);
  });

  it.each([
    ["nothing about it", {}],
    ["yes to another purpose", { consent: "events" }],
    ["a yes from before", { consent: { given: true, purpose: "news", at: daysFromNow(-9) } }],
    ["yes", { consent: "on" }],
  ])("stays unsubscribed when it says %s: anyone could have said so", async (_, fields) => {
    const unsubscribedAt = daysFromNow(-2);
    const known = aLead("dormant", { unsubscribedAt });
    const lead = applySubmission(known, await submissionOf(fields), reception);
    expect(lead.unsubscribedAt).toBe(unsubscribedAt);
  });

  it("has the time zone of the first form that had one", async () => {
    const known = aLead("nurturing", { timeZone: "Europe/Madrid" });
    const travelled = await submissionOf({ tz: "America/Bogota" });
    expect(applySubmission(known, travelled, reception).timeZone).toBe("Europe/Madrid");
    expect(applySubmission(aLead("nurturing"), travelled, reception).timeZone).toBe("America/Bogota");
  });

  it("need not confirm again what it has confirmed, until it unsubscribes", async () => {
    const agreed = { purpose: "news", at: daysFromNow(-8), confirmedAt: daysFromNow(-7) };
    const known = aLead("nurturing", { consents: [agreed] });
    const submission = await submissionOf({ consent: ["on", "events"] });
    const [, news, events] = applySubmission(known, submission, reception).consents;
    expect([news?.confirmedAt, events?.confirmedAt]).toEqual([daysFromNow(-7), undefined]);
    const unsubscribedAt = daysFromNow(-5);
    const again = applySubmission({ ...known, unsubscribedAt }, submission, reception).consents;
    expect(again[0]).toEqual(agreed);
    expect(again[1]?.confirmedAt).toBeUndefined();
  });

  it.each(["nurturing", "qualified"] as const)("stays where it is when it is %s", async (stage) => {
    const lead = applySubmission(aLead(stage), await submissionOf({}), reception);
    expect([lead.stage, lead.cycle, lead.wroteAgain]).toEqual([stage, 1, undefined]);
  });

  it.each(inSalesHands)("moves nothing when it is %s, and its owner is to be told", async (stage) => {
    const known = aLead(stage, { scores: { fit: 1, familiarity: 2 } });
    const lead = applySubmission(known, await submissionOf({}), reception);
    const { unconfirmedForms, ...others } = lead;
    expect(others).toEqual({ ...known, unsubscribedAt: undefined, wroteAgain: { submissionId: "s-1", at: now } });
    // Its wish may shorten the clock of who is owed an answer, once its link was clicked.
    expect(unconfirmedForms?.length).toBe(isUnanswered(known) ? 1 : undefined);
  });

  it("waits for its confirmation when it came from another browser, the newest five of them", async () => {
    const submission = await submissionOf({});
    const kinds = ["form-submitted", "demo-requested"];
    const send = (lead: Lead, i: number) =>
      applySubmission(lead, submission, { ...reception, submissionId: `s-${i}`, isPending: true, kinds });
    const lead = [1, 2, 3, 4, 5, 6].reduce<Lead>(send, aLead("nurturing", { returnedAt: now }));
    expect(lead.unconfirmedForms?.map(({ submissionId }) => submissionId)).toEqual(["s-2", "s-3", "s-4", "s-5", "s-6"]);
    expect(lead.unconfirmedForms?.[0]).toEqual({ submissionId: "s-2", at: now, kinds });
    // What does not count does not lift sales' return either.
    expect(lead.returnedAt).toBe(now);
  });

  it("wakes a dormant lead also from another browser, and says that nothing has counted yet", async () => {
    const pending = { ...reception, isPending: true };
    const woken = applySubmission(aLead("dormant"), await submissionOf({}), pending);
    expect([woken.stage, woken.cycle, woken.wokenBy]).toEqual(["captured", 2, "s-1"]);
    expect(applyEngagements(woken, reception).wokenBy).toBeUndefined();
    expect(applySubmission(woken, await submissionOf({}), reception).wokenBy).toBeUndefined();
  });

  it("is due again when it is still to be scored", async () => {
    const lead = applySubmission(aLead("captured"), await submissionOf({}), reception);
    expect(lead).toMatchObject({ stage: "captured", cycle: 1, nextDueAt });
  });

  it.each(ended)("begins its next cycle when it had ended as %s", async (stage) => {
    const known = aLead(stage, {
      cycle: 3,
      scores: { fit: 1, familiarity: 2 },
      nurture: { touches: 2, lastAt: daysFromNow(-9) },
      needsAttention: { error: "x", at: daysFromNow(-9) },
    });
    const lead = LeadSchema.parse(applySubmission(known, await submissionOf({ provincia: "Bizkaia" }), reception));
    expect(lead).toMatchObject({
      stage: "captured",
      cycle: 4,
      nextDueAt,
      stageSince: now,
      contact: { region: "Bizkaia" },
    });
    for (const gone of ["scores", "nurture", "needsAttention", "ownerId"]) expect(Object(lead)[gone]).toBeUndefined();
  });
});

describe("a lead that does something", () => {
  it.each(stages.filter((stage) => stage !== "dormant"))("is the very same lead when it is %s", (stage) => {
    const lead = aLead(stage);
    expect(applyEngagements(lead, { now, nextDueAt })).toBe(lead);
  });

  it("wakes when it is dormant", () => {
    const lead = applyEngagements(aLead("dormant", { cycle: 2 }), { now, nextDueAt });
    expect(lead).toMatchObject({ stage: "captured", cycle: 3, nextDueAt, stageSince: now, because: "engaged-again" });
  });

  it("wakes by what it did just before it was parked, not by old news", () => {
    const parked = aLead("dormant", { stageSince: daysFromNow(-2) });
    expect(applyEngagements(parked, { now, nextDueAt, did: daysFromNow(-2.9) }).stage).toBe("captured");
    expect(applyEngagements(parked, { now, nextDueAt, did: daysFromNow(-3.1) })).toBe(parked);
  });

  it("may pass the gate again after it was returned to marketing, by what it did since", () => {
    const lead = aLead("nurturing", { returnedAt: daysFromNow(-1) });
    expect(applyEngagements(lead, { now, nextDueAt, did: daysFromNow(-1.1) })).toBe(lead);
    expect(applyEngagements(lead, { now, nextDueAt })).toEqual({ ...lead, returnedAt: undefined });
    // By a clock that is half a minute behind the one that returned it.
    const behind = new Date(Date.parse(daysFromNow(-1)) - 30_000).toISOString();
    expect(applyEngagements(lead, { now, nextDueAt, did: behind })).toEqual({ ...lead, returnedAt: undefined });
  });
});

it("whatever happens to a lead of whatever stage, it is a lead, and never goes back a cycle", async () => {
  const submission = await submissionOf({ nombre: "Ana", consent: "on" });
  const happenings = fc.array(fc.constantFrom("form", "engagement"), { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...stages), happenings, (stage, happening) => {
      const after = happening.reduce<ReturnType<typeof applyEngagements>>(
        (lead, what) =>
          what === "form" ? applySubmission(lead, submission, reception) : applyEngagements(lead, { now, nextDueAt }),
        aLead(stage),
      );
      expect(LeadSchema.safeParse(after).success).toBe(true);
      expect([1, 2]).toContain(after.cycle);
      expect(after.cycle === 2).toBe(after.stage !== stage);
    }),
  );
});

/**
 * What somebody who knows an address, and nothing else, can do to its owner, to a rep and to us: each attack on the deployed
 * pipeline, with its harm counted. What one request costs is in test/capture/attack-costs.test.ts.
 */
import { describe, expect, it } from "vitest";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { theCrm } from "./crm.ts";
import {
  confirmConsent,
  decisionsOf,
  eventually,
  fitting,
  handedOff,
  isConfirmation,
  isHandOff,
  isNurture,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  mailsAbout,
  post,
  someone,
  submit,
} from "./pipeline.ts";

const { interest: _, ...notYet } = fitting;
const ask = await theCrm();

/** What the attacker sends in the victim's name; each is another body, so that none counts as a repeat. */
const forged = (email: string, i: number) => ({
  email,
  firstName: "Otra",
  lastName: `Persona ${i}`,
  phone: `+34 666 600 ${100 + i}`,
  interest: i % 2 === 0 ? "demo" : "pricing",
  consent: "nurture",
  message: `número ${i}`,
});

const mailsTo = async (mark: string) =>
  (await mailsAbout(mark)).filter(({ to }) => to.some((address) => address.toLowerCase().includes(mark)));
/** Facts that a colleague goes by. */
/** Without what the values that strangers claim beside them were read as. */
const valuesIn = ({ contact: { readAs: _, ...values } }: Lead) => values;
const factsOf = (lead: Lead) => ({ contact: valuesIn(lead), stage: lead.stage, cycle: lead.cycle });
const ofForms = (leadId: string) => leadItems(leadId, "SUBMISSION#");

describe.concurrent("thirteen forms in the name of one mailbox", () => {
  it("are one question to its owner, and no other mail", async () => {
    const { mark, body } = someone(notYet);
    const [name = "", domain = ""] = body.email.split("@");
    const spellings = [
      body.email,
      body.email.toUpperCase(),
      `${name}+a@${domain}`,
      `${name}+b+c@${domain}`,
      `  ${body.email} `,
      `${name.toUpperCase()}+D@${domain}`,
      `${name}@${domain.toUpperCase()}`,
    ];
    const consents: unknown[] = [
      "nurture",
      "NURTURE",
      "marketing",
      { purpose: "nurture", given: true, at: "2026-01-01T00:00:00Z" },
      [{ purpose: "nurture", given: true, at: "2025-06-01T00:00:00Z" }],
      "newsletter",
    ];
    for (let i = 0; i < 13; i++) {
      const [email, consent] = [spellings[i % spellings.length], consents[i % consents.length]];
      await submit({ ...body, email, consent, message: `form ${i}` });
    }
    const leadIds = new Set(await Promise.all(spellings.map((each) => leadIdOf(each.trim().toLowerCase()))));
    for (const leadId of leadIds) await leadIn(leadId, "dormant");
    const mails = await mailsTo(mark);
    expect([mails.filter(isConfirmation).length, mails.length]).toEqual([1, 1]);
  });
});

describe.concurrent("whoever knows the address of a lead", () => {
  it("cannot push out the consent that its owner has confirmed", async () => {
    const { mark, body } = someone(notYet);
    await submit(body);
    expect((await confirmConsent(mark)).status).toBe(200);
    const leadId = await leadIdOf(body.email);
    const confirmed = async () => (await leadNow(leadId)).consents.filter((each) => each.confirmedAt !== undefined);
    const before = await confirmed();
    expect(before).toHaveLength(1);
    const many = Array.from({ length: 10 }, (_each, i) => ({ purpose: "nurture", given: true, text: `texto ${i}` }));
    for (let i = 0; i < 8; i++) await submit({ ...forged(body.email, i), consent: many });
    expect(await confirmed()).toEqual(expect.arrayContaining(before));
    expect((await leadNow(leadId)).consents.length).toBeLessThanOrEqual(50);
    expect((await mailsTo(mark)).filter(isConfirmation)).toHaveLength(1);
  });

  it("changes nothing of what a rep goes by: not the telephone, not the name, not the stage", async () => {
    const { mark, body, leadId, mail } = await handedOff();
    const before = await leadIn(leadId, "handed-off");
    for (let i = 0; i < 5; i++) await submit(forged(body.email, i));
    await eventually("the forms are kept with the lead", async () =>
      (await ofForms(leadId)).length === 6 ? true : undefined,
    );
    const after = await leadNow(leadId);
    // What was empty is filled, and nothing else: the rep calls the number that was known.
    expect(after.contact).toMatchObject(valuesIn(before));
    // What is called is read from the number that was known.
    expect(after.contact.readAs).toEqual(expect.arrayContaining(before.contact.readAs ?? []));
    expect(before.contact).toHaveProperty("phone");
    // Kept beside, for a colleague to look at: the newest three of a field.
    expect(after.claims?.filter(({ field }) => field === "phone")).toHaveLength(3);
    const handOffs = (await mailsAbout(mark)).filter(
      (each) => isHandOff(each) && each.subject === mail.subject && each.to.join() === mail.to.join(),
    );
    expect(handOffs).toHaveLength(1);
  });

  it("cannot take a won deal back", async () => {
    const { body, leadId } = await handedOff();
    const lead = await leadIn(leadId, "handed-off");
    const by = "followUp" in lead ? lead.followUp.ownerId : "";
    expect((await ask("POST", "/answers", { leadId, by, answer: "accept" })).status).toBe(200);
    expect((await ask("POST", "/outcomes", { leadId, by, outcome: "won", amount: 12_500 })).status).toBe(200);
    const won = await leadNow(leadId);
    expect(won).toMatchObject({ stage: "won", amount: 12_500 });
    for (let i = 0; i < 4; i++) await submit(forged(body.email, i));
    await eventually("the forms are kept", async () => ((await ofForms(leadId)).length === 5 ? true : undefined));
    expect(await leadNow(leadId)).toMatchObject({ ...factsOf(won), amount: 12_500 });
  });

  it("cannot lift an unsubscription", async () => {
    const { mark, body } = someone(notYet);
    await submit(body);
    await confirmConsent(mark);
    const leadId = await leadIdOf(body.email);
    const link = linkIn(await mailAbout(mark, "the first piece", isNurture), "unsubscribe");
    expect((await fetch(link, { method: "POST" })).status).toBe(200);
    const { unsubscribedAt } = await leadNow(leadId);
    expect(unsubscribedAt).toBeDefined();
    const contentBefore = (await mailsTo(mark)).filter(isNurture).length;
    for (let i = 0; i < 4; i++) await submit({ ...forged(body.email, i), interest: undefined });
    await eventually("the forms are kept", async () => ((await ofForms(leadId)).length === 5 ? true : undefined));
    await leadIn(leadId, "dormant");
    expect((await leadNow(leadId)).unsubscribedAt).toBe(unsubscribedAt);
    expect((await mailsTo(mark)).filter(isNurture)).toHaveLength(contentBefore);
  });

  it("scores nothing by the reference of their own form", async () => {
    const { mark, body } = someone({ ...notYet, consent: "" });
    await submit(body);
    const leadId = await leadIdOf(body.email);
    await leadIn(leadId, "nurturing");
    const engagements = async () => (await leadItems(leadId, "ENGAGEMENT#")).length;
    const before = await engagements();
    const reference = await submit({ ...forged(body.email, 0), consent: "", interest: undefined });
    const kinds = ["pricing-viewed", "content-downloaded", "webinar-attended", "demo-requested"];
    for (let i = 0; i < 5; i++) {
      const events = kinds.map((kind) => ({ kind, id: `${kind}-${i}` }));
      expect((await post("/engagements", { reference, events })).status).toBe(202);
    }
    await leadIn(leadId, "dormant");
    // The form itself is one: it was sent.
    expect((await engagements()) - before).toBeLessThanOrEqual(1);
    const verdicts = (await decisionsOf(leadId, "gate")).map(({ verdict }) => verdict);
    expect(verdicts).not.toContain("qualified");
    expect((await mailsAbout(mark)).filter(isHandOff)).toEqual([]);
  });
});

describe("somebody without an address", () => {
  it("gets 413 for a form above 64 KB, by the deployed API, and leaves nothing", async () => {
    const { body } = someone();
    const response = await post("/leads", { ...body, message: "x".repeat(64 * 1024) });
    expect(response.status).toBe(413);
    await expect(leadIdOf(body.email)).rejects.toThrow();
  });
});

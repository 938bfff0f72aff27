import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leadItem, readLead, replaceLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { readMessages } from "../../lambdas/adapters/dynamo-messages.ts";
import { openReference } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead, LeadIn } from "../../lambdas/domain/lead/lead.ts";
import { moveTo } from "../../lambdas/domain/lead/move.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { sendStep } from "../../lambdas/nurture/send-step.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const publicUrl = "https://api.example";
const agreement = anAgreement();
const quiet = anAgreement({ nurture: { sending: { quietHours: { from: "20:00", to: "08:30" } } } });
const asking = anAgreement({ nurture: { doubleOptIn: true } });

const linkIn = ({ text }: Mail, path: string): string =>
  text.match(new RegExp(`${publicUrl}/${path}/(\\S+)`))?.[1] ?? "";

describe.each(engines())("a step of the nurture programme on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let mails: Mail[];
  let clock: string;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });
  beforeEach(() => {
    mails = [];
    clock = now;
  });

  const taskWith = (terms: Agreement = agreement): MailTask => ({
    table,
    agreement: terms,
    now: () => clock,
    send: async (mail) => ({ providerId: String(mails.push(mail)) }),
    keyring: signingKeys(table),
    publicUrl,
  });

  /** Each in a mailbox of its own, unless it is said whose. */
  const stored = async (lead: Lead) => {
    const email = lead.email === aLead("nurturing").email ? `${lead.leadId}@box.example` : lead.email;
    await transact(table, [put(table, "lead", leadItem({ ...lead, email }), isNew)]);
    return { leadId: lead.leadId, cycle: lead.cycle, signals: 0 };
  };

  it("sends one piece, and waits for the next", async () => {
    const journey = await stored(aLead("nurturing", { leadId: "s-first" }));
    const step = await sendStep(taskWith())(journey);
    expect(step).toEqual({ ...journey, stage: "nurturing", next: "wait", wait: { seconds: 7 * 24 * 3600 } });
    expect(mails.map(({ subject }) => subject)).toEqual(["Por qué se pierden los contactos"]);
    expect(await sendStep(taskWith())(journey)).toEqual(step);
    expect(mails).toHaveLength(1);
    expect(await readLead(table, "s-first")).toMatchObject({
      nurture: { touches: 1, lastAt: now },
      nextDueAt: "2026-03-17T09:30:00.000Z",
    });
  });

  it("does not count as seen what came in after the lead was scored", async () => {
    const journey = await stored(aLead("nurturing", { leadId: "s-meanwhile" }));
    await transact(table, [signal(table, journey.leadId)]);
    expect(await sendStep(taskWith())(journey)).toMatchObject({ next: "wait", signals: 0 });
  });

  it("gives the mail a link of ours to the content, one to end our mails, and a name for the web site", async () => {
    await sendStep(taskWith())(await stored(aLead("nurturing", { leadId: "s-links", language: "en" })));
    const [mail] = mails;
    if (mail === undefined) throw new Error("no mail was sent");
    const keyring = signingKeys(table);
    const lead = { leadId: "s-links", cycle: 1, language: "en" };
    expect(await openReference(table, keyring, linkIn(mail, "go"), "visit", now)).toEqual({
      ...lead,
      purpose: "visit",
      content: "why-alignment",
      until: "2027-04-14T09:30:00.000Z",
    });
    expect(await openReference(table, keyring, linkIn(mail, "unsubscribe"), "unsubscribe", now)).toMatchObject(lead);
    expect(mail.text).not.toContain("engranaje.example/en/");
  });

  it("waits for the morning of the lead", async () => {
    clock = "2026-03-10T21:00:00.000Z";
    const journey = await stored(aLead("nurturing", { leadId: "s-night" }));
    expect(await sendStep(taskWith(quiet))(journey)).toMatchObject({ next: "wait", wait: { seconds: 10.5 * 3600 } });
    expect(mails).toEqual([]);
    clock = "2026-03-11T07:30:00.000Z";
    await sendStep(taskWith(quiet))(journey);
    expect(mails).toHaveLength(1);
  });

  it("asks once for the confirmation that is open, and sends nothing before it has come", async () => {
    const lead = aLead("nurturing", { leadId: "s-asks" });
    const journey = await stored(lead);
    for (let i = 0; i < 2; i++)
      expect(await sendStep(taskWith(asking))(journey)).toMatchObject({
        next: "wait",
        wait: { seconds: 60 * 24 * 3600 },
      });
    expect(mails).toHaveLength(1);
    const [consent] = lead.consents;
    const reference = linkIn(mails[0] ?? { to: { name: "", email: "" }, subject: "", text: "", html: "" }, "confirm");
    expect(await openReference(table, signingKeys(table), reference, "confirm", now)).toMatchObject({
      leadId: "s-asks",
      content: consent?.at,
    });
    const asked = await readLead(table, "s-asks");
    if (asked === undefined) throw new Error("the lead is gone");
    const confirmed = {
      ...asked,
      consents: [{ ...consent, purpose: "news", at: consent?.at ?? now, confirmedAt: now }],
    };
    await transact(table, [replaceLead(table, asked, confirmed)]);
    await sendStep(taskWith(asking))(journey);
    expect(mails).toHaveLength(2);
  });

  /** What may come between the decision to send and the send. */
  const changes: [string, (lead: LeadIn<"nurturing">) => Lead, "moved" | "parked" | "wait"][] = [
    ["the lead ends our mails", (lead) => ({ ...lead, unsubscribedAt: now }), "parked"],
    // Anyone can say no by a form: the lead is not parked for it.
    ["a form says no", (lead) => ({ ...lead, declinedAt: now }), "wait"],
    ["a mail bounces", (lead) => ({ ...lead, undeliverable: { because: "bounced", at: now } }), "parked"],
    ["the reader complains", (lead) => ({ ...lead, undeliverable: { because: "complained", at: now } }), "parked"],
    [
      "the lead passes the gate",
      (lead) => moveTo("qualified", lead, { qualifiedAt: now, nextDueAt: now }, { because: "gate-passed", now }),
      "moved",
    ],
    [
      "the lead is handed off",
      (lead) => ({ ...aLead("handed-off", { leadId: lead.leadId }), version: lead.version }),
      "moved",
    ],
    ["the lead is disqualified", (lead) => moveTo("disqualified", lead, {}, { because: "a-student", now }), "moved"],
    ["the lead is parked", (lead) => moveTo("dormant", lead, {}, { because: "stayed-silent", now }), "moved"],
  ];

  it.each(changes)("sends nothing when between decision and send %s", async (what, change, then) => {
    const leadId = `s-${what.replaceAll(" ", "-")}`;
    const lead = aLead("nurturing", { leadId });
    const journey = await stored(lead);
    const keyring = signingKeys(table);
    const task = taskWith();
    let changed = false;
    // The links are made when it is decided what to send, and before the mail is claimed.
    const meanwhile: MailTask["keyring"] = async () => {
      if (!changed) await transact(table, [replaceLead(table, lead, change(lead))]);
      changed = true;
      return keyring();
    };
    expect(await sendStep({ ...task, keyring: meanwhile })(journey)).toMatchObject({ next: "moved" });
    expect(changed).toBe(true);
    expect(await sendStep(task)(journey)).toMatchObject({ next: then });
    expect(mails).toEqual([]);
    expect(await readMessages(table, leadId)).toEqual([]);
  });

  it("asks one mailbox once, whatever leads are made of its address, and three times in all", async () => {
    const asks = async (i: number, day: number) => {
      clock = daysFromNow(day);
      const consents = [{ purpose: "news", at: clock }];
      const email = `inbox${i === 0 ? "" : `+${i}`}@stranger.example`;
      await sendStep(taskWith(asking))(await stored(aLead("nurturing", { leadId: `s-box-${i}`, email, consents })));
    };
    for (let i = 0; i < 13; i++) await asks(i, 0);
    expect(mails).toHaveLength(1);
    for (const [i, day] of [6, 8, 16, 24, 32].entries()) await asks(20 + i, day);
    expect(mails).toHaveLength(3);
  });

  it("sends a stranger three mails a day at most, and the others on the next day", async () => {
    clock = daysFromNow(70);
    const consents = [{ purpose: "news", at: clock }];
    const journeys = await Promise.all(
      [0, 1, 2, 3].map((i) =>
        stored(aLead("nurturing", { leadId: `s-day-${i}`, email: `day+${i}@stranger.example`, consents })),
      ),
    );
    const steps = [];
    for (const journey of [...journeys, journeys[0]]) steps.push(await sendStep(taskWith())(journey));
    expect(mails).toHaveLength(3);
    expect(steps.map(({ wait }) => wait.seconds <= 24 * 3600)).toEqual([false, false, false, true, false]);
    clock = daysFromNow(71);
    await sendStep(taskWith())(journeys[3]);
    expect(mails).toHaveLength(4);
  });

  it("asks in one mail whose a form is, once, and again no sooner than in a week, of a form that came since", async () => {
    const form = (submissionId: string, at: string) => ({
      submissionId,
      at,
      kinds: ["form-submitted", "demo-requested"],
    });
    const lead = aLead("nurturing", { leadId: "s-form", consents: [], unconfirmedForms: [form("f-1", now)] });
    const journey = await stored(lead);
    const item = { submissionId: "f-1", at: now, contact: { interest: "demo", message: "gane dinero" } };
    await transact(table, [put(table, "form", { ...keys.submission("s-form", "f-1"), ...item })]);
    for (let i = 0; i < 2; i++) await sendStep(taskWith())(journey);
    expect(mails.map(({ subject }) => subject)).toEqual(["Confirme su formulario en Engranaje Industrial"]);
    expect(mails[0]?.text).not.toContain("gane dinero");
    const [mail] = mails;
    const opened = mail && (await openReference(table, signingKeys(table), linkIn(mail, "confirm"), "confirm", now));
    expect(opened).toMatchObject({ leadId: "s-form", submissionId: "f-1" });
    expect(opened?.content).toBeUndefined();
    const asked = await readLead(table, "s-form");
    if (asked === undefined) throw new Error("the lead is gone");
    clock = daysFromNow(1);
    const again = { ...asked, unconfirmedForms: [form("f-1", now), form("f-2", clock)] };
    await transact(table, [replaceLead(table, asked, again)]);
    expect(await sendStep(taskWith())(journey)).toMatchObject({ next: "wait", wait: { seconds: 6 * 24 * 3600 } });
    expect(mails).toHaveLength(1);
    clock = daysFromNow(7);
    await sendStep(taskWith())(journey);
    expect(mails).toHaveLength(2);
  });

  it("sends no content to a lead that only an unconfirmed form has woken", async () => {
    const facts = { leadId: "s-woken", wokenBy: "f-9", consents: [{ purpose: "news", at: now, confirmedAt: now }] };
    expect(await sendStep(taskWith())(await stored(aLead("nurturing", facts)))).toMatchObject({ next: "wait" });
    expect(mails).toEqual([]);
  });

  it("lets the mails to strangers beyond the hour's measure wait for the next hour", async () => {
    const scarce = anAgreement({ nurture: { doubleOptIn: true }, limits: { strangerMailsPerHour: 2 } });
    clock = daysFromNow(50);
    const consents = [{ purpose: "news", at: clock }];
    const journeys = await Promise.all(
      [0, 1, 2, 3].map((i) =>
        stored(aLead("nurturing", { leadId: `s-hour-${i}`, email: `hour${i}@stranger.example`, consents })),
      ),
    );
    const steps = [];
    for (const journey of journeys) steps.push(await sendStep(taskWith(scarce))(journey));
    expect(mails).toHaveLength(2);
    expect(steps.map(({ wait }) => wait.seconds <= 3600)).toEqual([false, false, true, true]);
    clock = new Date(Date.parse(clock) + 3600_000).toISOString();
    await sendStep(taskWith(scarce))(journeys[2]);
    expect(mails).toHaveLength(3);
  });

  it("sends no confirmation to a lead that unsubscribes between decision and send", async () => {
    const lead = aLead("nurturing", { leadId: "s-ends-before-asked", email: "ends@before.example" });
    const journey = await stored(lead);
    const keyring = signingKeys(table);
    const meanwhile: MailTask["keyring"] = async () => {
      await transact(table, [replaceLead(table, lead, { ...lead, unsubscribedAt: now })]);
      return keyring();
    };
    expect(await sendStep({ ...taskWith(asking), keyring: meanwhile })(journey)).toMatchObject({ next: "moved" });
    expect(mails).toEqual([]);
  });
});

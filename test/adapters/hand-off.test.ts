import { beforeAll, describe, expect, it } from "vitest";
import { decisionWrite, readDecisions } from "../../lambdas/adapters/dynamo-decisions.ts";
import { engagementWrite } from "../../lambdas/adapters/dynamo-engagements.ts";
import { firstSumsWrite } from "../../lambdas/adapters/dynamo-familiarity-sums.ts";
import { leadItem, readLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { readMessages } from "../../lambdas/adapters/dynamo-messages.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readQueue } from "../../lambdas/adapters/dynamo-waiting.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { assign } from "../../lambdas/hand-off/assign.ts";
import { handOff } from "../../lambdas/hand-off/hand-off.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead, anEngagement } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { aRep } from "../builders/rep-now.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();

const did = [
  anEngagement({ engagementId: "e-2", kind: "pricing-viewed", at: daysFromNow(-1) }),
  anEngagement({ engagementId: "e-9", kind: "page-viewed", at: daysFromNow(-3), subject: "/precios" }),
];

const rejection = { kind: "rejected", reason: "not-now", at: daysFromNow(-30), ownerId: "ana", cycle: 1 };
const passing = { kind: "passed-on", to: "luis", note: "Es de tu zona", at: now, ownerId: "ana", cycle: 2 };

describe.each(engines())("the hand-off on $name", ({ endpoint }) => {
  let table: DynamoTable;
  const sent: Mail[] = [];

  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const task = (terms = agreement): MailTask => ({
    table,
    agreement: terms,
    now: () => now,
    send: async (mail) => ({ providerId: `m-${sent.push(mail)}` }),
    keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }],
    publicUrl: "https://api.example",
  });
  const hand = (leadId: string, cycle: number) => handOff(task())({ leadId, cycle });
  const qualified = async (leadId: string) => {
    const lead = aLead("qualified", { leadId, email: `${leadId}@gmail.com`, contact: { company: leadId } });
    await transact(table, [put(table, "lead", leadItem(lead), isNew), signal(table, leadId)]);
    return { leadId, cycle: lead.cycle };
  };

  const assigned = async (leadId: string, overrides: Parameters<typeof aLead<"assigned">>[1]) => {
    const lead = aLead("assigned", { leadId, ...overrides });
    await transact(table, [
      put(table, "lead", leadItem(lead), isNew),
      ...did.map((engagement) => engagementWrite(table, leadId, lead.cycle, engagement)),
      firstSumsWrite(table, leadId, did, agreement),
      decisionWrite(table, lead, {
        at: now,
        of: "gate",
        verdict: "qualified",
        reasons: [{ es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (minimum 30)" }],
        agreementVersion: agreement.version,
      }),
    ]);
    return lead;
  };

  it("gives the owner the whole story, in the order in which it happened, with the deadline as a file", async () => {
    const { leadId, cycle } = await assigned("h-story", { cycle: 2 });
    await transact(table, [
      put(table, "answer", { ...keys.answer(leadId, 1, rejection.at), leadId, ...rejection }, isNew),
    ]);
    expect(await hand(leadId, cycle)).toMatchObject({ next: "wait" });
    const mail = sent.at(-1);
    expect(mail?.text).toMatch(
      /7 mar 2026, 10:30: Página visitada \(\/precios\)\n9 mar 2026, 10:30: Página de precios visitada/,
    );
    expect(mail?.text).toContain("- Ciclo 1: rechazado por Ana Gil el 8 feb 2026: «Ahora no es el momento»");
    expect(mail?.text).toContain("- Puntos de encaje: 60 (mínimo 30)");
    expect(mail?.attachments?.map(({ name }) => name)).toEqual(["plazo.ics"]);
    expect(await readLead(table, leadId)).toMatchObject({ stage: "handed-off", because: "rep-told" });
  });

  it("assigns an MQL that nobody has, and mails its owner, in one step", async () => {
    const journey = await qualified("h-mql");
    const before = sent.length;
    expect(await handOff(task())(journey)).toMatchObject({ ...journey, signals: 1, next: "wait" });
    const lead = await readLead(table, "h-mql");
    expect(lead).toMatchObject({ stage: "handed-off" });
    if (lead?.stage !== "handed-off") throw new Error("it is not handed off");
    expect(sent.slice(before).map(({ to }) => to.email)).toEqual([`${lead.followUp.ownerId}@engranaje.example`]);
    const decisions = await readDecisions(table, lead);
    expect(decisions.map(({ of, verdict }) => [of, verdict])).toEqual([["assignment", lead.followUp.ownerId]]);
  });

  it("goes on to the mail when it died after the assignment", async () => {
    const journey = await qualified("h-died");
    await assign(task())(journey);
    const before = sent.length;
    expect(await handOff(task())(journey)).toMatchObject({ next: "wait" });
    expect(sent.slice(before)).toHaveLength(1);
  });

  it("has the lead wait in line, and mails nobody, while no rep has room", async () => {
    const full = anAgreement({ team: { reps: [aRep("ana", { capacity: { newPerWeek: 0, openAtMost: 40 } })] } });
    const journey = await qualified("h-full");
    const before = sent.length;
    const step = await handOff(task(full))(journey);
    expect(step).toMatchObject({ ...journey, stage: "qualified", signals: 1, next: "no-capacity" });
    expect(step.wait.seconds).toBeGreaterThan(1);
    expect((await readQueue(table, 10)).map(({ leadId }) => leadId)).toContain("h-full");
    expect(sent.slice(before)).toEqual([]);
  });

  it("shows the new owner who passed the lead on and why, and notifies the former owner", async () => {
    const { leadId, cycle } = await assigned("h-passed", {
      cycle: 2,
      because: "passed-on",
      followUp: { ownerId: "luis", turn: 1, earlier: ["ana"] },
    });
    await transact(table, [put(table, "answer", { ...keys.answer(leadId, 2, now), leadId, ...passing }, isNew)]);
    await hand(leadId, cycle);
    const [toOwner, toFormer] = sent.slice(-2);
    expect(toOwner?.to.email).toBe("luis@engranaje.example");
    expect(toOwner?.text).toContain("Ana Gil te ha pasado a Inés Otero (Talleres Norte): «Es de tu zona».");
    expect(toFormer?.to.email).toBe("ana@engranaje.example");
    expect((await readMessages(table, leadId)).map(({ purpose, step }) => [purpose, step])).toEqual([
      ["hand-off", "luis.1"],
      ["taken-over", "1"],
    ]);
  });

  it("is done once: a second run sends nothing", async () => {
    const { leadId, cycle } = await assigned("h-again", {});
    await hand(leadId, cycle);
    const before = sent.length;
    expect(await hand(leadId, cycle)).toMatchObject({ next: "moved" });
    expect(sent).toHaveLength(before);
  });
});

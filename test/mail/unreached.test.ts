import { beforeEach, describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { EventType } from "../../lambdas/contract/events.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { sayUndeliverable } from "../../lambdas/views/nurture/undeliverable-words.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";

describe("what did not arrive", () => {
  let table: Twin;
  let sent: Mail[];
  beforeEach(() => {
    [table, sent] = [dynamoTwin(), []];
  });

  const stored = (lead: Lead) => transact(table, [put(table, "lead", leadItem(lead))]);
  const told = async (type: EventType, data: object) => {
    const task = {
      table,
      agreement: anAgreement(),
      now: () => now,
      send: async (mail: Mail) => ({ providerId: String(sent.push(mail)) }),
      keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }] as const,
      publicUrl: "https://api.example",
      parkEvent: async (_: string, reason: string) => {
        throw new Error(reason);
      },
    };
    const detail = { id: "e", version: 1, time: now, type, correlationId: "c", data };
    const record = { messageId: "m", body: JSON.stringify({ detail }) };
    expect(await notifyTeams(task)({ Records: [record] })).toEqual({ batchItemFailures: [] });
  };
  const refused = { leadId: "lead-0001", cycle: 1, purpose: "hand-off", step: "ana.0" };

  it.each([
    ["the lead goes on to somebody else", "recipient", "assigned", "El lead pasa a otra persona"],
    ["nobody else would get it", "content", "assigned", "el lead espera, sin que corra ningún plazo. Avisa a Ana Gil"],
    ["its clock runs: the mail had been taken", "content", "handed-off", "Avisa a Ana Gil por otra vía, o reasigna"],
  ] as const)("a hand-off, whoever has the lead by now: %s", async (_, refusal, stage, notice) => {
    await stored(aLead(stage, refusal === "recipient" ? { followUp: { ownerId: "luis", turn: 1 } } : {}));
    await told("MailUndeliverable", { ...refused, refusal });
    expect(sent.map(({ to }) => to.name)).toEqual(["Pablo Rey"]);
    expect(sent[0]?.subject).toContain("Ana Gil no ha recibido");
    expect(sent[0]?.text).toContain(notice);
  });

  it("at a rep: their manager is told, once", async () => {
    await stored(aLead("handed-off"));
    for (let i = 0; i < 2; i++) await told("MailUndeliverable", { ...refused, purpose: "reminder" });
    expect(sent.map(({ to }) => to.name)).toEqual(["Pablo Rey"]);
    expect(sent[0]?.subject).toBe("Ana Gil no ha recibido un correo sobre Inés Otero (Talleres Norte)");
    expect(sent[0]?.text).toContain("reasigna el lead");
    expect(sent[0]?.text).toContain("ana@engranaje.example");
  });

  it.each([
    ["the manager's own mail: the director is told", "escalation", ["Marta Soler"]],
    ["content: nobody is told", "won", []],
    ["the notice itself: nobody is told of it in its turn", "undelivered", []],
    ["a mail to the lead: nobody is told", "confirm-consent", []],
  ])("%s", async (_, purpose, names) => {
    await stored(aLead("handed-off"));
    await told("MailUndeliverable", { ...refused, purpose });
    expect(sent.map(({ to }) => to.name)).toEqual(names);
  });

  it("at the lead, for its address: it is written to no more", async () => {
    await stored(aLead("nurturing"));
    const toLead = { ...refused, purpose: "nurture", step: "guide" };
    await told("MailUndeliverable", { ...toLead, refusal: "content" });
    expect(await readLead(table, "lead-0001")).not.toHaveProperty("undeliverable");
    await told("MailUndeliverable", { ...toLead, refusal: "recipient" });
    expect(await readLead(table, "lead-0001")).toMatchObject({ undeliverable: { because: "bounced" } });
    expect(sent).toEqual([]);
  });

  it("at a lead in somebody's hands: the owner is told why, once, with the phone", async () => {
    const undeliverable = { because: "bounced", code: "5.1.1", at: now } as const;
    await stored(aLead("accepted", { undeliverable, contact: { phone: "+34 600 111 222" } }));
    for (let i = 0; i < 2; i++) await told("LeadUndeliverable", { leadId: "lead-0001", cycle: 1, because: "bounced" });
    expect(sent.map(({ to }) => to.name)).toEqual(["Ana Gil"]);
    expect(sent[0]?.text).toContain("Su dirección de correo no existe.");
    expect(sent[0]?.text).toContain("+34 600 111 222");
  });

  it("at a lead that nobody has: nobody is told", async () => {
    await stored(aLead("nurturing", { undeliverable: { because: "bounced", at: now } }));
    await told("LeadUndeliverable", { leadId: "lead-0001", cycle: 1, because: "bounced" });
    await told("LeadUndeliverable", { leadId: "erased", cycle: 1, because: "bounced" });
    expect(sent).toEqual([]);
  });

  it("is said in plain words, by its code", () => {
    const said = ["5.1.1", "5.4.4", "5.2.2", "4.4.7", undefined].map(
      (code) => sayUndeliverable({ because: "bounced", code }).en,
    );
    expect(new Set(said).size).toBe(5);
    expect(said[2]).toBe("Their mailbox stays full");
    expect(sayUndeliverable({ because: "complained" }).es).toContain("no deseado");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { applySubmission } from "../../lambdas/domain/capture/apply-submission.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { submissionOf } from "../domain/capture/request.ts";

describe("a lead that writes again", () => {
  let table: Twin;
  let sent: Mail[];
  beforeEach(() => {
    [table, sent] = [dynamoTwin(), []];
  });

  const toColleagues = () => sent.filter(({ text }) => text.includes("/board/"));
  const toSender = () => sent.filter(({ text }) => text.includes("/confirm/"));

  const writes = async (lead: Lead, at: string, agreement = anAgreement(), facts = {}): Promise<void> => {
    const reception = { submissionId: `s-${at}`, now: at, nextDueAt: at, consentPurpose: "news", ...facts };
    const next = applySubmission(lead, await submissionOf({ phone: "666 600 600" }), reception);
    await transact(table, [put(table, "lead", leadItem(next))]);
    const data = { leadId: lead.leadId, cycle: lead.cycle, submissionId: `s-${at}` };
    await tell("LeadWroteAgain", data, at, agreement);
  };

  const tell = async (type: string, data: object, at: string, agreement = anAgreement()): Promise<void> => {
    const task = {
      table,
      agreement,
      now: () => at,
      send: async (mail: Mail) => ({ providerId: String(sent.push(mail)) }),
      keyring: async () => [{ keyId: "k", secret: new Uint8Array(32) }] as const,
      publicUrl: "https://api.example",
      parkEvent: async (_: string, reason: string) => {
        throw new Error(reason);
      },
    };
    const detail = { id: "e", version: 1, time: at, type, correlationId: "c", data };
    const record = { messageId: "m", body: JSON.stringify({ detail }) };
    expect(await notifyTeams(task)({ Records: [record] })).toEqual({ batchItemFailures: [] });
  };

  it.each(["handed-off", "accepted", "sales-qualified", "opportunity"] as const)(
    "while it is %s: its owner hears of it once a turn, with what differs",
    async (stage) => {
      const lead = aLead(stage);
      await writes(lead, now);
      await writes(lead, daysFromNow(9));
      expect(toColleagues().map(({ to, subject }) => [to.name, subject])).toEqual([
        ["Ana Gil", "Inés Otero (Talleres Norte) ha vuelto a escribir"],
      ]);
      expect(sent[0]?.text).toContain("un formulario decía: teléfono 666 600 600");
      expect(sent[0]?.text).toMatch(/https:\/\/\S+\/board\/leads\/\S+/);
      expect(sent[0]?.text).toContain("+34 910 000 000");
      await writes({ ...lead, followUp: { ...lead.followUp, turn: 1, ownerId: "luis" } }, daysFromNow(10));
      expect(toColleagues().map(({ to }) => to.name)).toEqual(["Ana Gil", "Luis Mora"]);
    },
  );

  it("after it was won: who closed it hears of it, at most once a week, and that it stays won", async () => {
    for (const days of [0, 0.1, 14]) await writes(aLead("won"), daysFromNow(days));
    expect(sent.map(({ to }) => to.name)).toEqual(["Ana Gil", "Ana Gil"]);
    expect(sent[0]?.subject).toBe("Tu cliente Inés Otero (Talleres Norte) ha vuelto a escribir");
    expect(sent[0]?.text).toContain("«Nuevo negocio»");
  });

  it("while its owner is away: their manager stands in", async () => {
    const day = now.slice(0, 10);
    const agreement = anAgreement();
    const reps = agreement.terms.team.reps.map((rep) => ({ ...rep, absences: [{ from: day, to: day }] }));
    const away = { ...agreement, terms: { ...agreement.terms, team: { ...agreement.terms.team, reps } } };
    await writes(aLead("accepted"), now, away);
    expect(sent.map(({ to }) => to.name)).toEqual(["Pablo Rey"]);
    expect(sent[0]?.text).toContain("Lo lleva Ana Gil, que está fuera");
  });

  it("while marketing has it: nobody is told", async () => {
    await writes(aLead("nurturing"), now);
    expect(sent).toEqual([]);
  });

  it("is asked in one mail to confirm the form, once in seven days and three times in all", async () => {
    const form = { isPending: true, kinds: ["form-submitted"] };
    for (const days of [0, 0, 1, 6, 7, 8, 15, 30, 60]) await writes(aLead("won"), daysFromNow(days), undefined, form);
    expect(toSender().map(({ to, subject }) => [to.email, subject])).toEqual(
      Array.from({ length: 3 }, () => ["ines@talleresnorte.example", "Confirme su formulario en Engranaje Industrial"]),
    );
  });

  it("that came from their own browser needs no confirmation, unless an answer is owed: its wish may shorten the clock", async () => {
    await writes(aLead("won"), now);
    expect(toSender()).toEqual([]);
    await writes(aLead("handed-off"), now);
    expect(toSender()).toHaveLength(1);
  });

  it("and confirms that it cannot wait: who owes the answer, or stands in, hears of the new deadline once", async () => {
    const hurried = { submissionId: "s-1", at: now };
    const lead = aLead("handed-off", { hurried, lane: "fast" });
    await transact(table, [
      put(table, "lead", leadItem(lead)),
      put(table, "form", {
        ...keys.submission(lead.leadId, "s-1"),
        submissionId: "s-1",
        at: now,
        contact: { interest: "demo" },
      }),
    ]);
    const data = { leadId: lead.leadId, cycle: lead.cycle, submissionId: "s-1" };
    for (let i = 0; i < 2; i++) await tell("ClockShortened", data, now);
    expect(sent.map(({ to, subject }) => [to.name, subject])).toEqual([
      ["Ana Gil", "Inés Otero (Talleres Norte) no puede esperar: tu plazo es más corto"],
    ]);
    expect(sent[0]?.text).toContain("Demo requested");
    expect(sent[0]?.text).toContain("Contesta antes del jueves 12 de marzo");
    await transact(table, [put(table, "lead", leadItem(aLead("accepted", { hurried })))]);
    await tell("ClockShortened", { ...data, leadId: lead.leadId }, now);
    expect(sent).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
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

  const writes = async (lead: Lead, at: string, agreement = anAgreement()): Promise<void> => {
    const reception = { submissionId: `s-${at}`, now: at, nextDueAt: at, consentPurpose: "news" };
    const next = applySubmission(lead, await submissionOf({ phone: "666 600 600" }), reception);
    await transact(table, [put(table, "lead", leadItem(next))]);
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
    const data = { leadId: lead.leadId, cycle: lead.cycle, submissionId: `s-${at}` };
    const detail = { id: "e", version: 1, time: at, type: "LeadWroteAgain", correlationId: "c", data };
    const record = { messageId: "m", body: JSON.stringify({ detail }) };
    expect(await notifyTeams(task)({ Records: [record] })).toEqual({ batchItemFailures: [] });
  };

  it.each(["handed-off", "accepted", "sales-qualified", "opportunity"] as const)(
    "while it is %s: its owner hears of it once a turn, with what differs",
    async (stage) => {
      const lead = aLead(stage);
      await writes(lead, now);
      await writes(lead, daysFromNow(9));
      expect(sent.map(({ to, subject }) => [to.name, subject])).toEqual([
        ["Ana Gil", "Inés Otero (Talleres Norte) ha vuelto a escribir"],
      ]);
      expect(sent[0]?.text).toContain("un formulario decía: teléfono 666 600 600");
      expect(sent[0]?.text).toMatch(/https:\/\/\S+\/board\/leads\/\S+/);
      expect(sent[0]?.text).toContain("+34 910 000 000");
      await writes({ ...lead, followUp: { ...lead.followUp, turn: 1, ownerId: "luis" } }, daysFromNow(10));
      expect(sent.map(({ to }) => to.name)).toEqual(["Ana Gil", "Luis Mora"]);
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
});

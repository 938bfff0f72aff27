import { beforeAll, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { readMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { type Delivery, deliverOnce } from "../../lambdas/mail/deliver-once.ts";
import { aLead } from "../builders/lead.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const mail = { to: { name: "Ana", email: "ana@company.example" }, subject: "Hola", text: "Hola", html: "<p>Hola</p>" };

/** A mail service that responds as configured, and counts what really went out. */
const postOffice = (...answers: ("takes" | "refuses" | "breaks off before" | "breaks off after")[]) => {
  let gone = 0;
  const send = async () => {
    const answer = answers.shift() ?? "takes";
    if (answer === "refuses") throw new MailNotSentError("refused");
    if (answer === "breaks off before") throw new Error("socket hang up");
    gone++;
    if (answer === "breaks off after") throw new Error("socket hang up");
    return { providerId: String(gone) };
  };
  return { send, gone: () => gone };
};

const now = () => "2026-11-24T09:00:00.000Z";

/** A reminder about a lead that is stored first. */
const deliveryOf = async (table: DynamoTable, leadId: string): Promise<Delivery> => {
  const lead = aLead("handed-off", { leadId });
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
  return {
    name: { leadId, cycle: lead.cycle, purpose: "reminder", step: lead.followUp.ownerId },
    still: { stage: "handed-off", ownerId: lead.followUp.ownerId },
    grants: [],
    mail,
    correlationId: "c",
  };
};
describe.each(engines())("a mail on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("that was refused goes when it is tried again, once", async () => {
    const { send, gone } = postOffice("refuses");
    const about = await deliveryOf(table, "d-refused");
    await expect(deliverOnce({ table, send, now }, about)).rejects.toThrow(MailNotSentError);
    expect(await deliverOnce({ table, send, now }, about)).toBe("sent");
    expect(await deliverOnce({ table, send, now }, about)).toBe("sent-before");
    expect(gone()).toBe(1);
    expect(await readMessage(table, about.name)).toMatchObject({ status: "sent" });
  });

  it("identifies its subject in its tags, by ids only", async () => {
    const sent: Mail[] = [];
    const send = async (each: Mail) => {
      sent.push(each);
      return { providerId: "1" };
    };
    const about = await deliveryOf(table, "d-tagged");
    await deliverOnce({ table, send, now }, { ...about, mail: { ...mail, tags: { kind: "test" } } });
    const tags = { kind: "test", leadId: "d-tagged", cycle: "1", purpose: "reminder" };
    expect(sent).toEqual([{ ...mail, tags }]);
  });

  it.each(["breaks off before", "breaks off after"] as const)(
    "of which nobody knows whether it went (the connection %s) is not tried again, but flagged",
    async (answer) => {
      const { send, gone } = postOffice(answer);
      const about = await deliveryOf(table, `d-${answer}`);
      await expect(deliverOnce({ table, send, now }, about)).rejects.toThrow("socket hang up");
      expect(await deliverOnce({ table, send, now }, about)).toBe("sent-before");
      expect(gone()).toBe(answer === "breaks off after" ? 1 : 0);
      expect(await readMessage(table, about.name)).toMatchObject({ status: "unconfirmed" });
    },
  );
});

describe.each(isolatingEngines())("a mail on $name", ({ endpoint }) => {
  it("tried by ten at once goes once", async () => {
    const table = await newTable(endpoint);
    const { send, gone } = postOffice();
    const about = await deliveryOf(table, "d-ten");
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliverOnce({ table, send, now }, about)));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(gone()).toBe(1);
  });
});

import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import type { Mail, Refusal } from "../../lambdas/contract/mail.ts";
import type { Delivery } from "../../lambdas/mail/deliver-once.ts";
import { aLead } from "../builders/lead.ts";

export const mail = {
  to: { name: "Ana", email: "ana@company.example" },
  subject: "Hola",
  text: "Hola",
  html: "<p>Hola</p>",
};

export type Answer = "takes" | "breaks off before" | "breaks off after" | { readonly refuses: Refusal };

/** A mail service that responds as configured, and knows what really went out. */
export const postOffice = (...answers: Answer[]) => {
  const gone: Mail[] = [];
  const send = async (each: Mail) => {
    const answer = answers.shift() ?? "takes";
    if (typeof answer === "object") throw new MailNotSentError("refused", { refusal: answer.refuses });
    if (answer !== "breaks off before") gone.push(each);
    if (answer !== "takes") throw new Error("socket hang up");
    return { providerId: String(gone.length) };
  };
  return { send, gone };
};

/** A reminder about a lead that is stored first. */
export const deliveryOf = async (table: DynamoTable, leadId: string): Promise<Delivery> => {
  const lead = aLead("handed-off", { leadId });
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
  return {
    name: { leadId, cycle: lead.cycle, purpose: "reminder", step: `${lead.followUp.ownerId}.0` },
    still: { stage: "handed-off", ownerId: lead.followUp.ownerId },
    grants: [],
    mail,
    correlationId: "c",
  };
};

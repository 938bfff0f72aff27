import { untilWritten } from "../adapters/contention.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { readAskedAddress } from "../adapters/dynamo-limits.ts";
import { readMessages } from "../adapters/dynamo-messages.ts";
import { log } from "../adapters/logger.ts";
import { MailNotSentError } from "../adapters/ses-mailer.ts";
import { questionFor, stepOf } from "../domain/nurture/question.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { askToConfirm } from "./deliver-step.ts";
import { roomForMail } from "./room-for-mail.ts";
import { askedIn } from "./situation-of.ts";

/**
 * Asks the sender of a form about a lead that sales has in hand, or has closed, to confirm it, within the limits of
 * questions: no programme sends it mails that could ask. Beyond the limits nobody is asked, and the owner knows of the form.
 * @throws MailNotSentError when our account may not send now
 */
export const askSender = (task: MailTask, leadId: string): Promise<"asked" | "not-asked"> =>
  untilWritten(async () => {
    const { table, agreement } = task;
    const now = task.now();
    const lead = await readLead(table, leadId);
    if (lead?.unconfirmedForms === undefined) return "not-asked";
    const { asks: asksOfMailbox } = await readAskedAddress(table, lead.email);
    const asked = askedIn(await readMessages(table, leadId), now);
    const { question, from } = questionFor(lead, { asked, asksOfMailbox }, agreement, now) ?? {};
    if (question === undefined || from !== now) return "not-asked";
    const mail = { purpose: "confirm-consent", step: stepOf(question) } as const;
    if ((await roomForMail(task, lead, mail, now)) !== now) {
      log.warn("No room to ask the sender of a form", { code: "sender-not-asked", leadId });
      return "not-asked";
    }
    const delivered = await askToConfirm(task, lead, question, now);
    if (delivered.is === "held") throw new MailNotSentError("our account may not send", { refusal: "our-account" });
    return delivered.is === "lead-moved" ? undefined : "asked";
  });

import { untilWritten } from "../adapters/contention.ts";
import { readLead, replaceLead } from "../adapters/dynamo-leads.ts";
import { readMessages } from "../adapters/dynamo-messages.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { MailNotSentError } from "../adapters/ses-mailer.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { afterTelling, isTold, tellingNow } from "../domain/nurture/telling.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { sendAcknowledgement } from "./deliver-step.ts";
import { hold } from "./hold.ts";
import { roomForMail } from "./room-for-mail.ts";
import { goneIn } from "./situation-of.ts";

/**
 * Tells the sender of a form what became of it, where no programme of mails does: sales has it, or is full, or it is not for
 * us. It asks nothing: the mailbox's next question may be the one whose answer must not wait. Beyond the limits the wish stays
 * on the lead.
 * @throws MailNotSentError when our account may not send now
 */
export const acknowledge = (task: MailTask, leadId: string): Promise<"told" | "nothing-to-tell"> =>
  untilWritten(async () => {
    const { table, agreement } = task;
    const now = task.now();
    const lead = await readLead(table, leadId);
    if (lead?.untold === undefined || lead.stage === "nurturing") return "nothing-to-tell";
    const messages = await readMessages(table, leadId);
    const mails = goneIn(messages, now);
    if (isTold(lead, mails)) return settled(task, lead);
    const telling = tellingNow(lead, mails, agreement, now);
    if (telling === undefined) return "nothing-to-tell";
    const mail = { purpose: "acknowledgement", step: telling.form.submissionId } as const;
    if ((await roomForMail(task, lead, mail, now)) !== now) {
      await hold(table, lead);
      return undefined;
    }
    const delivered = await sendAcknowledgement(task, lead, telling, now);
    if (delivered.is === "held") throw new MailNotSentError("our account may not send", { refusal: "our-account" });
    return delivered.is === "lead-moved" ? undefined : settled(task, lead);
  });

const settled = async ({ table, agreement }: MailTask, lead: Lead): Promise<"told" | undefined> => {
  const outcome = await transact(table, [
    replaceLead(table, lead, { ...lead, ...afterTelling(lead, agreement.terms) }),
  ]);
  return outcome.done ? "told" : undefined;
};

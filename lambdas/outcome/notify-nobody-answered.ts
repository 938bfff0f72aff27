import { readLead } from "../adapters/dynamo-leads.ts";
import { isUndecided } from "../domain/escalation/nobody-answered.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { nobodyAnsweredMail } from "../views/outcome/nobody-answered-mail.ts";

/**
 * The ladder ran out and nobody in sales had answered: marketing and the sales director are told once each, so that they
 * decide. Nobody is told once it is decided, or the lead has asked again.
 */
export const notifyNobodyAnswered = async (task: MailTask, leadId: string, correlationId: string): Promise<void> => {
  const { agreement, publicUrl } = task;
  const lead = await readLead(task.table, leadId);
  if (lead === undefined || !isUndecided(lead)) return;
  const { marketing, director } = agreement.terms.team;
  const { cycle } = lead.nobodyAnswered;
  for (const recipient of marketing.email === director.email ? [director] : [marketing, director])
    await notifyOnce(task, {
      name: { leadId, cycle, purpose: "nobody-answered", step: recipient.id },
      grants: [],
      mail: nobodyAnsweredMail({ lead, recipient, agreement, publicUrl }),
      correlationId,
    });
};

import { readLead } from "../adapters/dynamo-leads.ts";
import { lifetimes } from "../contract/limits.ts";
import { hasProvenMailbox } from "../domain/erasure/proven-mailbox.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import { linkFor, type MailTask } from "../mail/mail-task.ts";
import { exportMail } from "../views/person/export-mail.ts";

/**
 * Operations has asked for all that is kept of a person: mails the link to it to the mailbox that the person has confirmed.
 * It goes whether or not they want our content: it is what they asked for.
 */
export const sendExportLink = async (task: MailTask, leadId: string, correlationId: string): Promise<void> => {
  const lead = await readLead(task.table, leadId);
  if (lead?.exportAsked === undefined || !hasProvenMailbox(lead)) return;
  const { cycle, language } = lead;
  const { at } = lead.exportAsked;
  const until = addDuration(at, lifetimes.exportLink, calendarOf(task.agreement));
  const link = await linkFor(task, { purpose: "export", leadId, cycle, language, content: at, until });
  await notifyOnce(task, {
    name: { leadId, cycle, purpose: "person-export", step: at },
    grants: [link],
    mail: exportMail({ lead, agreement: task.agreement, url: link.url, until }),
    correlationId,
  });
};

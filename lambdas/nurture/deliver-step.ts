import type { Content } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { consentGivenAt } from "../domain/nurture/standing-consents.ts";
import { siteReferenceId } from "../domain/nurture/visit.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { linkFor, type MailTask } from "../mail/mail-task.ts";
import { confirmMail } from "../views/nurture/confirm-mail.ts";
import { nurtureMail } from "../views/nurture/nurture-mail.ts";

/** A lead may unsubscribe however old the mail is. */
const never = "9999-12-31T00:00:00.000Z";

type Nurturing = LeadIn<"nurturing">;

/** Sends a piece of content, once; only while the lead is still nurtured and wants our mails. */
export const sendContent = async (task: MailTask, lead: Nurturing, content: Content, now: string) => {
  const { leadId, cycle, language } = lead;
  const until = addDuration(now, lifetimes.contentLink, calendarOf(task.agreement));
  const unsubscribe = await unsubscribeLink(task, lead);
  const visit = await linkFor(task, { purpose: "visit", leadId, cycle, language, content: content.id, until });
  const site = {
    referenceId: siteReferenceId(lead),
    grant: { purpose: "lead", leadId, cycle, language, until },
  } as const;
  return deliverOnce(task, {
    ...stillNurtured(lead),
    name: { leadId, cycle, purpose: "nurture", step: content.id },
    grants: [unsubscribe, visit, site],
    mail: nurtureMail({
      lead,
      content,
      agreement: task.agreement,
      unsubscribeUrl: unsubscribe.url,
      contentUrl: visit.url,
    }),
  });
};

/** Asks the owner of the address once to confirm the consent given at this time. */
export const askToConfirm = async (task: MailTask, lead: Nurturing, consentAt: string, now: string) => {
  const { leadId, cycle, language } = lead;
  const until = addDuration(now, lifetimes.confirmLink, calendarOf(task.agreement));
  const unsubscribe = await unsubscribeLink(task, lead);
  const submissionId = consentGivenAt(lead, task.agreement, consentAt)?.submissionId;
  const grant = { purpose: "confirm", leadId, cycle, language, content: consentAt, submissionId, until } as const;
  const confirm = await linkFor(task, grant);
  const links = { confirmUrl: confirm.url, unsubscribeUrl: unsubscribe.url };
  return deliverOnce(task, {
    ...stillNurtured(lead, { since: consentAt }),
    name: { leadId, cycle, purpose: "confirm-consent", step: consentAt },
    grants: [unsubscribe, confirm],
    mail: confirmMail({ lead, agreement: task.agreement, ...links }),
  });
};

const unsubscribeLink = (task: MailTask, { leadId, cycle, language }: Nurturing) =>
  linkFor(task, { purpose: "unsubscribe", leadId, cycle, language, until: never });

const stillNurtured = ({ correlationId }: Nurturing, subscribed: true | { readonly since: string } = true) =>
  ({ still: { stage: "nurturing", subscribed }, correlationId }) as const;

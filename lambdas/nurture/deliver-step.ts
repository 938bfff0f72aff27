import { readSentForm } from "../adapters/dynamo-sent-forms.ts";
import type { Agreement, Content } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import type { Lead, LeadIn } from "../domain/lead/lead.ts";
import { isOfForm, type MailedFor, openConsents } from "../domain/nurture/confirm.ts";
import { type Question, stepOf } from "../domain/nurture/question.ts";
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

/**
 * Asks the owner of the address once to confirm a form or the consent in one, in whatever stage the lead is: one mail says
 * that the form came, what it asked for, and asks.
 */
export const askToConfirm = async (task: MailTask, lead: Lead, question: Question, now: string) => {
  const { leadId, cycle, stage, language, correlationId } = lead;
  const until = addDuration(now, lifetimes.confirmLink, calendarOf(task.agreement));
  const unsubscribe = await unsubscribeLink(task, lead);
  const link = linkOf(lead, question, task.agreement);
  const { submissionId, consentAt: content } = link;
  const form = submissionId === undefined ? undefined : await readSentForm(task.table, leadId, submissionId);
  const grant = { purpose: "confirm", leadId, cycle, language, content, submissionId, until } as const;
  const confirm = await linkFor(task, grant);
  const since = content ?? form?.at ?? now;
  const about = isOfForm(link) ? "form" : "consent";
  const asks = { about, at: since, form, consents: openConsents(lead, task.agreement, link) } as const;
  const links = { confirmUrl: confirm.url, unsubscribeUrl: unsubscribe.url };
  return deliverOnce(task, {
    still: { stage, subscribed: { since } },
    correlationId,
    name: { leadId, cycle, purpose: "confirm-consent", step: stepOf(question) },
    grants: [unsubscribe, confirm],
    mail: confirmMail({ lead, agreement: task.agreement, ...asks, ...links }),
  });
};

const linkOf = (lead: Lead, question: Question, agreement: Agreement): MailedFor =>
  "consentAt" in question
    ? { ...question, submissionId: consentGivenAt(lead, agreement, question.consentAt)?.submissionId }
    : question;

const unsubscribeLink = (task: MailTask, { leadId, cycle, language }: Lead) =>
  linkFor(task, { purpose: "unsubscribe", leadId, cycle, language, until: never });

const stillNurtured = ({ correlationId }: Nurturing) =>
  ({ still: { stage: "nurturing", subscribed: true }, correlationId }) as const;

import { readSentForm, type SentForm } from "../adapters/dynamo-sent-forms.ts";
import type { Agreement, Content } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import type { Lead, LeadIn } from "../domain/lead/lead.ts";
import { isOfForm, type MailedFor, openConsents } from "../domain/nurture/confirm.ts";
import { type Question, stepOf } from "../domain/nurture/question.ts";
import { requestedOf } from "../domain/nurture/requested.ts";
import { consentGivenAt } from "../domain/nurture/standing-consents.ts";
import type { Telling } from "../domain/nurture/telling.ts";
import { siteReferenceId } from "../domain/nurture/visit.ts";
import { requestedKinds } from "../domain/text/requested-kind.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { linkFor, type MailTask } from "../mail/mail-task.ts";
import { acknowledgementMail } from "../views/nurture/acknowledgement-mail.ts";
import { confirmMail } from "../views/nurture/confirm-mail.ts";
import { nurtureMail } from "../views/nurture/nurture-mail.ts";

/** A lead may unsubscribe however old the mail is. */
const never = "9999-12-31T00:00:00.000Z";

type Nurturing = LeadIn<"nurturing">;

/** Sends a piece of content, once; only while the lead is still nurtured and wants our mails. */
export const sendContent = async (task: MailTask, lead: Nurturing, content: Content, now: string) => {
  const { leadId, cycle } = lead;
  const unsubscribe = await unsubscribeLink(task, lead);
  const visit = await visitLink(task, lead, content, now);
  return deliverOnce(task, {
    ...stillNurtured(lead),
    name: { leadId, cycle, purpose: "nurture", step: content.id },
    grants: [unsubscribe, visit, siteGrant(task, lead, now)],
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
 * Tells the sender of a form, once, what will happen, and sends what it asked for: with or without consent to more, since
 * it was asked for, unless they have unsubscribed since.
 */
export const sendAcknowledgement = async (task: MailTask, lead: Lead, telling: Telling, now: string) => {
  const { leadId, cycle, stage, correlationId } = lead;
  const unsubscribe = await unsubscribeLink(task, lead);
  const { content, grants } = await requestedLinks(task, lead, telling.content, now);
  const { form } = telling;
  return deliverOnce(task, {
    still: { stage, reachable: { since: form.at } },
    correlationId,
    name: { leadId, cycle, purpose: "acknowledgement", step: form.submissionId },
    grants: [unsubscribe, ...grants],
    mail: acknowledgementMail({
      lead,
      agreement: task.agreement,
      telling,
      content,
      unsubscribeUrl: unsubscribe.url,
    }),
  });
};

/** A page of ours that leads on to the content. */
const visitLink = (task: MailTask, lead: Lead, { id }: Content, now: string) =>
  linkFor(task, { ...leadGrant(task, lead, now), purpose: "visit", content: id });

/** Who comes by one of these links is known on the web site. */
const siteGrant = (task: MailTask, lead: Lead, now: string) => ({
  referenceId: siteReferenceId(lead),
  grant: { ...leadGrant(task, lead, now), purpose: "lead" } as const,
});

const leadGrant = ({ agreement }: MailTask, { leadId, cycle, language }: Lead, now: string) => ({
  leadId,
  cycle,
  language,
  until: addDuration(now, lifetimes.contentLink, calendarOf(agreement)),
});

/** What was asked for, as a mail shows it, and what its links open. */
const requestedLinks = async (task: MailTask, lead: Lead, pieces: readonly Content[], now: string) => {
  const visits = await Promise.all(
    pieces.map(async (piece) => ({ title: piece.title, link: await visitLink(task, lead, piece, now) })),
  );
  return {
    content: visits.map(({ title, link }) => ({ title, url: link.url })),
    grants: visits.length === 0 ? [] : [...visits.map(({ link }) => link), siteGrant(task, lead, now)],
  };
};

/**
 * Asks the owner of the address once to confirm a form or the consent in one, in whatever stage the lead is: one mail says
 * that the form came, what it asked for, brings that if it can be sent, and asks.
 * @param telling what will happen to the form, when that is to be told, too
 */
export const askToConfirm = async (
  task: MailTask,
  lead: Lead,
  question: Question,
  now: string,
  telling?: Telling | undefined,
) => {
  const { leadId, cycle, stage, language, correlationId } = lead;
  const until = addDuration(now, lifetimes.confirmLink, calendarOf(task.agreement));
  const unsubscribe = await unsubscribeLink(task, lead);
  const link = linkOf(lead, question, task.agreement);
  const { submissionId, consentAt } = link;
  const form = submissionId === undefined ? undefined : await readSentForm(task.table, leadId, submissionId);
  const grant = { purpose: "confirm", leadId, cycle, language, content: consentAt, submissionId, until } as const;
  const confirm = await linkFor(task, grant);
  const since = consentAt ?? form?.at ?? now;
  const about = isOfForm(link) ? "form" : "consent";
  const asks = { about, at: since, form, consents: openConsents(lead, task.agreement, link) } as const;
  const pieces = telling?.content ?? requestedBy(form, task.agreement);
  const { content, grants } = await requestedLinks(task, lead, pieces, now);
  const links = { confirmUrl: confirm.url, unsubscribeUrl: unsubscribe.url };
  return deliverOnce(task, {
    still: { stage, subscribed: { since } },
    correlationId,
    name: { leadId, cycle, purpose: "confirm-consent", step: stepOf(question) },
    grants: [unsubscribe, confirm, ...grants],
    mail: confirmMail({ lead, agreement: task.agreement, ...asks, ...links, telling, content }),
  });
};

/** What may be sent before anybody has confirmed the form: it shows nothing of the lead, and is no secret. */
const requestedBy = (form: SentForm | undefined, { terms }: Agreement): readonly Content[] =>
  (terms.acknowledgement?.after ?? []).length === 0 || form?.noted === "list"
    ? []
    : requestedOf(requestedKinds(form?.contact.interest), terms).content;

const linkOf = (lead: Lead, question: Question, agreement: Agreement): MailedFor =>
  "consentAt" in question
    ? { ...question, submissionId: consentGivenAt(lead, agreement, question.consentAt)?.submissionId }
    : question;

const unsubscribeLink = (task: MailTask, { leadId, cycle, language }: Lead) =>
  linkFor(task, { purpose: "unsubscribe", leadId, cycle, language, until: never });

const stillNurtured = ({ correlationId }: Nurturing) =>
  ({ still: { stage: "nurturing", subscribed: true }, correlationId }) as const;

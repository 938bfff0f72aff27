import { readLead } from "../adapters/dynamo-leads.ts";
import { readSentForm } from "../adapters/dynamo-sent-forms.ts";
import type { Colleague } from "../contract/agreement.ts";
import { isUnanswered, type Lead } from "../domain/lead/lead.ts";
import { ownerIn } from "../domain/lead/move-fact.ts";
import { weekOf } from "../domain/metrics/week.ts";
import { awayAt } from "../domain/team/availability.ts";
import { type Owner, superiorOf } from "../domain/team/owner.ts";
import { requestedKinds } from "../domain/text/requested-kind.ts";
import { colleagueNow } from "../follow-up/owner-of.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { shorterClockMail } from "../views/outcome/shorter-clock-mail.ts";
import { wroteAgainMail } from "../views/outcome/wrote-again-mail.ts";

/**
 * A form came of a lead that sales has in hand, or has closed: its owner is told, at most once a turn, and of a closed one
 * at most once a week, since anyone can send forms. Of what a colleague noted, each time. Their superior is told when they are away.
 */
export const notifyWroteAgain = async (task: MailTask, leadId: string, correlationId: string): Promise<void> => {
  const lead = await readLead(task.table, leadId);
  const ownerId = lead && ownerIn(lead);
  if (lead?.wroteAgain === undefined || ownerId === undefined) return;
  const owner = await colleagueNow(task, ownerId);
  const recipient = await present(task, owner);
  await notifyOnce(task, {
    name: { leadId, cycle: lead.cycle, purpose: "wrote-again", step: stepOf(lead, lead.wroteAgain, task) },
    grants: [],
    mail: wroteAgainMail({ lead, owner, recipient, agreement: task.agreement, publicUrl: task.publicUrl }),
    correlationId,
  });
};

/** The lead confirmed that it asks for something that must not wait: whoever owes the answer is told of the new deadline. */
export const notifyShorterClock = async (task: MailTask, leadId: string, correlationId: string): Promise<void> => {
  const lead = await readLead(task.table, leadId);
  if (lead?.hurried === undefined || !isUnanswered(lead)) return;
  const { submissionId } = lead.hurried;
  const owner = await colleagueNow(task, lead.followUp.ownerId);
  const form = await readSentForm(task.table, leadId, submissionId);
  const recipient = await present(task, owner);
  await notifyOnce(task, {
    name: { leadId, cycle: lead.cycle, purpose: "shorter-clock", step: `turn-${lead.followUp.turn}-${submissionId}` },
    grants: [],
    mail: shorterClockMail({
      lead,
      owner,
      recipient,
      requested: requestedKinds(form?.contact.interest),
      agreement: task.agreement,
      publicUrl: task.publicUrl,
    }),
    correlationId,
  });
};

const stepOf = (lead: Lead, { at, by, submissionId }: News, { agreement }: MailTask): string => {
  const span = "followUp" in lead ? `turn-${lead.followUp.turn}` : weekOf(at, agreement.terms.company.timeZone);
  return by === undefined ? span : `${span}-${submissionId}`;
};

type News = NonNullable<Lead["wroteAgain"]>;

/** The owner, or who stands in for them while they are away. */
const present = async (task: MailTask, owner: Owner): Promise<Colleague> => {
  const { agreement } = task;
  const now = task.now();
  if (awayAt(owner, agreement, now) === undefined) return owner;
  const superior = superiorOf(owner, agreement);
  return awayAt(await colleagueNow(task, superior.id), agreement, now) === undefined
    ? superior
    : agreement.terms.team.director;
};

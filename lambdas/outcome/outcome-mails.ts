import type { Colleague } from "../contract/agreement.ts";
import type { Worked } from "../domain/lead/lead.ts";
import { superiorOf } from "../domain/team/owner.ts";
import { outcomeLink } from "../follow-up/answer-link.ts";
import { bothOf, deliverOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { askOutcomeMail } from "../views/outcome/outcome-mail.ts";
import { stageLimitMail } from "../views/outcome/stage-limit-mail.ts";

/** A reassigned lead may reach the same stage twice in a cycle: each turn asks again. */
const stepOf = ({ followUp, stage }: Worked, which: string): string => `${followUp.turn}.${stage}.${which}`;

export const askForOutcome = async (task: MailTask, lead: Worked) => {
  const { rep, link } = await outcomeLink(task, lead);
  const { leadId, cycle, correlationId, stage } = lead;
  return deliverOnce(task, {
    name: { leadId, cycle, purpose: "ask-outcome", step: stepOf(lead, String(lead.asked + 1)) },
    still: { stage, ownerId: rep.id },
    grants: [link],
    mail: askOutcomeMail({ lead, rep, agreement: task.agreement, link: link.url }),
    correlationId,
  });
};

/** Notifies the owner and their superior, each with their own link. */
export const notifyOfLimit = async (task: MailTask, lead: Worked) => {
  const { rep } = await outcomeLink(task, lead);
  const notified = await notify(task, lead, rep);
  const superior = superiorOf(rep, task.agreement);
  if (notified.is === "lead-moved" || superior.id === rep.id) return notified;
  return bothOf(notified, await notify(task, lead, superior));
};

const notify = async (task: MailTask, lead: Worked, recipient: Colleague) => {
  const { rep, link } = await outcomeLink(task, lead, recipient);
  const { leadId, cycle, correlationId, stage } = lead;
  return deliverOnce(task, {
    name: { leadId, cycle, purpose: "stage-limit", step: stepOf(lead, recipient.id) },
    still: { stage, ownerId: rep.id },
    grants: [link],
    mail: stageLimitMail({ lead, rep, recipient, agreement: task.agreement, link: link.url, now: task.now() }),
    correlationId,
  });
};

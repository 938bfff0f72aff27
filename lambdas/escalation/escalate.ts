import { bindInForce } from "../adapters/agreement-in-force.ts";
import { putOnce } from "../adapters/dynamo-table.ts";
import { talkKeys } from "../adapters/dynamo-talks.ts";
import type { Colleague } from "../contract/agreement.ts";
import { keys } from "../contract/table.ts";
import type { Rung } from "../domain/follow-up/ladder.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { directorFor, type Owner, superiorOf } from "../domain/team/owner.ts";
import { answerLink } from "../follow-up/answer-link.ts";
import { climb, type Step, stepName, stillDue } from "../follow-up/climb.ts";
import { bothOf, deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { breachMailForRep, escalationMail } from "../views/escalation/escalation-mail.ts";

/**
 * The deadline is broken: notifies the owner and the colleague whom the agreement names for this level, each with their
 * own link.
 */
export const escalate: Step = {
  act: "escalate",
  mails: async (task, lead, { level, to }) => {
    const { rep, link } = await answerLink(task, lead);
    const { leadId, cycle, correlationId } = lead;
    const step = stepName(lead.followUp, level);
    const still = stillDue(lead);
    const facts = { lead, rep, agreement: task.agreement, level, now: task.now() };
    const told = await deliverOnce(task, {
      name: { leadId, cycle, purpose: "breach", step },
      still,
      grants: [link],
      mail: breachMailForRep({ ...facts, link: link.url }),
      correlationId,
    });
    const recipient = recipientOf(task, rep, to);
    if (told.is === "lead-moved" || recipient.id === rep.id) return told;
    const own = await answerLink(task, lead, recipient);
    const escalated = await deliverOnce(task, {
      name: { leadId, cycle, purpose: "escalation", step },
      still,
      grants: [own.link],
      mail: escalationMail({ ...facts, link: own.link.url, recipient }),
      correlationId,
    });
    return bothOf(told, escalated);
  },
  alsoWrite: (task, lead, rung) => [breachRecord(task, lead, rung)],
};

/** A fact, written once: after a snooze the same level may be notified again, and the first time counts. */
const breachRecord = (task: MailTask, lead: LeadIn<"handed-off">, { level }: Rung) => {
  const { leadId, cycle, followUp, source, scores } = lead;
  const { ownerId, turn, dueAt } = followUp;
  const key = keys.breach(leadId, cycle, turn, level);
  const at = task.now();
  const about = { leadId, cycle, source, persona: scores?.persona };
  return putOnce(task.table, "breach", key, {
    ...about,
    level,
    ownerId,
    dueAt,
    at,
    agreementVersion: task.agreement.version,
    ...talkKeys(leadId, "breached", at),
  });
};

const recipientOf = ({ agreement }: MailTask, rep: Owner, to: Rung["to"]): Colleague =>
  to === "manager" ? superiorOf(rep, agreement) : directorFor(rep, agreement);

export const handler = bindInForce(mailTask, (deps) => climb(deps, escalate));

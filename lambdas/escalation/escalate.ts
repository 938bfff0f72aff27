import { isNew, put } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import type { Manager, Rep } from "../contract/agreement.ts";
import { keys } from "../contract/table.ts";
import { breachMailForRep, escalationMail } from "../domain/escalation/escalation-mail.ts";
import type { Rung } from "../domain/follow-up/ladder.ts";
import { answerLink } from "../follow-up/answer-link.ts";
import { climb, type Step, type Unanswered } from "../follow-up/climb.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";

/** The agreed time is broken: the rep is told, and whoever the agreement names for this level. */
export const escalate: Step = {
  mails: async (task, lead, { level, to }) => {
    const { rep, link } = await answerLink(task, lead);
    const { leadId, cycle, correlationId } = lead;
    const about = { still: { stage: "handed-off", ownerId: rep.id }, grants: [link], correlationId } as const;
    const facts = { lead, rep, agreement: task.agreement, link: link.url, level, now: task.now() };
    const told = await deliverOnce(task, {
      ...about,
      name: { leadId, cycle, purpose: "breach", step: `${rep.id}.${level}` },
      mail: breachMailForRep(facts),
    });
    if (told === "lead-moved") return told;
    return deliverOnce(task, {
      ...about,
      name: { leadId, cycle, purpose: "escalation", step: `${rep.id}.${level}` },
      mail: escalationMail({ ...facts, recipient: recipientOf(task, rep, to) }),
    });
  },
  alsoWrite: breachRecord,
};

function breachRecord(task: MailTask, lead: Unanswered, { level }: Rung) {
  const { leadId, cycle, followUp } = lead;
  const item = {
    ...keys.breach(leadId, cycle, level),
    leadId,
    cycle,
    level,
    ownerId: followUp.ownerId,
    at: task.now(),
  };
  return [put(task.table, "breach", item, isNew)];
}

const recipientOf = ({ agreement }: MailTask, rep: Rep, to: Rung["to"]): Manager => {
  const { director, managers } = agreement.terms.team;
  const manager = managers.find(({ id }) => id === rep.manager);
  return to === "manager" && manager !== undefined ? manager : director;
};

export const handler = bindAtStart(() => climb(mailTask(), escalate));

import { bindInForce } from "../adapters/agreement-in-force.ts";
import { notifyFormerOwner } from "../escalation/notify-former-owner.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { mailTask } from "../mail/mail-task.ts";
import { reminderMail } from "../views/follow-up/reminder-mail.ts";
import { answerLink } from "./answer-link.ts";
import { climb, type Step, stepName, stillDue } from "./climb.ts";

/** Part of the agreed time is over: the lead's owner is reminded. */
export const remind: Step = {
  act: "remind",
  mails: async (task, lead) => {
    // At the hand-off it may have been unknown whether this mail went: then it goes now.
    const former = await notifyFormerOwner(task, lead);
    if (former !== undefined) await deliverOnce(task, former);
    const { rep, link } = await answerLink(task, lead);
    const { leadId, cycle, correlationId } = lead;
    return deliverOnce(task, {
      name: { leadId, cycle, purpose: "reminder", step: stepName(lead.followUp) },
      still: stillDue(lead),
      grants: [link],
      mail: reminderMail({ lead, rep, agreement: task.agreement, link: link.url, now: task.now() }),
      correlationId,
    });
  },
};

export const handler = bindInForce(mailTask, (deps) => climb(deps, remind));

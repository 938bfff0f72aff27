import { isUnreachable } from "../domain/hand-off/refused-hand-off.ts";
import type { Unanswered } from "../domain/lead/lead.ts";
import { awayAt } from "../domain/team/availability.ts";
import { colleagueNow, ownerNow } from "../follow-up/owner-of.ts";
import type { Delivery } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { formerOwnerMail } from "../views/escalation/former-owner-mail.ts";

/**
 * The mail that notifies the lead's former owner of the new one. It reports something past, so it goes in any
 * case; `undefined` when there was no owner, or when they have left, or never heard of the lead.
 */
export const notifyFormerOwner = async (task: MailTask, lead: Unanswered): Promise<Delivery | undefined> => {
  const { leadId, cycle, followUp, correlationId } = lead;
  const ownerId = followUp.earlier.at(-1);
  if (ownerId === undefined) return undefined;
  const [former, owner] = [await colleagueNow(task, ownerId), await ownerNow(task, lead)];
  if (awayAt(former, task.agreement, task.now())?.left) return undefined;
  if (isUnreachable(lead, former)) return undefined;
  return {
    name: { leadId, cycle, purpose: "taken-over", step: `${followUp.turn}` },
    grants: [],
    mail: formerOwnerMail({ lead, former, owner, agreement: task.agreement }),
    correlationId,
  };
};

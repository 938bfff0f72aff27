import { readLead } from "../adapters/dynamo-leads.ts";
import { isMailPurpose, mailKinds } from "../contract/mail.ts";
import { ownerOfStep } from "../domain/hand-off/refused-hand-off.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { superiorOf } from "../domain/team/owner.ts";
import { colleagueNow } from "../follow-up/owner-of.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { endMailsFor } from "../nurture/end-mails-for.ts";
import { leadUnreachedMail, undeliveredMail } from "../views/outcome/unreached-mails.ts";

interface RefusedMail {
  readonly leadId: string;
  readonly cycle: number;
  readonly purpose: string;
  readonly step: string;
  readonly refusal?: string | undefined;
}

/**
 * The mail service refused a mail for good. One that a colleague had to act on: the owner's superior is told once, and the
 * director when it was the superior's mail. One to the lead, for its address: the lead is written to no more.
 */
export const notifyUndelivered = async (task: MailTask, refused: RefusedMail, correlationId: string): Promise<void> => {
  const { leadId, cycle, purpose, step } = refused;
  // The notice itself is not told of in its turn.
  if (!isMailPurpose(purpose) || purpose === "undelivered") return;
  const kind = mailKinds[purpose];
  if (kind.to === "lead") {
    if (refused.refusal === "recipient")
      await endMailsFor(task, { means: "undeliverable", leadId, because: "bounced", at: task.now() });
    return;
  }
  if (kind.is !== "work") return;
  const lead = await readLead(task.table, leadId);
  // The lead of a refused hand-off may be somebody else's by now.
  const ownerId = purpose === "hand-off" ? ownerOfStep(step) : lead && ownerIdOf(lead);
  if (lead === undefined || ownerId === undefined || lead.cycle !== cycle) return;
  const owner = await colleagueNow(task, ownerId);
  const recipient = isToSuperior.has(purpose) ? task.agreement.terms.team.director : superiorOf(owner, task.agreement);
  await notifyOnce(task, {
    name: { leadId, cycle, purpose: "undelivered", step: `${purpose}.${step}` },
    grants: [],
    mail: undeliveredMail({ lead, owner, recipient, purpose, refusal: refused.refusal }, task.agreement),
    correlationId,
  });
};

const isToSuperior: ReadonlySet<string> = new Set(["escalation", "stage-limit"]);

/** No mail reaches a lead that is in somebody's hands: they are told at once, once. */
export const notifyLeadUnreached = async (task: MailTask, leadId: string, correlationId: string): Promise<void> => {
  const lead = await readLead(task.table, leadId);
  const ownerId = lead && ownerIdOf(lead);
  if (lead?.undeliverable === undefined || ownerId === undefined) return;
  const owner = await colleagueNow(task, ownerId);
  await notifyOnce(task, {
    name: { leadId, cycle: lead.cycle, purpose: "lead-unreached", step: lead.undeliverable.at },
    grants: [],
    mail: leadUnreachedMail(lead, owner, lead.undeliverable, task.agreement),
    correlationId,
  });
};

const ownerIdOf = (lead: Lead): string | undefined => ("followUp" in lead ? lead.followUp.ownerId : undefined);

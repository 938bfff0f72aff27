import { untilWritten } from "../adapters/contention.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { type HandOffResult, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import { contentReadIn } from "../domain/hand-off/engagement-list.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { notifyFormerOwner } from "../escalation/notify-former-owner.ts";
import { answerLink } from "../follow-up/answer-link.ts";
import { look } from "../journey/task.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { type Dossier, handOffMail } from "../views/hand-off/hand-off-mail.ts";
import { dossierOf } from "./dossier.ts";

/** Hands the lead off to its owner: the mail with the dossier and the answer links; then the follow-up clock starts. */
export const handOff =
  (task: MailTask) =>
  async (input: unknown): Promise<HandOffResult> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => handOffNow(task, journey));
  };

const handOffNow = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<HandOffResult | undefined> => {
  const { lead, signals } = await look(task.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "assigned") return { ...answer, next: "moved" };
  const dossier = await dossierOf(task.table, lead);
  if ((await notifyOwner(task, lead, dossier)) === "lead-moved") return { ...answer, next: "moved" };
  const former = await notifyFormerOwner(task, lead);
  if (former !== undefined) await deliverOnce(task, former);
  const now = task.now();
  const { followUp } = lead;
  const facts = {
    followUp,
    nextDueAt: followUp.reminderAt,
    read: contentReadIn(dossier.engagements, lead, task.agreement),
  };
  const next = moveTo("handed-off", lead, facts, { because: "rep-told", now });
  const outcome = await transact(task.table, moveWrites(task.table, lead, next, now));
  const seconds = secondsUntil(now, followUp.reminderAt);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds } } : undefined;
};

/** Each turn has its own mail: a lead may come back to a former owner. */
const notifyOwner = async (task: MailTask, lead: LeadIn<"assigned">, dossier: Dossier) => {
  const { agreement } = task;
  const { leadId, cycle, followUp, correlationId } = lead;
  const { ownerId, turn } = followUp;
  const { rep, link } = await answerLink(task, lead);
  return deliverOnce(task, {
    name: { leadId, cycle, purpose: "hand-off", step: `${ownerId}.${turn}` },
    still: { stage: "assigned", ownerId },
    grants: [link],
    mail: handOffMail({ ...dossier, lead, rep, agreement, links: choices(link.url), now: task.now() }),
    correlationId,
  });
};

const choices = (page: string) => ({ page, accept: `${page}?choose=accept`, reject: `${page}?choose=reject` });

export const handler = bindAtStart(() => handOff(mailTask()));

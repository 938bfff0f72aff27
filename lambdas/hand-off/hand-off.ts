import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { type HandOff, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import { handOffMail } from "../domain/hand-off/hand-off-mail.ts";
import { moveTo } from "../domain/lead/move.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { answerLink } from "../follow-up/answer-link.ts";
import { look } from "../journey/task.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { dossierOf } from "./dossier.ts";

/** Hands the lead to its rep: the mail with the dossier and the answer links; then the follow-up timer runs. */
export const handOff =
  (task: MailTask) =>
  async (input: unknown): Promise<HandOff> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => handOffNow(task, journey));
  };

const handOffNow = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<HandOff | undefined> => {
  const { lead, signals } = await look(task.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "assigned") return { ...answer, next: "moved" };
  const { ownerId, remindAt } = lead.followUp;
  const { rep, link } = await answerLink(task, lead);
  const dossier = await dossierOf(task.table, lead);
  const delivery = await deliverOnce(task, {
    name: { leadId, cycle, purpose: "hand-off", step: ownerId },
    still: { stage: "assigned", ownerId },
    grants: [link],
    mail: handOffMail({ ...dossier, lead, rep, agreement: task.agreement, links: choices(link.url) }),
    correlationId: lead.correlationId,
  });
  if (delivery === "lead-moved") return { ...answer, next: "moved" };
  const now = task.now();
  const next = moveTo(
    "handed-off",
    lead,
    { followUp: lead.followUp, nextDueAt: remindAt },
    { because: "rep-told", now },
  );
  const outcome = await transact(task.table, [replaceLead(task.table, lead, next)]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now, remindAt) } } : undefined;
};

const choices = (page: string) => ({ page, accept: `${page}?choose=accept`, reject: `${page}?choose=reject` });

export const handler = bindAtStart(() => handOff(mailTask()));

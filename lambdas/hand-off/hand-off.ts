import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { readMessage } from "../adapters/dynamo-messages.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { type HandOffResult, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import { restartClock } from "../domain/follow-up/plan-follow-up.ts";
import { contentReadIn } from "../domain/hand-off/engagement-list.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { notifyFormerOwner } from "../escalation/notify-former-owner.ts";
import { answerLink } from "../follow-up/answer-link.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { look } from "../journey/task.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { type Dossier, handOffMail } from "../views/hand-off/hand-off-mail.ts";
import { assign } from "./assign.ts";
import { dossierOf } from "./dossier.ts";

type Answer = Omit<HandOffResult, "next">;

/**
 * Hands an MQL off: assigns it, if no one has it yet; then its owner gets the mail with the dossier and the answer links,
 * and the follow-up clock starts. A repeat finds the lead assigned, and goes on to the mail. While nobody has room, the
 * lead waits in line.
 */
export const handOff =
  (task: MailTask) =>
  async (input: unknown): Promise<HandOffResult> => {
    const journey = JourneyInputSchema.parse(input);
    const assigned = await assign(task)(journey);
    if (assigned.next === "wait") return { ...assigned, next: "no-capacity" };
    return untilWritten(() => handOffNow(task, journey));
  };

const handOffNow = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<HandOffResult | undefined> => {
  const { lead, signals, stage } = await look(task.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, stage, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "assigned") return { ...answer, next: "moved" };
  if (await isLate(task, lead)) return restart(task, lead);
  const dossier = await dossierOf(task.table, lead);
  const delivered = await notifyOwner(task, lead, dossier);
  if (delivered.is === "lead-moved") return { ...answer, next: "moved" };
  if ("until" in delivered) return waitForMail(task, lead, delivered.until, answer);
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

/** The name of the hand-off's mail: each turn has its own, since a lead may come back to a former owner. */
const mailOf = ({ leadId, cycle, followUp }: LeadIn<"assigned">) =>
  ({ leadId, cycle, purpose: "hand-off", step: `${followUp.ownerId}.${followUp.turn}` }) as const;

/** The mail is not known to have gone, and the clock has run for longer than that may take. */
const isLate = async ({ table, agreement, now }: MailTask, lead: LeadIn<"assigned">): Promise<boolean> => {
  const { assignedAt } = lead.followUp;
  if (now() < addDuration(assignedAt, agreement.terms.team.mailSettles, calendarOf(agreement))) return false;
  return (await readMessage(table, mailOf(lead)))?.status !== "sent";
};

/** Nobody runs a clock that they do not know of: it starts again before the mail that tells of it. Then look again. */
const restart = async (task: MailTask, lead: LeadIn<"assigned">): Promise<undefined> => {
  const owner = await ownerNow(task, lead);
  const followUp = restartClock(lead, owner, task.now(), task.agreement);
  await transact(task.table, [replaceLead(task.table, lead, { ...lead, followUp, nextDueAt: followUp.reminderAt })]);
};

/** Nobody knows yet whether the mail went: the clock does not start, the lead keeps its owner, and an answer is taken. */
const waitForMail = async (task: MailTask, lead: LeadIn<"assigned">, until: string, answer: Answer) => {
  const waiting = goesOn({ ...lead, handOffMail: "unconfirmed" } as const, until);
  const outcome = await transact(task.table, [replaceLead(task.table, lead, waiting)]);
  const wait = { seconds: secondsUntil(task.now(), until) };
  return outcome.done ? ({ ...answer, next: "wait", wait } as const) : undefined;
};

const notifyOwner = async (task: MailTask, lead: LeadIn<"assigned">, dossier: Dossier) => {
  const { agreement } = task;
  const { followUp, correlationId } = lead;
  const { rep, link } = await answerLink(task, lead);
  return deliverOnce(task, {
    name: mailOf(lead),
    still: { stage: "assigned", ownerId: followUp.ownerId },
    grants: [link],
    mail: handOffMail({ ...dossier, lead, rep, agreement, links: choices(link.url), now: task.now() }),
    correlationId,
  });
};

const choices = (page: string) => ({ page, accept: `${page}?choose=accept`, reject: `${page}?choose=reject` });

export const handler = bindAtStart(() => handOff(mailTask()));

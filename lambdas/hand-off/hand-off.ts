import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { readMessage } from "../adapters/dynamo-messages.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { type HandOffResult, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import type { Refusal } from "../contract/mail.ts";
import { nextTry, restartClock } from "../domain/follow-up/plan-follow-up.ts";
import { contentReadIn } from "../domain/hand-off/engagement-list.ts";
import { handOffStep, noteRefusal, refusalOf } from "../domain/hand-off/refused-hand-off.ts";
import type { LeadIn, RefusedHandOff } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { notifyFormerOwner } from "../escalation/notify-former-owner.ts";
import { reassign } from "../escalation/reassign.ts";
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
 * lead waits in line. Whom the mail service refuses the mail for good does not keep the lead: another colleague gets it.
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
  const refused = refusalOf(lead, await ownerNow(task, lead));
  if (refused !== undefined) return toAnother(task, lead, refused, answer);
  if (await isLate(task, lead)) return restart(task, lead);
  const dossier = await dossierOf(task.table, lead);
  const delivered = await notifyOwner(task, lead, dossier);
  if (delivered.is === "lead-moved") return { ...answer, next: "moved" };
  if (delivered.is === "undeliverable") return noted(task, lead, delivered.refusal);
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
  const next = moveTo("handed-off", lead, facts, { because: "rep-told", now, agreement: task.agreement });
  const outcome = await transact(task.table, moveWrites(task.table, lead, next, now));
  const seconds = secondsUntil(now, followUp.reminderAt);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds } } : undefined;
};

const mailOf = (lead: LeadIn<"assigned">) =>
  ({ leadId: lead.leadId, cycle: lead.cycle, purpose: "hand-off", step: handOffStep(lead) }) as const;

/** The mail will never go: that is written first, and then decides what follows. */
const noted = async (task: MailTask, lead: LeadIn<"assigned">, refusal: Refusal): Promise<undefined> => {
  const refusedHandOffs = noteRefusal(lead, await ownerNow(task, lead), refusal, task.now());
  await transact(task.table, [replaceLead(task.table, lead, { ...lead, refusedHandOffs, handOffMail: undefined })]);
};

/**
 * The lead goes to a colleague whom mails reach; the next look sends theirs. While there is none, it waits without a
 * clock. A text that was refused would be refused to anybody: it waits for a person to act.
 */
const toAnother = async (
  task: MailTask,
  lead: LeadIn<"assigned">,
  { refusal }: RefusedHandOff,
  answer: Answer,
): Promise<HandOffResult | undefined> => {
  const now = task.now();
  const { nobodyElseUntil = now } = lead.followUp;
  if (refusal === "recipient" && nobodyElseUntil <= now) {
    const given = await reassign(task)(answer);
    return given.next === "wait" ? undefined : { ...given, next: "moved" };
  }
  const until = refusal === "recipient" ? nobodyElseUntil : nextTry(now, task.agreement);
  const wait = { seconds: secondsUntil(now, until) };
  if (lead.nextDueAt === until && lead.needsAttention === undefined) return { ...answer, next: "wait", wait };
  const outcome = await transact(task.table, [replaceLead(task.table, lead, goesOn(lead, until))]);
  return outcome.done ? { ...answer, next: "wait", wait } : undefined;
};

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

export const handler = bindInForce(mailTask, handOff);

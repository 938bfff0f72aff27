import { untilWritten } from "../adapters/contention.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type Message, readMessages } from "../adapters/dynamo-messages.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { type NurtureInput, NurtureInputSchema, type NurtureStep } from "../contract/journey.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { type Nurtured, planNurture, programmeOf, type Touch } from "../domain/nurture/plan-nurture.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look } from "../journey/task.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { askToConfirm, sendContent } from "./deliver-step.ts";

/** Sends the next piece when it is due, and says how long to wait for the lead: or that the programme is over. */
export const sendStep =
  (task: MailTask) =>
  async (input: unknown): Promise<NurtureStep> => {
    const journey = NurtureInputSchema.parse(input);
    return untilWritten(() => nextStep(task, journey));
  };

const nextStep = async (task: MailTask, { leadId, cycle, signals }: NurtureInput): Promise<NurtureStep | undefined> => {
  const { lead } = await look(task.table, { leadId, cycle });
  // Not the present counter: an engagement that came after the scoring has not been scored.
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "nurturing") return { ...answer, next: "moved" };
  const now = task.now();
  const situation = await situationOf(task, lead);
  const plan = planNurture(situation, task.agreement, now);
  if (plan.next === "park") return { ...answer, next: "park" };
  if (plan.next === "judge") return { ...answer, next: "moved" };
  if (plan.next !== "wait") {
    const delivery = await (plan.next === "send"
      ? sendContent(task, lead, plan.content, now)
      : askToConfirm(task, lead, plan.consentAt, now));
    if (delivery.is === "lead-moved") return { ...answer, next: "moved" };
    return "until" in delivery ? waits(task, lead, delivery.until, answer) : undefined;
  }
  return waits(task, lead, plan.until, answer, { nurture: programmeOf(situation) });
};

/** @returns `undefined` when another writer was quicker */
const waits = async (
  { table, now }: MailTask,
  lead: LeadIn<"nurturing">,
  until: string,
  answer: Omit<NurtureStep, "next">,
  facts: Partial<Pick<LeadIn<"nurturing">, "nurture">> = {},
): Promise<NurtureStep | undefined> => {
  const outcome = await transact(table, [replaceLead(table, lead, goesOn({ ...lead, ...facts }, until))]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now(), until) } } : undefined;
};

/** The claims say what has been sent, not a counter on the lead: a step that died half-way is not repeated. */
const situationOf = async ({ table, agreement, now }: MailTask, lead: LeadIn<"nurturing">): Promise<Nurtured> => {
  const [messages, { read, lastAt }] = await Promise.all([
    readMessages(table, lead.leadId),
    readFamiliarity(table, lead.leadId, agreement),
  ]);
  return { lead, touches: messages.flatMap(touchOf), asked: messages.flatMap(askedOf(now())), read, lastAt };
};

const touchOf = (message: Message): Touch[] =>
  message.purpose === "nurture" && mayHaveGone(message)
    ? [
        {
          content: message.step,
          cycle: message.cycle,
          at: message.status === "sent" ? message.sentAt : message.claimedAt,
        },
      ]
    : [];

const askedOf =
  (now: string) =>
  (message: Message): string[] =>
    message.purpose === "confirm-consent" && mayHaveGone(message) && !isSentAgain(message, now) ? [message.step] : [];

/** What was claimed only is still to be sent. */
const mayHaveGone = ({ status }: Message): boolean => status !== "claimed" && status !== "not-sent";

/** Of work of which nothing was heard in the agreed time, deliverOnce makes another attempt. */
const isSentAgain = (message: Message, now: string): boolean =>
  message.status === "unknown" || (message.status === "sending" && message.settlesAt <= now);

export const handler = bindAtStart(() => sendStep(mailTask()));

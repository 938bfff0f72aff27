import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { type JourneyInput, JourneyInputSchema, type OutcomeVerdict } from "../contract/journey.ts";
import { isWorked } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { askedOnce, nextLookAt, whatIsDue } from "../domain/outcome/apply-outcome.ts";
import { awayAt } from "../domain/team/availability.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { look } from "../journey/task.ts";
import type { Delivered } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { askForOutcome, notifyOfLimit } from "./outcome-mails.ts";

/**
 * Asks the owner of an accepted lead about the deal at the agreed interval until it has ended; and
 * notifies them and their manager once when the stage's limit has passed. An owner who has left loses the lead.
 */
export const ask =
  (task: MailTask) =>
  async (input: unknown): Promise<OutcomeVerdict> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => askNow(task, journey));
  };

const askNow = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<OutcomeVerdict | undefined> => {
  const { table, agreement } = task;
  const { lead, signals, stage } = await look(table, { leadId, cycle });
  const answer = { leadId, cycle, signals, stage, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || !isWorked(lead)) return { ...answer, next: "moved" };
  const now = task.now();
  const owner = await ownerNow(task, lead);
  if (awayAt(owner, agreement, now)?.left === true) return { ...answer, next: "reassign" };
  const due = whatIsDue(lead, now);
  const limit = due.limit ? await notifyOfLimit(task, lead) : undefined;
  const question = due.ask ? await askForOutcome(task, lead) : undefined;
  if (limit?.is === "lead-moved" || question?.is === "lead-moved") return { ...answer, next: "moved" };
  // What is not known to have gone counts as not said: look again when it is known.
  const asked = isSettled(question) ? askedOnce(lead, owner, agreement, now) : lead;
  const next = isSettled(limit) ? { ...asked, limitTold: true } : asked;
  const until = earliest(untilOf(limit), untilOf(question)) ?? nextLookAt(next);
  const outcome = await transact(table, [replaceLead(table, lead, goesOn(next, until))]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now, until) } } : undefined;
};

const isSettled = (delivered: Delivered | undefined): boolean => delivered !== undefined && !("until" in delivered);

const untilOf = (delivered: Delivered | undefined): string[] =>
  delivered !== undefined && "until" in delivered ? [delivered.until] : [];

/** Instants sort as text. */
const earliest = (...instants: string[][]): string | undefined => instants.flat().sort()[0];

export const handler = bindInForce(mailTask, ask);

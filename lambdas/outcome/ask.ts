import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { type JourneyInput, JourneyInputSchema, type OutcomeVerdict } from "../contract/journey.ts";
import { isWorked } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { askedOnce, nextLookAt, whatIsDue } from "../domain/outcome/apply-outcome.ts";
import { awayAt } from "../domain/team/availability.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { look } from "../journey/task.ts";
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
  const { lead, signals } = await look(table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || !isWorked(lead)) return { ...answer, next: "moved" };
  const now = task.now();
  const owner = await ownerNow(task, lead);
  if (awayAt(owner, agreement, now)?.left === true) return { ...answer, next: "reassign" };
  const due = whatIsDue(lead, now);
  if (due.limit && (await notifyOfLimit(task, lead)) === "lead-moved") return { ...answer, next: "moved" };
  if (due.ask && (await askForOutcome(task, lead)) === "lead-moved") return { ...answer, next: "moved" };
  const asked = due.ask ? askedOnce(lead, owner, agreement, now) : lead;
  const next = due.limit ? { ...asked, limitTold: true } : asked;
  const until = nextLookAt(next);
  const outcome = await transact(table, [replaceLead(table, lead, goesOn(next, until))]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now, until) } } : undefined;
};

export const handler = bindAtStart(() => ask(mailTask()));

import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import type { Agreement } from "../contract/agreement.ts";
import { type JourneyInput, JourneyInputSchema, type OutcomeVerdict } from "../contract/journey.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { askOutcomeMail } from "../domain/outcome/outcome-mail.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { outcomeLink } from "../follow-up/answer-link.ts";
import { look } from "../journey/task.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";

/** Asks the rep what became of an accepted lead, each time the agreed interval is over, until it is known. */
export const ask =
  (task: MailTask) =>
  async (input: unknown): Promise<OutcomeVerdict> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => askNow(task, journey));
  };

const askNow = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<OutcomeVerdict | undefined> => {
  const { lead, signals } = await look(task.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "accepted") return { ...answer, next: "moved" };
  const now = task.now();
  if (now >= lead.askAt && (await deliver(task, lead)) === "lead-moved") return { ...answer, next: "moved" };
  const next = now >= lead.askAt ? askedOnce(lead, task.agreement, now) : lead;
  const outcome = await transact(task.table, [replaceLead(task.table, lead, goesOn(next, next.askAt))]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now, next.askAt) } } : undefined;
};

const askedOnce = (lead: LeadIn<"accepted">, agreement: Agreement, now: string): LeadIn<"accepted"> => {
  const askAt = addDuration(now, agreement.terms.sla.sales.askOutcomeAfter, calendarOf(agreement));
  return { ...lead, asked: lead.asked + 1, askAt };
};

const deliver = async (task: MailTask, lead: LeadIn<"accepted">) => {
  const { rep, link } = await outcomeLink(task, lead);
  const { leadId, cycle, correlationId } = lead;
  return deliverOnce(task, {
    name: { leadId, cycle, purpose: "ask-outcome", step: String(lead.asked + 1) },
    still: { stage: "accepted", ownerId: rep.id },
    grants: [link],
    mail: askOutcomeMail({ lead, rep, agreement: task.agreement, link: link.url }),
    correlationId,
  });
};

export const handler = bindAtStart(() => ask(mailTask()));

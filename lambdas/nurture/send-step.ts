import { untilWritten } from "../adapters/contention.ts";
import { readEngagements } from "../adapters/dynamo-engagements.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type Message, readMessages } from "../adapters/dynamo-messages.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import type { Content } from "../contract/agreement.ts";
import { type JourneyInput, JourneyInputSchema, type NurtureStep } from "../contract/journey.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { nurtureMail } from "../domain/nurture/nurture-mail.ts";
import { type Nurtured, planNurture, programmeOf, type Touch } from "../domain/nurture/plan-nurture.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look } from "../journey/task.ts";
import { deliverOnce } from "../mail/deliver-once.ts";
import { linkFor, type MailTask, mailTask } from "../mail/mail-task.ts";

/** Sends the next piece when it is due, and says how long to wait for the lead: or that the programme is over. */
export const sendStep =
  (task: MailTask) =>
  async (input: unknown): Promise<NurtureStep> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => nextStep(task, journey));
  };

const nextStep = async (task: MailTask, { leadId, cycle }: JourneyInput): Promise<NurtureStep | undefined> => {
  const { lead, signals } = await look(task.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "nurturing") return { ...answer, next: "moved" };
  const now = task.now();
  const situation = await situationOf(task, lead);
  const plan = planNurture(situation, task.agreement, now);
  if (plan.next === "park") return { ...answer, next: "park" };
  if (plan.next === "send") {
    const delivery = await deliver(task, lead, plan.content);
    return delivery === "lead-moved" ? { ...answer, next: "moved" } : undefined;
  }
  const waiting = goesOn({ ...lead, nurture: programmeOf(situation) }, plan.until);
  const outcome = await transact(task.table, [replaceLead(task.table, lead, waiting)]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now, plan.until) } } : undefined;
};

/** What has been sent is told by the claims, never by a count on the lead: a step that died half-way is not repeated. */
const situationOf = async ({ table }: MailTask, lead: LeadIn<"nurturing">): Promise<Nurtured> => {
  const [messages, engagements] = await Promise.all([
    readMessages(table, lead.leadId),
    readEngagements(table, lead.leadId),
  ]);
  return { lead, touches: messages.flatMap(touchOf), engagedAt: engagements.map(({ at }) => at) };
};

const touchOf = ({ purpose, step, cycle, claimedAt }: Message): Touch[] =>
  purpose === "nurture" ? [{ content: step, cycle, at: claimedAt }] : [];

const deliver = async (task: MailTask, lead: LeadIn<"nurturing">, content: Content) => {
  const { leadId, cycle, language } = lead;
  const unsubscribe = await linkFor(task, { purpose: "unsubscribe", leadId, cycle, language, until: never });
  return deliverOnce(task, {
    name: { leadId, cycle, purpose: "nurture", step: content.id },
    still: { stage: "nurturing", subscribed: true },
    grants: [unsubscribe],
    mail: nurtureMail({
      lead,
      content,
      agreement: task.agreement,
      unsubscribeUrl: unsubscribe.url,
      contentUrl: content.url[language],
    }),
    correlationId: lead.correlationId,
  });
};

/** A lead may end our mails however old the mail is. */
const never = "9999-12-31T00:00:00.000Z";

export const handler = bindAtStart(() => sendStep(mailTask()));

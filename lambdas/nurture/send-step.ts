import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { readAskedAddress } from "../adapters/dynamo-limits.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { type NurtureInput, NurtureInputSchema, type NurtureStep } from "../contract/journey.ts";
import { assertNever } from "../domain/assert-never.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { type Nurtured, type NurturePlan, planNurture, programmeOf } from "../domain/nurture/plan-nurture.ts";
import { stepOf } from "../domain/nurture/question.ts";
import { afterTelling, isTold, tellingNow } from "../domain/nurture/telling.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look } from "../journey/task.ts";
import type { Delivered } from "../mail/deliver-once.ts";
import { type MailTask, mailTask } from "../mail/mail-task.ts";
import { askToConfirm, sendAcknowledgement, sendContent } from "./deliver-step.ts";
import { hold } from "./hold.ts";
import { parkSilent } from "./park.ts";
import { roomForMail } from "./room-for-mail.ts";
import { situationOf } from "./situation-of.ts";

/**
 * Sends the next piece when it is due, and says how long to wait for the lead; when the programme is over and the lead
 * stayed silent, parks it.
 */
export const sendStep =
  (task: MailTask) =>
  async (input: unknown): Promise<NurtureStep> => {
    const journey = NurtureInputSchema.parse(input);
    return untilWritten(() => nextStep(task, journey));
  };

const nextStep = async (task: MailTask, { leadId, cycle, signals }: NurtureInput): Promise<NurtureStep | undefined> => {
  const { lead, stage } = await look(task.table, { leadId, cycle });
  // Not the present counter: an engagement that came after the scoring has not been scored.
  const answer = { leadId, cycle, signals, stage, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "nurturing") return { ...answer, next: "moved" };
  const now = task.now();
  const familiarity = await readFamiliarity(task.table, leadId, task.agreement);
  const { asks: asksOfMailbox } = await readAskedAddress(task.table, lead.email);
  const situation = { ...(await situationOf(task.table, lead, familiarity, now)), asksOfMailbox };
  const plan = planNurture(situation, task.agreement, now);
  if (plan.next === "judge") return { ...answer, next: "judge" };
  if (plan.next === "park") {
    const done = await parkSilent(task.table, lead, signals, now, task.agreement);
    return done && { ...answer, next: done === "parked" ? "parked" : "moved" };
  }
  if (plan.next !== "wait") {
    const roomAt = await roomForMail(task, lead, mailOf(plan), now);
    if (roomAt === "never" && plan.next === "acknowledge") await hold(task.table, lead);
    // The plan is to be made again.
    if (roomAt === "never") return undefined;
    if (roomAt > now) return waits(task, lead, roomAt, answer);
    const delivery = await deliver(task, situation, plan, now);
    if (delivery.is === "lead-moved") return { ...answer, next: "moved" };
    return "until" in delivery ? waits(task, lead, delivery.until, answer) : undefined;
  }
  const told = isTold(lead, situation.mails ?? []) ? afterTelling(lead, task.agreement.terms) : {};
  return waits(task, lead, plan.until, answer, { nurture: programmeOf(situation), ...told });
};

type Sending = Exclude<NurturePlan, { next: "wait" | "judge" | "park" }>;

const mailOf = (plan: Sending) => {
  switch (plan.next) {
    case "send":
      return { purpose: "nurture", step: plan.content.id } as const;
    case "confirm":
      return { purpose: "confirm-consent", step: stepOf(plan) } as const;
    case "acknowledge":
      return { purpose: "acknowledgement", step: plan.telling.form.submissionId } as const;
    default:
      return assertNever(plan);
  }
};

/** The question for a consent is the mail that tells of the form, too; the one for a form is about another form. */
const deliver = (task: MailTask, { lead, mails = [] }: Nurtured, plan: Sending, now: string): Promise<Delivered> => {
  switch (plan.next) {
    case "send":
      return sendContent(task, lead, plan.content, now);
    case "confirm": {
      const telling = "consentAt" in plan ? tellingNow(lead, mails, task.agreement, now) : undefined;
      return askToConfirm(task, lead, plan, now, telling);
    }
    case "acknowledge":
      return sendAcknowledgement(task, lead, plan.telling, now);
    default:
      return assertNever(plan);
  }
};

/** @returns `undefined` when another writer was quicker */
const waits = async (
  { table, now }: MailTask,
  lead: LeadIn<"nurturing">,
  until: string,
  answer: Omit<NurtureStep, "next">,
  facts: Partial<Pick<LeadIn<"nurturing">, "nurture" | "untold" | "sentOnRequest">> = {},
): Promise<NurtureStep | undefined> => {
  const outcome = await transact(table, [replaceLead(table, lead, goesOn({ ...lead, ...facts }, until))]);
  return outcome.done ? { ...answer, next: "wait", wait: { seconds: secondsUntil(now(), until) } } : undefined;
};

export const handler = bindInForce(mailTask, sendStep);

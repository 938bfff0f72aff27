import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import type { StillSo } from "../adapters/dynamo-messages.ts";
import { type NamedWrite, transact } from "../adapters/dynamo-table.ts";
import { type RungInput, RungInputSchema, type RungResult } from "../contract/journey.ts";
import { limits } from "../contract/limits.ts";
import { judgeSla } from "../domain/follow-up/judge-sla.ts";
import { ladderOf, type Rung } from "../domain/follow-up/ladder.ts";
import type { FollowUp, LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import type { Owner } from "../domain/team/owner.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look } from "../journey/task.ts";
import type { Delivered } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { ownerNow } from "./owner-of.ts";

type HandedOff = LeadIn<"handed-off">;

/** What a rung does: its mails, and further writes when the lead has climbed it. */
export interface Step {
  readonly act: Rung["act"];
  readonly mails: (task: MailTask, lead: HandedOff, rung: Rung) => Promise<Delivered>;
  readonly alsoWrite?: (task: MailTask, lead: HandedOff, rung: Rung) => readonly NamedWrite[];
}

/** Climbs one rung of the ladder: mails first (each once), then the lead remembers the rung and its next due time. */
export const climb =
  (task: MailTask, step: Step) =>
  async (input: unknown): Promise<RungResult> => {
    const due = RungInputSchema.parse(input);
    return untilWritten(() => climbNow(task, step, due));
  };

const climbNow = async (
  task: MailTask,
  step: Step,
  { leadId, cycle, rung }: RungInput,
): Promise<RungResult | undefined> => {
  const { lead, signals, stage } = await look(task.table, { leadId, cycle });
  const moved = { leadId, cycle, signals, stage, next: "moved", wait: { seconds: 1 } } as const;
  if (lead.cycle !== cycle || lead.stage !== "handed-off") return moved;
  const owner = await ownerNow(task, lead);
  const due = ladderOf(lead.followUp, owner, task.agreement).find((each) => each.rung === rung);
  // Climbed before: ask again what is due now.
  if (lead.followUp.rung >= rung) return moved;
  if (due?.act !== step.act || due.at > task.now()) return notDue(task, lead, owner, moved);
  const delivered = await step.mails(task, lead, due);
  if (delivered.is === "lead-moved") return moved;
  // A rung counts from mails that went: until that is known, the lead stays below it.
  if ("until" in delivered) return lookAgain(task, lead, delivered.until, moved);
  const climbed = { ...lead, followUp: { ...lead.followUp, rung } };
  const now = task.now();
  const next = judgeSla(climbed, owner, task.agreement, now);
  const until = next.verdict === "wait" ? next.until : now;
  const outcome = await transact(task.table, [
    replaceLead(task.table, lead, goesOn(climbed, until)),
    ...(step.alsoWrite?.(task, lead, due) ?? []),
  ]);
  return outcome.done ? { ...moved, next: "wait", wait: { seconds: secondsUntil(now, until) } } : undefined;
};

/**
 * It was snoozed at this moment; or it was judged by another agreement, while a new one comes into force. What that says may
 * differ again at once: it is asked when all know the new one.
 */
const notDue = (task: MailTask, lead: HandedOff, owner: Owner, answer: RungResult) => {
  const now = task.now();
  const judged = judgeSla(lead, owner, task.agreement, now);
  const known = new Date(Date.parse(now) + limits.agreementLookSeconds * 1000).toISOString();
  return lookAgain(task, lead, judged.verdict === "wait" ? judged.until : known, answer);
};

const lookAgain = async (task: MailTask, lead: HandedOff, until: string, answer: RungResult) => {
  const outcome = await transact(task.table, [replaceLead(task.table, lead, goesOn(lead, until))]);
  const wait = { seconds: secondsUntil(task.now(), until) };
  return outcome.done ? ({ ...answer, next: "wait", wait } as const) : undefined;
};

/** A mail about this rung may go while the same owner has the lead with the same deadline. */
export const stillDue = ({ followUp: { ownerId, dueAt } }: HandedOff): StillSo => ({
  stage: "handed-off",
  ownerId,
  dueAt,
});

/**
 * Names a mail of the ladder: once per owner, turn and level. An owner who gets the lead back is notified again, and so
 * is one who had snoozed it.
 */
export const stepName = ({ ownerId, turn, snoozes, extensions }: FollowUp, ...level: readonly number[]): string => {
  const putOff = snoozes + extensions;
  return [ownerId, turn, ...level, ...(putOff > 0 ? [`put-off-${putOff}`] : [])].join(".");
};

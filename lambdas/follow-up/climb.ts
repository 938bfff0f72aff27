import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type NamedWrite, transact } from "../adapters/dynamo-table.ts";
import { type HandOff, type SlaVerdict, SlaVerdictSchema } from "../contract/journey.ts";
import { ladderOf, type Rung } from "../domain/follow-up/ladder.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look } from "../journey/task.ts";
import type { MailTask } from "../mail/mail-task.ts";

export type Unanswered = LeadIn<"handed-off">;

/** What a rung does: its mails, and what else is written when the lead has climbed it. */
export interface Step {
  readonly mails: (task: MailTask, lead: Unanswered, rung: Rung) => Promise<"sent" | "sent-before" | "lead-moved">;
  readonly alsoWrite?: (task: MailTask, lead: Unanswered, rung: Rung) => readonly NamedWrite[];
}

/** Climbs one rung of the ladder: mails first (each once), then the lead remembers the rung and its next due time. */
export const climb =
  (task: MailTask, step: Step) =>
  async (input: unknown): Promise<HandOff> => {
    const due = SlaVerdictSchema.parse(input);
    return untilWritten(() => climbNow(task, step, due));
  };

const climbNow = async (
  task: MailTask,
  step: Step,
  { leadId, cycle, rung }: SlaVerdict,
): Promise<HandOff | undefined> => {
  const { lead, signals } = await look(task.table, { leadId, cycle });
  const moved = { leadId, cycle, signals, next: "moved", wait: { seconds: 1 } } as const;
  if (lead.cycle !== cycle || lead.stage !== "handed-off") return moved;
  const ladder = ladderOf(lead.followUp, task.agreement);
  const [now, then] = [ladder.find((each) => each.rung === rung), ladder.find((each) => each.rung === rung + 1)];
  if (now === undefined || then === undefined) throw new Error(`the ladder has no rung ${rung} with one after it`);
  if ((await step.mails(task, lead, now)) === "lead-moved") return moved;
  const climbed = goesOn({ ...lead, followUp: { ...lead.followUp, rung } }, then.at);
  const outcome = await transact(task.table, [
    replaceLead(task.table, lead, climbed),
    ...(step.alsoWrite?.(task, lead, now) ?? []),
  ]);
  return outcome.done ? { ...moved, next: "wait", wait: { seconds: secondsUntil(task.now(), then.at) } } : undefined;
};

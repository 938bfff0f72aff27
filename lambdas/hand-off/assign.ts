import { untilWritten } from "../adapters/contention.ts";
import { decisionIfNews, decisionWrite } from "../adapters/dynamo-decisions.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { readLoads, takeLead } from "../adapters/dynamo-rep-loads.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import type { Rep } from "../contract/agreement.ts";
import { type Assignment, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import type { Bilingual } from "../contract/stages.ts";
import { planFollowUp } from "../domain/follow-up/plan-follow-up.ts";
import { chooseRep } from "../domain/hand-off/choose-rep.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

/** Gives the lead to the rep with the most room; when nobody has room the lead waits, visibly. */
export const assign =
  (deps: TableTask) =>
  async (input: unknown): Promise<Assignment> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => assignNow(deps, journey));
  };

const assignNow = async (deps: TableTask, { leadId, cycle }: JourneyInput): Promise<Assignment | undefined> => {
  const { lead, signals } = await look(deps.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || lead.stage !== "qualified") return { ...answer, next: "moved" };
  const loads = await readLoads(deps.table, deps.agreement.terms.team.reps);
  const { rep, explanation } = chooseRep(lead, loads, deps.agreement);
  if (rep === null) {
    const seconds = await waitForRoom(deps, lead, explanation);
    return seconds === undefined ? undefined : { ...answer, next: "wait", wait: { seconds } };
  }
  return (await give(deps, lead, rep, explanation)) ? { ...answer, next: "hand-off" } : undefined;
};

/** The rep's place is taken in the same transaction: many leads at once never exceed a rep's capacity. */
const give = async (deps: TableTask, lead: LeadIn<"qualified">, rep: Rep, explanation: Bilingual): Promise<boolean> => {
  const at = deps.now();
  const followUp = planFollowUp(rep.id, at, deps.agreement);
  const next = moveTo("assigned", lead, { followUp, nextDueAt: followUp.remindAt }, { because: "rep-chosen", now: at });
  const outcome = await transact(deps.table, [
    replaceLead(deps.table, lead, next),
    takeLead(deps.table, rep),
    decisionWrite(deps.table, lead, explained(deps, at, rep.id, explanation)),
  ]);
  if (outcome.done)
    log.info("Assigned", {
      code: "lead-assigned",
      leadId: lead.leadId,
      ownerId: rep.id,
      correlationId: lead.correlationId,
    });
  return outcome.done;
};

const waitForRoom = async (deps: TableTask, lead: LeadIn<"qualified">, explanation: Bilingual) => {
  const at = deps.now();
  const nextDueAt = addDuration(at, deps.agreement.terms.sla.sales.capacityRetry, calendarOf(deps.agreement));
  const outcome = await transact(deps.table, [
    replaceLead(deps.table, lead, goesOn(lead, nextDueAt)),
    ...(await decisionIfNews(deps.table, lead, explained(deps, at, "nobody", explanation))),
  ]);
  log.warn("No rep has room", { code: "no-capacity", leadId: lead.leadId, correlationId: lead.correlationId });
  return outcome.done ? secondsUntil(at, nextDueAt) : undefined;
};

const explained = ({ agreement }: TableTask, at: string, verdict: string, explanation: Bilingual) => ({
  at,
  of: "assignment",
  verdict,
  reasons: [explanation],
  agreementVersion: agreement.version,
});

export const handler = bindAtStart(() => assign(tableTask()));

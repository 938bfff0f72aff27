import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { decisionWrite } from "../adapters/dynamo-decisions.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { type JourneyInput, JourneyInputSchema, type SlaVerdict } from "../contract/journey.ts";
import { judgeSla as judge } from "../domain/follow-up/judge-sla.ts";
import { withKinderClock } from "../domain/follow-up/shorten-clock.ts";
import { isWorked, type Lead, type LeadIn, type Worked } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { nextLookAt } from "../domain/outcome/apply-outcome.ts";
import { awayAt } from "../domain/team/availability.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";
import { sayKinder } from "../views/follow-up/shortened.ts";
import { ownerNow } from "./owner-of.ts";

/** The wait for the answer has ended: ask the table, since an answer may come in the same second as its timer. */
export const judgeSla =
  (deps: TableTask) =>
  async (input: unknown): Promise<SlaVerdict> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => judgeNow(deps, journey));
  };

const judgeNow = async (deps: TableTask, { leadId, cycle }: JourneyInput): Promise<SlaVerdict | undefined> => {
  const { lead, signals, stage } = await look(deps.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, stage, rung: 0, wait: { seconds: 1 } };
  if (lead.cycle === cycle && isWorked(lead)) return { ...answer, ...(await untilAsked(deps, lead)) };
  // Assigned: it was passed on, and its new owner has not got the hand-off yet.
  if (lead.cycle !== cycle || lead.stage !== "handed-off") return { ...answer, verdict: "answered" };
  const at = deps.now();
  const owner = await ownerNow(deps, lead);
  const kinder = withKinderClock(lead, owner, deps.agreement, at);
  if (kinder !== undefined) return shortened(deps, lead, kinder, at);
  const judged = judge(lead, owner, deps.agreement, at);
  log.info("Judged the follow-up", { code: `sla-${judged.verdict}`, leadId, correlationId: lead.correlationId });
  if (judged.verdict === "answered") return { ...answer, verdict: "answered" };
  if (judged.verdict !== "wait") return { ...answer, verdict: judged.verdict, rung: judged.rung };
  if (!(await waits(deps.table, lead, judged.until))) return undefined;
  return { ...answer, verdict: "wait", wait: { seconds: secondsUntil(at, judged.until) } };
};

/**
 * The rep accepted. Mostly there is nothing to ask or to notify yet, and the lead says when; else the step that asks
 * has its turn.
 */
const untilAsked = async (
  deps: TableTask,
  lead: Worked,
): Promise<Pick<SlaVerdict, "verdict"> & Partial<Pick<SlaVerdict, "wait">>> => {
  const [at, owner, until] = [deps.now(), await ownerNow(deps, lead), nextLookAt(lead)];
  const isQuiet = lead.nextDueAt === until && until > at && lead.needsAttention === undefined;
  if (!isQuiet || awayAt(owner, deps.agreement, at)?.left === true) return { verdict: "answered" };
  return { verdict: "accepted", wait: { seconds: secondsUntil(at, until) } };
};

/** The lead's story says why its clock ends sooner; then it is judged by that. */
const shortened = async (
  { table, agreement }: TableTask,
  lead: LeadIn<"handed-off">,
  kinder: LeadIn<"handed-off">,
  at: string,
): Promise<undefined> => {
  const { version: agreementVersion } = agreement;
  const { leadId, correlationId, followUp } = kinder;
  const reasons = [sayKinder(followUp.agreed ?? agreement.terms.sla.sales.followUp)];
  const { done } = await transact(table, [
    replaceLead(table, lead, kinder),
    decisionWrite(table, lead, { at, of: "clock", verdict: "shortened", reasons, agreementVersion }),
  ]);
  if (done) log.info("A clock ends sooner by a new agreement", { code: "clock-shortened", leadId, correlationId });
};

/** A restarted journey clears the flag; mostly there is nothing to write. */
const waits = async (table: DynamoTable, lead: Lead, until: string): Promise<boolean> => {
  if (!("nextDueAt" in lead) || (lead.nextDueAt === until && lead.needsAttention === undefined)) return true;
  return (await transact(table, [replaceLead(table, lead, goesOn(lead, until))])).done;
};

export const handler = bindInForce(tableTask, judgeSla);

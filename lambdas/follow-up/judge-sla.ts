import { untilWritten } from "../adapters/contention.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type JourneyInput, JourneyInputSchema, type SlaVerdict } from "../contract/journey.ts";
import { judgeSla as judge } from "../domain/follow-up/judge-sla.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";
import { ownerNow } from "./owner-of.ts";

/** The timer has ended: ask the table, since the answer may have come in the same second. */
export const judgeSla =
  (deps: TableTask) =>
  async (input: unknown): Promise<SlaVerdict> => {
    const journey = JourneyInputSchema.parse(input);
    return untilWritten(() => judgeNow(deps, journey));
  };

const judgeNow = async (deps: TableTask, { leadId, cycle }: JourneyInput): Promise<SlaVerdict | undefined> => {
  const { lead, signals } = await look(deps.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, rung: 0, wait: { seconds: 1 } };
  // Assigned: it was passed on, and its new owner has not got the hand-off yet.
  if (lead.cycle !== cycle || lead.stage !== "handed-off") return { ...answer, verdict: "answered" };
  const at = deps.now();
  const judged = judge(lead, await ownerNow(deps, lead), deps.agreement, at);
  log.info("Judged the follow-up", { code: `sla-${judged.verdict}`, leadId, correlationId: lead.correlationId });
  if (judged.verdict === "answered") return { ...answer, verdict: "answered" };
  if (judged.verdict !== "wait") return { ...answer, verdict: judged.verdict, rung: judged.rung };
  if (!(await waits(deps.table, lead, judged.until))) return undefined;
  return { ...answer, verdict: "wait", wait: { seconds: secondsUntil(at, judged.until) } };
};

/** A restarted journey clears the flag; mostly there is nothing to write. */
const waits = async (table: DynamoTable, lead: Lead, until: string): Promise<boolean> => {
  if (!("nextDueAt" in lead) || (lead.nextDueAt === until && lead.needsAttention === undefined)) return true;
  return (await transact(table, [replaceLead(table, lead, goesOn(lead, until))])).done;
};

export const handler = bindAtStart(() => judgeSla(tableTask()));

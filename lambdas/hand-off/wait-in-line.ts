import { decisionIfNews } from "../adapters/dynamo-decisions.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { queueUp } from "../adapters/dynamo-waiting.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { RepChoice } from "../domain/hand-off/choose-rep.ts";
import { overflowsAt } from "../domain/hand-off/overflow.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { addDuration, calendarOf } from "../domain/working-time/calendar.ts";
import type { TableTask } from "../journey/task.ts";
import { assignmentDecision } from "./assignment-decision.ts";

interface Place extends Pick<RepChoice, "reps" | "explanation"> {
  readonly rank: string;
  readonly since: string;
  readonly companyOwner: string | undefined;
}

/**
 * The lead takes its place in the queue, or keeps it: the place is renewed at every read, so that a lead whose journey
 * has died can be distinguished from one that waits.
 * @returns when to look again; `undefined` when another writer changed the lead: read again
 */
export const waitInLine = async (
  { table, agreement }: TableTask,
  lead: LeadIn<"qualified">,
  { rank, since, reps, companyOwner, explanation }: Place,
  at: string,
): Promise<string | undefined> => {
  const looksAt = nextLook(since, agreement, at);
  const { leadId, cycle, language, lane, segment, correlationId } = lead;
  const queued = { leadId, cycle, language, lane, segment, rank, since, reps, companyOwner, looksAt };
  const moved = lead.waiting !== undefined && lead.waiting.rank !== rank;
  const outcome = await transact(table, [
    ...moveWrites(table, lead, { ...goesOn(lead, looksAt), waiting: { since, rank, reps } }, at),
    queueUp(table, queued, moved),
    ...(await decisionIfNews(table, lead, assignmentDecision(agreement, at, "nobody", explanation))),
  ]);
  if (!outcome.done) return undefined;
  log.warn("No rep is free", { code: "no-capacity", leadId, correlationId });
  return looksAt;
};

/** The agreed pause, but not beyond the overflow. */
const nextLook = (since: string, agreement: Agreement, at: string): string => {
  const retry = addDuration(at, agreement.terms.sla.sales.capacityRetry, calendarOf(agreement));
  const overflow = overflowsAt(since, agreement);
  return overflow !== undefined && overflow > at && overflow < retry ? overflow : retry;
};

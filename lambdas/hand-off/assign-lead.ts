import { companyOwnerWrites } from "../adapters/dynamo-company-owners.ts";
import { decisionWrite } from "../adapters/dynamo-decisions.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { type NamedWrite, transact } from "../adapters/dynamo-table.ts";
import { countPlace, takePlace } from "../adapters/dynamo-team.ts";
import { log } from "../adapters/logger.ts";
import type { Bilingual } from "../contract/stages.ts";
import { planFollowUp } from "../domain/follow-up/plan-follow-up.ts";
import type { RepChoice } from "../domain/hand-off/choose-rep.ts";
import { companyOf } from "../domain/hand-off/prospect.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import type { Owner } from "../domain/team/owner.ts";
import type { RepNow } from "../domain/team/rep-now.ts";
import type { TableTask } from "../journey/task.ts";
import { assignmentDecision } from "./assignment-decision.ts";

type Mql = LeadIn<"qualified">;

interface ToRep extends Pick<RepChoice, "explanation" | "newBelow"> {
  readonly rep: RepNow;
}

/**
 * The rep's place is taken in the same transaction: concurrent leads never exceed a rep's capacity, and each goes to
 * the rep whose turn it is. The rep has the lead's company from now on.
 * @returns false when another writer was quicker: read again
 */
export const assignToRep = (deps: TableTask, lead: Mql, { rep, explanation, newBelow }: ToRep, at: string) => {
  const { table, agreement } = deps;
  return assign(deps, lead, { owner: rep.rep, explanation, because: "rep-chosen" }, at, [
    ...takePlace(table, rep, agreement, at, newBelow),
    ...companyOwnerWrites(table, companyOf(lead, agreement), lead, rep.rep.id, at),
  ]);
};

interface ToColleague {
  readonly colleague: Owner;
  readonly explanation: Bilingual;
  /** @default `no-rep-free`, for the agreed time */
  readonly because?: string;
}

/** Assigns to the manager or deputy: counted, without a limit. */
export const assignToColleague = (
  deps: TableTask,
  lead: Mql,
  { colleague, explanation, because = "no-rep-free" }: ToColleague,
  at: string,
) => assign(deps, lead, { owner: colleague, explanation, because }, at, [countPlace(deps.table, colleague.id)]);

interface NewAssignment {
  readonly owner: Owner;
  readonly explanation: Bilingual;
  readonly because: string;
}

const assign = async (
  { table, agreement }: TableTask,
  lead: Mql,
  { owner, explanation, because }: NewAssignment,
  at: string,
  place: readonly NamedWrite[],
): Promise<boolean> => {
  const { leadId, segment, correlationId } = lead;
  const followUp = planFollowUp(owner, lead, at, agreement);
  const next = moveTo(
    "assigned",
    lead,
    { followUp, segment, nextDueAt: followUp.reminderAt },
    { because, now: at, agreement },
  );
  const outcome = await transact(table, [
    ...moveWrites(table, lead, next, at),
    ...place,
    decisionWrite(table, lead, assignmentDecision(agreement, at, owner.id, explanation)),
  ]);
  if (outcome.done) log.info("Assigned", { code: "lead-assigned", leadId, ownerId: owner.id, because, correlationId });
  return outcome.done;
};

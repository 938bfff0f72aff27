import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilTheyAgree, untilWritten } from "../adapters/contention.ts";
import { decisionIfNews, decisionWrite } from "../adapters/dynamo-decisions.ts";
import { replaceLead } from "../adapters/dynamo-leads.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { type JourneyInput, type Reassignment, ReassignmentInputSchema } from "../contract/journey.ts";
import type { Bilingual } from "../contract/stages.ts";
import { nobodyElse } from "../domain/escalation/nobody-else.ts";
import { type WhyReassign, whyReassign } from "../domain/escalation/why-reassign.ts";
import { passOn } from "../domain/follow-up/plan-follow-up.ts";
import { isUnanswered, isWorked, type Unanswered, type Worked } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import type { Owner } from "../domain/team/owner.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";
import { sayNobodyElse, sayWhyReassigned } from "../views/escalation/reassignment-words.ts";
import { findNextOwner, type NextOwner } from "./find-next-owner.ts";

/** A lead to be reassigned, and why, by the table: its owner has not answered, never heard of it, is away or has left. */
interface Case {
  readonly lead: Unanswered | Worked;
  readonly owner: Owner;
  readonly why: WhyReassign;
  readonly at: string;
}

/** Reassigns the lead to the next rep, with a new and shorter clock; while no one can take it, it stays, visibly. */
export const reassign =
  (deps: TableTask) =>
  async (input: unknown): Promise<Reassignment> => {
    const journey = ReassignmentInputSchema.parse(input);
    return untilWritten(() => reassignNow(deps, journey));
  };

/** Checks the table again: the answer may have come, or this step may have been done before. */
const reassignNow = async (deps: TableTask, { leadId, cycle }: JourneyInput): Promise<Reassignment | undefined> => {
  const { lead, signals, stage } = await look(deps.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, stage, wait: { seconds: 1 } };
  if (lead.cycle !== cycle || !(isUnanswered(lead) || isWorked(lead))) return { ...answer, next: "moved" };
  const [at, owner] = [deps.now(), await ownerNow(deps, lead)];
  const why = whyReassign(lead, owner, deps.agreement, at);
  if (why === undefined || why.from > at) {
    await untilTheyAgree();
    return { ...answer, next: "moved" };
  }
  const known = { lead, owner, why, at };
  const { taker, explanation } = await findNextOwner(deps, known);
  const done = await (taker === undefined
    ? stay(deps, known, explanation)
    : reassignTo(deps, known, taker, explanation));
  return done ? { ...answer, next: taker === undefined ? "wait" : "hand-off" } : undefined;
};

/** The taker's place is taken in the same transaction; an answer at the same moment changes the lead's version. */
const reassignTo = async (deps: TableTask, known: Case, { colleague, place }: NextOwner, explanation: Bilingual) => {
  const { lead, why, at } = known;
  const followUp = passOn(lead, colleague, at, deps.agreement, why.stepsDone);
  const because = `reassigned:${why.because}`;
  const next = moveTo(
    "assigned",
    lead,
    { followUp, nextDueAt: followUp.reminderAt },
    { because, now: at, agreement: deps.agreement },
  );
  const outcome = await transact(deps.table, [
    ...moveWrites(deps.table, lead, next, at),
    ...place,
    decisionWrite(deps.table, lead, decision(deps, known, colleague.id, explanation)),
  ]);
  if (outcome.done) log.info("Reassigned", { code: because, ownerId: colleague.id, ...factsOf(known) });
  return outcome.done;
};

const stay = async (deps: TableTask, known: Case, explanation: Bilingual): Promise<boolean> => {
  const { lead, owner, why, at } = known;
  if (isWorked(lead)) throw new Error("somebody is found for a lead whose owner has left");
  const outcome = await transact(deps.table, [
    replaceLead(deps.table, lead, nobodyElse(lead, owner, why, deps.agreement, at)),
    ...(await decisionIfNews(deps.table, lead, decision(deps, known, "nobody", explanation, sayNobodyElse))),
  ]);
  if (outcome.done) log.warn("Nobody else can take the lead", { code: "nobody-else", ...factsOf(known) });
  return outcome.done;
};

const decision = (
  { agreement }: TableTask,
  { lead, owner, why, at }: Case,
  verdict: string,
  ...explanations: Bilingual[]
) => ({
  at,
  of: "reassignment",
  verdict,
  reasons: [sayWhyReassigned(owner, lead.followUp, why.because, agreement, at), ...explanations],
  agreementVersion: agreement.version,
});

const factsOf = ({ lead: { leadId, correlationId, followUp } }: Case) => ({
  leadId,
  correlationId,
  previousOwnerId: followUp.ownerId,
});

export const handler = bindInForce(tableTask, reassign);

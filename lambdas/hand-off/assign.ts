import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { readCompanyOwner } from "../adapters/dynamo-company-owners.ts";
import { readTeamFor } from "../adapters/dynamo-team.ts";
import { readQueueAhead } from "../adapters/dynamo-waiting.ts";
import { type Assignment, type JourneyInput, JourneyInputSchema } from "../contract/journey.ts";
import { sayDecided } from "../domain/escalation/decide.ts";
import { chooseRep } from "../domain/hand-off/choose-rep.ts";
import { explainOverflow, standInFor } from "../domain/hand-off/overflow.ts";
import { companyOf, segmentOf } from "../domain/hand-off/prospect.ts";
import { placesInTurn, rankOf } from "../domain/hand-off/queue.ts";
import { isUnreachable, reachableFrom } from "../domain/hand-off/refused-hand-off.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { onDay } from "../domain/score/fact.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { takersNow } from "../follow-up/takers-now.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";
import { assignToColleague, assignToRep } from "./assign-lead.ts";
import { waitInLine } from "./wait-in-line.ts";

/** How much of the queue ahead of a lead is read; a lead further back is served when it has moved up. */
const mostAhead = 100;

/**
 * Fifty concurrent leads are shared out exactly within a few tries; in a larger crowd each further try may go this many
 * leads beyond the exact share, which later leads correct.
 */
const exactTries = 5;
const slackAfter = (gaveWay: number): number => Math.max(0, gaveWay - exactTries);

/**
 * Assigns the lead to the right rep. When none is free, or the free ones are taken by leads ahead in the queue, it
 * waits, visibly; after the agreed time the manager or deputy takes it.
 */
export const assign =
  (deps: TableTask) =>
  async (input: unknown): Promise<Assignment> => {
    const journey = JourneyInputSchema.parse(input);
    let gaveWay = 0;
    return untilWritten(() => assignNow(deps, journey, gaveWay++));
  };

const assignNow = async (
  deps: TableTask,
  { leadId, cycle }: JourneyInput,
  gaveWay: number,
): Promise<Assignment | undefined> => {
  const { lead: read, signals, stage } = await look(deps.table, { leadId, cycle });
  const answer = { leadId, cycle, signals, stage, wait: { seconds: 1 } };
  if (read.cycle !== cycle || read.stage !== "qualified") return { ...answer, next: "moved" };
  const at = deps.now();
  const lead = { ...read, segment: segmentOf(onDay(read, at), deps.agreement) };
  const wanted = await toWanted(deps, lead, at);
  if (wanted !== "nobody") return wanted ? { ...answer, next: "hand-off" } : undefined;
  const place = await choose(deps, lead, at);
  const given = await assignTo(deps, lead, { ...place, newBelow: place.newBelow + slackAfter(gaveWay) }, at);
  if (given !== "nobody") return given ? { ...answer, next: "hand-off" } : undefined;
  const looksAt = await waitInLine(deps, lead, place, at);
  return looksAt === undefined ? undefined : { ...answer, next: "wait", wait: { seconds: secondsUntil(at, looksAt) } };
};

/** Somebody has decided who is to call: they get it, while they can take it. */
const toWanted = async (deps: TableTask, lead: LeadIn<"qualified">, at: string): Promise<boolean | "nobody"> => {
  const { override } = lead;
  if (override?.to === undefined) return "nobody";
  const takers = await takersNow(deps, lead, at);
  const taker = takers.find(({ colleague, can }) => colleague.id === override.to && can === "take-it");
  if (taker === undefined || isUnreachable(lead, taker.colleague)) return "nobody";
  const { colleague, repNow } = taker;
  const explanation = sayDecided({ ...override, decision: "call-again" }, colleague.name);
  return repNow === undefined
    ? assignToColleague(deps, lead, { colleague, explanation, because: "rep-chosen" }, at)
    : assignToRep(deps, lead, { rep: repNow, explanation, newBelow: repNow.newAtMost }, at);
};

type Chosen = Awaited<ReturnType<typeof choose>>;

/**
 * Assigns to the rep, manager or deputy; false when another writer was quicker, `nobody` while the lead has to wait.
 */
const assignTo = (deps: TableTask, lead: LeadIn<"qualified">, chosen: Chosen, at: string) => {
  const { rep, explanation, since, bestPlaced } = chosen;
  if (rep !== null) return assignToRep(deps, lead, { ...chosen, rep }, at);
  const standIn = standInFor({ since, bestPlaced: bestPlaced?.rep }, deps.agreement, at);
  const colleague = standIn && (reachableFrom(lead, standIn, deps.agreement) ?? standIn);
  if (colleague === undefined) return "nobody";
  return assignToColleague(
    deps,
    lead,
    { colleague, explanation: explainOverflow(colleague, explanation, deps.agreement) },
    at,
  );
};

/** The team is read after the lead, and the queue with it: a change of either in the meantime refuses the write. */
const choose = async ({ table, agreement }: TableTask, lead: LeadIn<"qualified">, at: string) => {
  const since = lead.waiting?.since ?? at;
  const rank = rankOf(lead, since);
  const [team, queue, companyOwner] = await Promise.all([
    readTeamFor(table, lead, agreement, at),
    readQueueAhead(table, { rank, leadId: lead.leadId }, mostAhead),
    readCompanyOwner(table, companyOf(lead, agreement)),
  ]);
  const ahead = queue.filter(({ leadId }) => leadId !== lead.leadId);
  const { promised } = placesInTurn(ahead, team, agreement, at);
  // In an earlier cycle mails about it did not reach them.
  const exclude = team.flatMap(({ rep }) => (isUnreachable(lead, rep) ? [rep.id] : []));
  return { ...chooseRep(lead, team, agreement, at, { companyOwner, promised, exclude }), companyOwner, rank, since };
};

/** The state «Assign a sales owner», which the definition does not have any more: for executions that began before. */
export const handler = bindInForce(tableTask, assign);

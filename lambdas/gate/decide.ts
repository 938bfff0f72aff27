import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilWritten } from "../adapters/contention.ts";
import { decisionIfNews } from "../adapters/dynamo-decisions.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { takeLanePlace } from "../adapters/dynamo-limits.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { type Scorer, writeScore } from "../adapters/dynamo-scores.ts";
import { type DynamoTable, type NamedWrite, transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { fastLanePlaces } from "../contract/agreed-limits.ts";
import type { Agreement } from "../contract/agreement.ts";
import { type GateInput, GateInputSchema, type GateVerdict, type Score } from "../contract/journey.ts";
import { decideAtGate } from "../domain/gate/decide-at-gate.ts";
import { needsPlace } from "../domain/gate/fast-lane-place.ts";
import { isAtGate, passThroughGate } from "../domain/gate/pass-through-gate.ts";
import type { Lead, LeadIn } from "../domain/lead/lead.ts";
import { goesOn } from "../domain/lead/next-due.ts";
import { planNurture, programmeOf } from "../domain/nurture/plan-nurture.ts";
import { onDay } from "../domain/score/fact.ts";
import type { FamiliaritySums } from "../domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../domain/score/score-familiarity.ts";
import { type Scored, scoreFit } from "../domain/score/score-fit.ts";
import { speakingFor } from "../domain/score/score-line.ts";
import { secondsUntil } from "../domain/working-time/duration.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";
import { situationOf } from "../nurture/situation-of.ts";

/**
 * Decides whether the lead is, or still is, an MQL by the agreement. The lead moves accordingly, and a new decision is
 * stored with its reasons.
 */
export const decide =
  (deps: TableTask) =>
  async (input: unknown): Promise<GateVerdict> => {
    const journey = GateInputSchema.parse(input);
    return untilWritten(() => decideNow(deps, journey));
  };

const decideNow = async ({ table, agreement, now }: TableTask, journey: GateInput) => {
  const { leadId, cycle } = journey;
  const { lead, stage } = await look(table, journey);
  // A signal between the two scorers was seen by one of them only, so the lower counter is the safe one.
  const signals = Math.min(journey.scores.fit.signals, journey.scores.familiarity.signals);
  const answer = { leadId, cycle, signals, stage };
  if (lead.cycle !== cycle || !isAtGate(lead)) return { ...answer, verdict: "moved" } as const;
  const sums = await readFamiliarity(table, leadId, agreement);
  const at = now();
  const scores = await scoresInForce({ table, agreement }, { lead, sums }, journey.scores, at);
  const applicant = { lead, fit: scores.fit, familiarity: { ...scores.familiarity, sums } };
  const asked = decideAtGate(applicant, agreement, at);
  const place = needsPlace(lead, asked) ? await placeOf(table, lead, agreement, at) : undefined;
  const isLaneFull = place === "none";
  const decision = isLaneFull ? decideAtGate({ ...applicant, isLaneFull }, agreement, at) : asked;
  const { verdict } = decision;
  const reasons = [...decision.reasons, ...decision.missing];
  const passed = passThroughGate(lead, { ...decision, isLaneFull }, scores, agreement, at);
  const rest = passed.stage === "nurturing" ? await restOf({ table, agreement }, passed, sums, at) : undefined;
  const outcome = await transact(table, [
    ...moveWrites(table, lead, rest?.lead ?? passed, at),
    ...(place === undefined || place === "none" ? [] : [place]),
    ...(await decisionIfNews(table, lead, { at, of: "gate", verdict, reasons, agreementVersion: agreement.version })),
  ]);
  if (!outcome.done) return undefined;
  log.info("Decided at the gate", { code: `gate-${verdict}`, leadId, correlationId: lead.correlationId });
  return { ...answer, verdict, ...(rest && { wait: { seconds: secondsUntil(at, rest.until) } }) };
};

/**
 * Both scores by the gate's own agreement: while a new one comes into force, a scorer may still have had the one before.
 * Those of another are made and kept again, so that one decision is by one agreement, and shows that one's points.
 */
const scoresInForce = async (
  { table, agreement }: Pick<TableTask, "table" | "agreement">,
  { lead, sums }: { readonly lead: Lead; readonly sums: FamiliaritySums },
  { fit, familiarity }: GateInput["scores"],
  at: string,
): Promise<GateInput["scores"]> => {
  const { version: agreementVersion, terms } = agreement;
  const made = async (scorer: Scorer, { points, matched, lines }: Scored) => {
    await writeScore(table, scorer, { lead, points, matched, lines, at, agreementVersion });
    return { points, matched, ids: speakingFor(lines), agreementVersion };
  };
  const fitAgain = async (): Promise<Score> => {
    const scored = scoreFit(onDay(lead, at), terms);
    return { ...(await made("fit", scored)), signals: fit.signals, persona: scored.persona };
  };
  const familiarityAgain = async (): Promise<Score> => {
    const scored = scoreFamiliarity(sums, terms, at);
    return { ...(await made("familiarity", scored)), signals: familiarity.signals, hot: scored.hot };
  };
  return {
    fit: fit.agreementVersion === agreementVersion ? fit : await fitAgain(),
    familiarity: familiarity.agreementVersion === agreementVersion ? familiarity : await familiarityAgain(),
  };
};

/** The write that takes one of the day's places in the fast lane. Who found none asks no more: people decide. */
const placeOf = async (
  table: DynamoTable,
  { laneFullAt }: Lead,
  { terms }: Agreement,
  at: string,
): Promise<NamedWrite | "none"> =>
  laneFullAt === undefined ? takeLanePlace(table, fastLanePlaces(terms), at) : "none";

/**
 * The lead with its programme, when there is nothing to send it now; `undefined` when the programme has something to do
 * at once.
 */
const restOf = async (
  { table, agreement }: Pick<TableTask, "table" | "agreement">,
  lead: LeadIn<"nurturing">,
  sums: FamiliaritySums,
  at: string,
) => {
  const situation = await situationOf(table, lead, sums, at);
  const plan = planNurture(situation, agreement, at);
  if (plan.next !== "wait") return undefined;
  return { lead: goesOn({ ...lead, nurture: programmeOf(situation) }, plan.until), until: plan.until };
};

export const handler = bindInForce(tableTask, decide);

import { untilWritten } from "../adapters/contention.ts";
import { decisionIfNews } from "../adapters/dynamo-decisions.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type GateInput, GateInputSchema, type GateVerdict } from "../contract/journey.ts";
import { decideAtGate } from "../domain/gate/decide-at-gate.ts";
import { isAtGate, passThroughGate } from "../domain/gate/pass-through-gate.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

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
  const { leadId, cycle, scores } = journey;
  const { lead } = await look(table, journey);
  // A signal between the two scorers was seen by one of them only, so the lower counter is the safe one.
  const signals = Math.min(scores.fit.signals, scores.familiarity.signals);
  if (lead.cycle !== cycle || !isAtGate(lead)) return { leadId, cycle, signals, verdict: "moved" } as const;
  const sums = await readFamiliarity(table, leadId, agreement);
  const at = now();
  const applicant = { lead, fit: scores.fit, familiarity: { ...scores.familiarity, sums } };
  const decision = decideAtGate(applicant, agreement, at);
  const { verdict } = decision;
  const reasons = [...decision.reasons, ...decision.missing];
  const outcome = await transact(table, [
    ...moveWrites(table, lead, passThroughGate(lead, decision, scores, agreement, at), at),
    ...(await decisionIfNews(table, lead, { at, of: "gate", verdict, reasons, agreementVersion: agreement.version })),
  ]);
  if (!outcome.done) return undefined;
  log.info("Decided at the gate", { code: `gate-${verdict}`, leadId, correlationId: lead.correlationId });
  return { leadId, cycle, signals, verdict };
};

export const handler = bindAtStart(() => decide(tableTask()));

import { readFacts, recordFact } from "../adapters/dynamo-answers.ts";
import type { DynamoTable, NamedWrite } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { ownCurrency } from "../domain/money/money.ts";
import { applyOutcome, correctOutcome } from "../domain/outcome/apply-outcome.ts";
import { type Addressee, type Judgement, judgeOutcome, type Refusal } from "../domain/outcome/judge-outcome.ts";
import type { Outcome } from "../domain/outcome/parse-outcome.ts";
import { type StoredOutcome, storedOutcomeOf } from "../domain/outcome/stored-outcome.ts";
import { ownerNow } from "../follow-up/owner-of.ts";

export interface OutcomeDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

/** An outcome: the owner's, a manager's for them, or another system's. */
export interface OutcomeRequest {
  readonly outcome: Outcome;
  readonly about: Addressee;
  /** Id of the author. */
  readonly by: string;
  /** The time of the outcome that it corrects; `true`: the newest. */
  readonly corrects?: string | true | undefined;
  /** Id of the key that signed it, when another system sent it. */
  readonly keyId?: string | undefined;
  readonly correlationId: string;
  /** Further writes of the same transaction. */
  readonly also?: readonly NamedWrite[];
}

/** The result of storing an outcome; `stored` is the outcome now stored, if any. */
export type OutcomeStored =
  | { readonly is: "taken"; readonly lead: Lead; readonly stored: StoredOutcome }
  | { readonly is: "known"; readonly lead: Lead; readonly stored: StoredOutcome | undefined }
  | {
      readonly is: "refused";
      readonly lead: Lead;
      readonly stored: StoredOutcome | undefined;
      readonly because: Refusal;
    };

/**
 * The one function by which page, API and event store an outcome or a correction.
 * @returns `undefined` when another writer came first: read the lead and call again.
 */
export const storeOutcome = async (
  deps: OutcomeDependencies,
  lead: Lead,
  telling: OutcomeRequest,
): Promise<OutcomeStored | undefined> => {
  const { outcome, about, correlationId } = telling;
  const { leadId } = lead;
  const stored = await lastOutcome(deps.table, leadId, about.cycle);
  const judgement = judgeOutcome(lead, stored, outcome, about, telling.corrects, ownCurrency(deps.agreement));
  if (judgement.do === "nothing") return { is: "known", lead, stored };
  if (judgement.do === "refuse") {
    log.info("An outcome was not taken", { code: `outcome-${judgement.because}`, leadId, correlationId });
    return { is: "refused", lead, stored, because: judgement.because };
  }
  return write(deps, telling, judgement, stored);
};

/** The lead's newest outcome in this cycle. */
export const lastOutcome = async (
  table: DynamoTable,
  leadId: string,
  cycle: number,
): Promise<StoredOutcome | undefined> => {
  const last = (await readFacts(table, "outcome", { leadId, cycle })).at(-1);
  return last && storedOutcomeOf(last);
};

const write = async (
  deps: OutcomeDependencies,
  { outcome, by, keyId, correlationId, also }: OutcomeRequest,
  judgement: Extract<Judgement, { lead: Lead }>,
  before: StoredOutcome | undefined,
): Promise<OutcomeStored | undefined> => {
  const { lead } = judgement;
  const at = deps.now();
  const { next, ownerId, corrects } = await changeBy(deps, judgement, outcome, at);
  const corrected = corrects === undefined ? undefined : before;
  const was = {
    correctedKind: corrected?.kind,
    correctedAmount: corrected?.amount,
    correctedCurrency: corrected?.currency,
    correctedClosedAt: corrected?.closedAt,
  };
  // A deal that stays won, or lost, was closed when that was first said.
  const closedAt = next.stageSince === at ? undefined : next.stageSince;
  const content = { ...outcome, by, corrects, closedAt, ...was, correlationId, keyId };
  const fact = { kind: "outcome", at, ownerId, content } as const;
  if (!(await recordFact(deps.table, lead, next, fact, also))) return undefined;
  log.info("An outcome was stored", { code: `outcome-${outcome.kind}`, leadId: lead.leadId, ownerId, correlationId });
  return { is: "taken", lead: next, stored: { ...outcome, at, closedAt, corrects } };
};

const changeBy = async (
  deps: OutcomeDependencies,
  judgement: Extract<Judgement, { lead: Lead }>,
  outcome: Outcome,
  at: string,
) => {
  if (judgement.do === "correct") {
    const { lead, corrects } = judgement;
    return { next: correctOutcome(lead, outcome, at), ownerId: lead.ownerId, corrects };
  }
  const { lead } = judgement;
  const owner = await ownerNow(deps, lead);
  return { next: applyOutcome(lead, outcome, owner, deps.agreement, at), ownerId: owner.id, corrects: undefined };
};

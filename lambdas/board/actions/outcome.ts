import { ownCurrency } from "../../domain/money/money.ts";
import { isEnded } from "../../domain/outcome/apply-outcome.ts";
import type { Outcome } from "../../domain/outcome/parse-outcome.ts";
import { parseOutcomeBody } from "../../domain/outcome/parse-outcome-body.ts";
import { type StoredOutcome, saysTheSame } from "../../domain/outcome/stored-outcome.ts";
import { lastOutcome, storeOutcome } from "../../outcome/store-outcome.ts";
import { movedOn, unfit } from "../../views/board/action-problems.ts";
import { outcomeEntries } from "../../views/story/outcomes.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/**
 * The owner, or a manager for them, reports an outcome or, for a closed deal, a correction.
 * @param fields those of `POST /outcomes`, without `leadId` and `by`
 */
export const outcome = ({
  version,
  ...fields
}: {
  readonly version: number;
  readonly [field: string]: unknown;
}): BoardAction => ({
  action: "outcome",
  version,
  doneBefore: async (doing) => {
    const read = readFields(doing, fields);
    const stored = read.ok ? await recordedBefore(doing, read.body.outcome) : undefined;
    return stored && sayRecorded(stored, doing);
  },
  act: async (doing) => {
    const read = readFields(doing, fields);
    return read.ok ? recordOutcome(doing, read.body.outcome) : unfit(read.errors);
  },
});

/** Stores the outcome. @returns `undefined` when another writer came first */
export const recordOutcome = async (doing: Doing, said: Outcome) => {
  const { deps, lead, by, request, mark: also } = doing;
  const { cycle } = lead;
  const corrects = isEnded(lead) ? (true as const) : undefined;
  const telling = { outcome: said, about: { cycle }, by, corrects, correlationId: request.correlationId, also };
  const taken = await storeOutcome(deps, lead, telling);
  if (taken === undefined) return undefined;
  if (taken.is === "refused") return movedOn(sayWhy(taken.lead, deps.agreement));
  return done(
    lead.leadId,
    taken.stored === undefined ? sayWhy(taken.lead, deps.agreement) : sayRecorded(taken.stored, doing),
  );
};

/** This user's newest outcome for this lead, if it is the same; in this cycle or the one that it ended. */
export const recordedBefore = async ({ deps, lead, by }: Doing, said: Outcome): Promise<StoredOutcome | undefined> => {
  const { leadId, cycle } = lead;
  const last = (await lastOutcome(deps.table, leadId, cycle)) ?? (await lastOutcome(deps.table, leadId, cycle - 1));
  return last !== undefined && last.by === by && saysTheSame(last, said, ownCurrency(deps.agreement))
    ? last
    : undefined;
};

const readFields = ({ deps, lead, by }: Doing, fields: Record<string, unknown>) =>
  parseOutcomeBody({ ...fields, leadId: lead.leadId, by, ...(isEnded(lead) && { corrects: true }) }, deps.agreement);

/** As the lead's story words it. */
const sayRecorded = (stored: StoredOutcome, { lead, deps }: Doing) => {
  const [entry] = outcomeEntries({ outcomes: [{ cycle: lead.cycle, ownerId: "", ...stored }] }, deps.agreement);
  return entry?.title ?? { es: stored.kind, en: stored.kind };
};

import { untilWritten } from "../adapters/contention.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { sayFieldErrors } from "../domain/http/http.ts";
import { isWorked, type Lead } from "../domain/lead/lead.ts";
import { isEnded } from "../domain/outcome/apply-outcome.ts";
import type { Refusal } from "../domain/outcome/judge-outcome.ts";
import { type OutcomeBody, parseOutcomeBody } from "../domain/outcome/parse-outcome-body.ts";
import { type OutcomeDependencies, type OutcomeRequest, type OutcomeStored, storeOutcome } from "./store-outcome.ts";

/** An outcome from another system, stored like one from the page. */
export const intakeOutcome = (
  deps: OutcomeDependencies,
  { leadId, cycle, by, outcome, corrects }: OutcomeBody,
  sent: Pick<OutcomeRequest, "correlationId" | "keyId">,
): Promise<OutcomeStored | { readonly is: "unknown-lead" }> =>
  untilWritten(async () => {
    const lead = await readLead(deps.table, leadId);
    if (lead === undefined) return { is: "unknown-lead" };
    const about = { cycle: cycle ?? cycleSpokenOf(lead) };
    return storeOutcome(deps, lead, { outcome, about, by, corrects, ...sent });
  });

/** For a lead that is not with sales: the cycle before. The outcome that returned it may have come twice. */
const cycleSpokenOf = (lead: Lead): number => (isWorked(lead) || isEnded(lead) ? lead.cycle : lead.cycle - 1);

/** Why an outcome was refused, as the API reports it. */
export const sayRefusal: Record<Refusal, string> = {
  "moved-on": "the lead is not with sales in this cycle: nobody has accepted them, or they have returned to marketing",
  "recorded-before": "another outcome is on record; to correct it, send the request again with corrects: true",
  "further-already": "the lead is already past that stage",
  "nothing-to-correct": "the deal is not closed: there is nothing to correct",
};

/**
 * The event `TellOutcome`.
 * @returns why it can never be processed; nothing when it is stored, now or before
 */
export const outcomeFromBus = async (
  deps: OutcomeDependencies,
  detail: unknown,
  correlationId: string,
): Promise<string | undefined> => {
  const read = parseOutcomeBody(detail, deps.agreement);
  if (!read.ok) return sayFieldErrors(read.errors);
  const taken = await intakeOutcome(deps, read.body, { correlationId });
  if (taken.is === "unknown-lead") return "the lead is unknown";
  return taken.is === "refused" ? sayRefusal[taken.because] : undefined;
};

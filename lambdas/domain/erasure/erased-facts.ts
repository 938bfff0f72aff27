import type { Lead } from "../lead/lead.ts";
import { type MoveFact, ownerIn } from "../lead/move-fact.ts";
import { factIn } from "../metrics/fact.ts";

/**
 * The last fact of an erased lead: its stage has one lead less from then on.
 * @param undoes its moves, when no figure is to count them any more
 */
export const erasedMove = (lead: Lead, at: string, undoes?: MoveFact["undoes"]): MoveFact => {
  const { leadId, cycle, stage, stageSince, source, scores, segment, demo } = lead;
  return {
    leadId,
    cycle,
    at,
    from: stage,
    to: null,
    since: stageSince,
    because: undoes === undefined ? "erased" : "import-undone",
    formerOwnerId: ownerIn(lead),
    source,
    persona: scores?.persona,
    grade: scores?.grade,
    segment,
    ...(lead.deals !== undefined && { deals: lead.deals.length }),
    ...(demo && { demo }),
    ...(undoes && { undoes }),
  };
};

/**
 * What may be kept of an item of an erased lead: of a fact that figures are counted from, exactly what they are counted
 * from: our ids, codes, times and amounts. `undefined` when nothing of it may stay.
 */
export const leftOf = (item: Record<string, unknown>): Record<string, unknown> | undefined => {
  try {
    const counted = factIn(item);
    if (counted === undefined) return undefined;
    return { ...counted.fact, correlationId: undefined };
  } catch {
    // It was never counted, so nothing of it needs to stay.
    return undefined;
  }
};

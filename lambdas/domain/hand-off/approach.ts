import type { Approach } from "../../contract/agreement.ts";

export interface Approached {
  /** Id of the persona that the lead matches best. */
  readonly persona: string | undefined;
  /** Why the lead is here, what matters most first: kinds of familiarity, and reject reasons of earlier cycles. */
  readonly reasons: readonly string[];
}

/**
 * The agreement's suggestion for this lead, the most particular one that fits: for its persona and reason, for a reason, for
 * its persona, for everybody. Of those for a reason the first reason decides; then the agreement's order.
 */
export const approachFor = (lead: Approached, approaches: readonly Approach[]): Approach | undefined =>
  approaches
    .filter((approach) => fits(approach, lead))
    .toSorted((one, other) => particularity(other) - particularity(one) || rankOf(one, lead) - rankOf(other, lead))
    .at(0);

const fits = ({ personas, reasons }: Approach, lead: Approached): boolean =>
  (personas === undefined || personas.some((id) => id === lead.persona)) &&
  (reasons === undefined || reasons.some((reason) => lead.reasons.includes(reason)));

const particularity = ({ personas, reasons }: Approach): number =>
  (reasons === undefined ? 0 : 2) + (personas === undefined ? 0 : 1);

/** Place of the first reason of the lead that it is meant for. */
const rankOf = ({ reasons }: Approach, lead: Approached): number =>
  reasons === undefined ? 0 : lead.reasons.findIndex((reason) => reasons.includes(reason));

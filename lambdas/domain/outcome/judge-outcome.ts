import { isWorked, type Lead, type Worked } from "../lead/lead.ts";
import { type Ended, isEnded, outcomesOf } from "./apply-outcome.ts";
import type { Outcome } from "./parse-outcome.ts";
import { type StoredOutcome, saysTheSame } from "./stored-outcome.ts";

/** Which lead is addressed: its cycle and, for a link, its owner and turn. */
export interface Addressee {
  readonly cycle: number;
  readonly ownerId?: string | undefined;
  readonly turn?: number | undefined;
}

const isOf = (addressee: Addressee, ownerId: string): boolean =>
  addressee.ownerId === undefined || addressee.ownerId === ownerId;

/** Whether this colleague may still report on the deal. A link is for one turn of the lead. */
export const awaitsOutcome = (lead: Lead, addressee: Addressee): lead is Worked =>
  isWorked(lead) &&
  lead.cycle === addressee.cycle &&
  isOf(addressee, lead.followUp.ownerId) &&
  (addressee.ownerId === undefined || lead.followUp.turn === (addressee.turn ?? 0));

/** Whether this colleague may still correct the outcome of a closed deal. */
export const mayCorrect = (lead: Lead, addressee: Addressee): lead is Ended =>
  isEnded(lead) && lead.cycle === addressee.cycle && isOf(addressee, lead.ownerId);

export type Judgement =
  | { readonly do: "advance"; readonly lead: Worked }
  | { readonly do: "correct"; readonly lead: Ended; readonly corrects: string | undefined }
  /** It is recorded already. */
  | { readonly do: "nothing" }
  | { readonly do: "refuse"; readonly because: Refusal };

/**
 * `moved-on`: the lead is no longer theirs. `stored-before`: another ending is recorded, and this was not
 * marked as its correction, or another correction came first. `further-already`: the deal is already further.
 * `nothing-to-correct`: the deal is still open.
 */
export type Refusal = "moved-on" | "recorded-before" | "further-already" | "nothing-to-correct";

/**
 * Decides what to do with an outcome.
 * @param last the newest outcome in this cycle
 * @param corrects the time of the outcome that this one corrects; `true`: of the newest
 * @param own the company's own currency
 */
export const judgeOutcome = (
  lead: Lead,
  last: StoredOutcome | undefined,
  outcome: Outcome,
  addressee: Addressee,
  corrects: string | true | undefined,
  own: string,
): Judgement => {
  const same = last !== undefined && saysTheSame(last, outcome, own);
  if (awaitsOutcome(lead, addressee)) {
    if (lead.stage === outcome.kind) return { do: "nothing" };
    if (corrects !== undefined) return { do: "refuse", because: "nothing-to-correct" };
    if (!outcomesOf(lead.stage).includes(outcome.kind)) return { do: "refuse", because: "further-already" };
    return { do: "advance", lead };
  }
  if (mayCorrect(lead, addressee)) {
    if (same) return { do: "nothing" };
    const isLast = corrects === true || (corrects !== undefined && corrects === last?.at);
    const isAnEnding = outcome.kind === "won" || outcome.kind === "lost";
    return isLast && isAnEnding
      ? { do: "correct", lead, corrects: last?.at }
      : { do: "refuse", because: "recorded-before" };
  }
  if (same && lead.cycle === addressee.cycle + 1 && outcome.kind === "recycled") return { do: "nothing" };
  return { do: "refuse", because: "moved-on" };
};

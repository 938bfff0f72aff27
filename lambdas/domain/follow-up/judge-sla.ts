import type { Agreement } from "../../contract/agreement.ts";
import { whyReassign } from "../escalation/why-reassign.ts";
import { isUnanswered, type Lead } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { ladderOf, nextRung, type Rung } from "./ladder.ts";

export type SlaJudgement =
  | { readonly verdict: "answered" }
  /** `until` is always later than the instant judged at. */
  | { readonly verdict: "wait"; readonly until: string }
  /** Of a reassignment without a rung (the owner is away, say): 0. */
  | { readonly verdict: Rung["act"]; readonly rung: number };

/**
 * What the agreement says of a follow-up at this instant; a lead that is past the hand-off has been answered. An owner
 * who cannot answer loses the lead to a rep who can, whatever rung it is on; while no one can, the ladder continues.
 */
export const judgeSla = (lead: Lead, owner: Owner, agreement: Agreement, now: string): SlaJudgement => {
  if (!isUnanswered(lead)) return { verdict: "answered" };
  const why = whyReassign(lead, owner, agreement, now);
  if (why !== undefined && why.from <= now) return { verdict: "reassign", rung: why.rung };
  const { act, at, rung } = nextRung(ladderOf(lead.followUp, owner, agreement), lead.followUp.rung, now);
  if (at <= now) return { verdict: act, rung };
  return { verdict: "wait", until: why !== undefined && why.from < at ? why.from : at };
};

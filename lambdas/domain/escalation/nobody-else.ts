import type { Agreement } from "../../contract/agreement.ts";
import { judgeSla } from "../follow-up/judge-sla.ts";
import { nextTry } from "../follow-up/plan-follow-up.ts";
import type { Unanswered } from "../lead/lead.ts";
import { goesOn } from "../lead/next-due.ts";
import type { Owner } from "../team/owner.ts";
import type { WhyReassign } from "./why-reassign.ts";

/**
 * A lead that should be reassigned while no one can take it: it is tried again after the agreed pause, not before,
 * and meanwhile the ladder continues as if the step had been taken.
 */
export const nobodyElse = (
  lead: Unanswered,
  owner: Owner,
  why: WhyReassign,
  agreement: Agreement,
  now: string,
): Unanswered => {
  const { followUp } = lead;
  const rung = Math.max(followUp.rung, why.rung);
  const stays = { ...lead, followUp: { ...followUp, rung, nobodyElseUntil: nextTry(now, agreement) } };
  const judged = judgeSla(stays, owner, agreement, now);
  return goesOn(stays, judged.verdict === "wait" ? judged.until : now);
};

import type { Agreement } from "../../contract/agreement.ts";
import { judgeSla } from "../follow-up/judge-sla.ts";
import { nextTry } from "../follow-up/plan-follow-up.ts";
import type { Unanswered } from "../lead/lead.ts";
import { goesOn } from "../lead/next-due.ts";
import type { Owner } from "../team/owner.ts";
import type { WhyReassign } from "./why-reassign.ts";

/**
 * A lead that should be reassigned while no one can take it: it is tried again after the agreed pause, not before,
 * and meanwhile the ladder continues as if the step had been taken. An owner who never heard of the lead has none.
 */
export const nobodyElse = (
  lead: Unanswered,
  owner: Owner,
  why: WhyReassign,
  agreement: Agreement,
  now: string,
): Unanswered => {
  const { followUp } = lead;
  const again = nextTry(now, agreement);
  if (why.because === "unreachable")
    return goesOn({ ...lead, followUp: { ...followUp, nobodyElseUntil: again } }, again);
  const rung = Math.max(followUp.rung, why.rung);
  const stays = { ...lead, followUp: { ...followUp, rung, nobodyElseUntil: again } };
  const judged = judgeSla(stays, owner, agreement, now);
  return goesOn(stays, judged.verdict === "wait" ? judged.until : now);
};

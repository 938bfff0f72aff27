import type { Agreement } from "../../contract/agreement.ts";
import { judgeSla } from "../follow-up/judge-sla.ts";
import { nextTry } from "../follow-up/plan-follow-up.ts";
import type { Unanswered } from "../lead/lead.ts";
import { goesOn } from "../lead/next-due.ts";
import type { Owner } from "../team/owner.ts";
import type { WhyReassign } from "./why-reassign.ts";

/**
 * The lead that somebody else should get, and that nobody can take: it is tried again after the agreed pause, not before,
 * and the ladder goes on meanwhile as if the step had been climbed.
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

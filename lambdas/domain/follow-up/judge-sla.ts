import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { ladderOf, type Rung } from "./ladder.ts";

export type SlaJudgement =
  | { readonly verdict: "answered" }
  /** `until` is always later than the instant judged at. */
  | { readonly verdict: "wait"; readonly until: string }
  | { readonly verdict: Rung["act"]; readonly rung: number };

/** What the agreement says of a follow-up at this instant; a lead that is past the hand-off has been answered. */
export const judgeSla = (lead: Lead, agreement: Agreement, now: string): SlaJudgement => {
  if (lead.stage !== "assigned" && lead.stage !== "handed-off") return { verdict: "answered" };
  const { act, at, rung } = nextRung(ladderOf(lead.followUp, agreement), lead.followUp.rung, now);
  return at > now ? { verdict: "wait", until: at } : { verdict: act, rung };
};

/**
 * The rung above the one last climbed. Escalations are climbed one by one even when several are overdue, but a
 * reminder is pointless once the time it reminds of is over.
 */
const nextRung = (ladder: readonly Rung[], climbed: number, now: string): Rung => {
  const above = ladder.filter(({ rung }) => rung > climbed);
  const worthwhile = above.filter(({ act }, i) => act !== "remind" || (above[i + 1]?.at ?? "") > now);
  // An agreement with fewer escalations than have been climbed: the last rung still ends the wait.
  const next = worthwhile.at(0) ?? ladder.at(-1);
  if (next === undefined) throw new Error("a ladder has at least a reminder and a give-back");
  return next;
};

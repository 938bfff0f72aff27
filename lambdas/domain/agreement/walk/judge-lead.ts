import type { Agreement } from "../../../contract/agreement.ts";
import { withKinderClock } from "../../follow-up/shorten-clock.ts";
import { decideAtGate, type Verdict } from "../../gate/decide-at-gate.ts";
import { isAtGate } from "../../gate/pass-through-gate.ts";
import { isUnanswered, isWorked, type Lead } from "../../lead/lead.ts";
import { onDay } from "../../score/fact.ts";
import type { FamiliaritySums } from "../../score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../score/score-familiarity.ts";
import { scoreFit } from "../../score/score-fit.ts";
import { colleagueOf } from "../../team/owner.ts";
import { type OpenLead, orphanhood } from "../../wake/audit.ts";

/** A lead, and what its engagements add up to by the terms of an agreement. */
export interface Walked {
  readonly lead: Lead;
  readonly sums: (agreement: Agreement) => FamiliaritySums;
}

/** A lead that a new version changes something for. */
export interface Touched {
  readonly leadId: string;
  /** Points by the new version; those who have waited for an owner or a call come before all. */
  readonly heat: number;
}

const beforeAll = 9999;

/**
 * Whether the version that holds now changes something for this lead at this instant: the gate judges otherwise than by the
 * version before, and otherwise than the lead stands; its owner is no longer there; or its call is promised for sooner.
 */
export const touchedBy = (
  walked: Walked,
  before: readonly Agreement[],
  after: Agreement,
  now: string,
): Touched | undefined => {
  const { lead } = walked;
  const { leadId } = lead;
  if (isAtGate(lead)) {
    const judged = judgedBy(walked, after, now);
    const differs = before.some((agreement) => judgedBy(walked, agreement, now).verdict !== judged.verdict);
    const moves = differs && judged.verdict !== standsAs(lead);
    return moves || wouldBeOrphan(lead, after, now) ? { leadId, heat: judged.heat } : undefined;
  }
  if (!isUnanswered(lead) && !isWorked(lead)) return undefined;
  const owner = colleagueOf(lead.followUp.ownerId, after);
  const isKinder = owner && lead.stage === "handed-off" && withKinderClock(lead, owner, after, now) !== undefined;
  return isKinder || wouldBeOrphan(lead, after, now) ? { leadId, heat: beforeAll } : undefined;
};

/** By the new version it has no owner, or is due later than its stage now allows. */
const wouldBeOrphan = (lead: OpenLead, after: Agreement, now: string): boolean => {
  const owner = "followUp" in lead ? colleagueOf(lead.followUp.ownerId, after) : undefined;
  return orphanhood(lead, { isRunning: true, owner, restarts: 0 }, now, after) !== undefined;
};

const standsAs = ({ stage }: Lead): Verdict => (stage === "qualified" ? "qualified" : "not-yet");

const judgedBy = ({ lead, sums }: Walked, agreement: Agreement, now: string) => {
  const { terms } = agreement;
  const fit = scoreFit(onDay(lead, now), terms);
  const own = sums(agreement);
  const familiarity = { ...scoreFamiliarity(own, terms, now), sums: own };
  const isLaneFull = lead.laneFullAt !== undefined;
  const { verdict, lane } = decideAtGate({ lead, fit, familiarity, isLaneFull }, agreement, now);
  const points = Math.round(fit.points + familiarity.points);
  const heat = lane === "fast" ? beforeAll - 1 : Math.min(Math.max(points, 0), beforeAll - 2);
  return { verdict, heat };
};

/** Sorts as text, the hottest first. */
const rankOfHeat = (heat: number): string => String(beforeAll - heat).padStart(4, "0");

/** Those of equal heat together, in the order of their ids. */
export const byRank = (touched: readonly Touched[]): Map<string, string[]> => {
  const ranks = new Map<string, string[]>();
  for (const { leadId, heat } of touched) {
    const rank = rankOfHeat(heat);
    ranks.set(rank, [...(ranks.get(rank) ?? []), leadId]);
  }
  return ranks;
};

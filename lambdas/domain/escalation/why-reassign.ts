import type { Agreement } from "../../contract/agreement.ts";
import { ladderOf, nextRung } from "../follow-up/ladder.ts";
import { refusalOf } from "../hand-off/refused-hand-off.ts";
import { isWorked, type Unanswered, type Worked } from "../lead/lead.ts";
import { awayAt } from "../team/availability.ts";
import type { Owner } from "../team/owner.ts";

/** The lead should be reassigned. */
export interface WhyReassign {
  readonly because: "left" | "unreachable" | "away" | "breach";
  /** The `reassign` rung that asks for it; 0 when none does. */
  readonly rung: number;
  /** Steps of the agreed escalation that are used up by it. */
  readonly stepsDone: number;
  /** From when it may be tried: later than now when no one could take the lead just before. */
  readonly from: string;
}

/**
 * Why the lead should be reassigned now: its owner has left, never got the hand-off or is away, or a `reassign` step of
 * the ladder is due, or was due while no one could take the lead. An owner who has accepted a lead keeps it until they
 * leave. The lead of an owner who has left always finds a taker, so that is never postponed.
 */
export const whyReassign = (
  lead: Unanswered | Worked,
  owner: Owner,
  agreement: Agreement,
  now: string,
): WhyReassign | undefined => {
  const { stepsDone, nobodyElseUntil = now } = lead.followUp;
  const away = awayAt(owner, agreement, now);
  const hasLeft = away?.left === true;
  if (isWorked(lead)) return hasLeft ? { because: "left", rung: 0, stepsDone, from: now } : undefined;
  // Whoever does not know of the lead climbs no ladder.
  if (!hasLeft && refusalOf(lead, owner)?.refusal === "recipient")
    return { because: "unreachable", rung: 0, stepsDone, from: nobodyElseUntil };
  const rung = openReassignment(lead, owner, agreement, now);
  if (away === undefined && rung === undefined) return undefined;
  return {
    because: hasLeft ? "left" : away === undefined ? "breach" : "away",
    rung: rung?.rung ?? 0,
    stepsDone: rung?.step === undefined ? stepsDone : rung.step + 1,
    from: hasLeft ? now : nobodyElseUntil,
  };
};

/** The ladder belongs to this turn: a `reassign` that was reached in it has not been carried out. */
const openReassignment = ({ followUp }: Unanswered, owner: Owner, agreement: Agreement, now: string) => {
  const ladder = ladderOf(followUp, owner, agreement);
  const next = nextRung(ladder, followUp.rung, now);
  const reached = next.at <= now ? Math.max(next.rung, followUp.rung) : followUp.rung;
  return ladder.findLast(({ act, rung }) => act === "reassign" && rung <= reached);
};

import { handOffMailOf } from "../hand-off/refused-hand-off.ts";
import { isUnanswered, type Lead } from "../lead/lead.ts";

/** One rep's clock for one lead, when it has stopped. It runs on after a breach: the real response time counts. */
export interface Clock {
  readonly leadId: string;
  readonly cycle: number;
  /** The number of the owner in this cycle, from 0. */
  readonly turn: number;
  readonly ownerId: string;
  readonly lane?: string | undefined;
  readonly segment?: string | undefined;
  readonly source?: string | undefined;
  readonly persona?: string | undefined;
  readonly assignedAt: string;
  readonly dueAt: string;
  readonly closedAt: string;
  /**
   * The code of the move that stopped it: `accepted`, `rejected:no-budget`, `reassigned:breach`, `nobody-followed-up`.
   */
  readonly because: string;
  /** The rep accepted or rejected; otherwise the lead was reassigned or returned. */
  readonly answered: boolean;
  readonly inTime: boolean;
  readonly responseSeconds: number;
  /** The agreement whose time it was. */
  readonly agreementVersion?: string | undefined;
}

/** The clock that this move stops, because the lead is answered or changes owner. */
export const clockOf = (read: Lead, next: Lead, at: string): Clock | undefined => {
  if (!isUnanswered(read)) return undefined;
  if (isUnanswered(next) && next.cycle === read.cycle && next.followUp.turn === read.followUp.turn) return undefined;
  const { leadId, cycle, lane, segment, source, scores, followUp } = read;
  const { turn, ownerId, assignedAt, dueAt, agreementVersion } = followUp;
  const { because } = next;
  const answered = because === "accepted" || because.startsWith("rejected:");
  // It never ran: its owner had not heard of the lead.
  if (!answered && handOffMailOf(read) === "refused") return undefined;
  const responseSeconds = Math.round((Date.parse(at) - Date.parse(assignedAt)) / 1000);
  return {
    leadId,
    cycle,
    turn,
    ownerId,
    lane,
    segment,
    source,
    persona: scores?.persona,
    assignedAt,
    dueAt,
    closedAt: at,
    because,
    answered,
    inTime: answered && at <= dueAt,
    responseSeconds,
    agreementVersion,
  };
};

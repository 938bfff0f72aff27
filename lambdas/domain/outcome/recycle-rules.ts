import type { Agreement, RejectReason } from "../../contract/agreement.ts";
import { nobodyAnswered, nobodyFollowedUp } from "../escalation/nobody-answered.ts";
import type { Lead, LeadIn, Unanswered, Worked } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/** What follows for a lead that sales returned, until its next hand-off. */
export type Recycled = NonNullable<Lead["recycled"]>;

/**
 * Marketing gets the lead back, in its next cycle: it does not pass the gate again before it does something new, nor
 * before its reason's cool-down is over, and it is sent the reason's programme first.
 * @param because the code of the move: `rejected:<reason>`, `recycled:<reason>`, or one that is no agreed reason, such
 * as `nobody-followed-up`, from which neither cool-down nor programme follows
 */
export const recycle = (
  lead: Unanswered | Worked,
  because: string,
  agreement: Agreement,
  now: string,
): LeadIn<"captured"> =>
  startNextCycle(lead, because, now, dueInStage("captured", agreement, now), {
    agreementVersion: agreement.version,
    returnedAt: now,
    recycled: recycledBy(because, agreement, now),
  });

/** The ladder has run out: marketing gets the lead back, and people decide what becomes of it. */
export const returnUnanswered = (lead: Unanswered, agreement: Agreement, now: string): LeadIn<"captured"> => ({
  ...recycle(lead, nobodyFollowedUp, agreement, now),
  nobodyAnswered: nobodyAnswered(lead, now),
});

/** What the agreement prescribes for a lead that was returned for this reason. */
export const recycledBy = (because: string, agreement: Agreement, at: string): Recycled => {
  const reason = because.slice(because.indexOf(":") + 1);
  const agreed = reasonsToRecycle(agreement).find(({ id }) => id === reason);
  return {
    reason,
    at,
    ...(agreed?.coolDown !== undefined && { coolUntil: addDuration(at, agreed.coolDown, calendarOf(agreement)) }),
    ...(agreed?.programme !== undefined && { programme: agreed.programme }),
  };
};

/** The agreed reasons for which a lead goes back to marketing. */
export const reasonsToRecycle = ({ terms }: Agreement): RejectReason[] =>
  terms.sla.sales.rejectReasons.filter(({ leadsTo }) => leadsTo === "recycle");

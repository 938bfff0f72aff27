import type { Agreement, RejectReason } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { FollowUp, Lead, LeadIn, Unanswered } from "../lead/lead.ts";
import { moveTo } from "../lead/move.ts";
import { dueInStage, goesOn } from "../lead/next-due.ts";
import { askedAgainAt, nextLookAt } from "../outcome/apply-outcome.ts";
import { recycle } from "../outcome/recycle-rules.ts";
import type { Owner } from "../team/owner.ts";
import type { Answer } from "./answer.ts";
import { ladderOf, nextRung } from "./ladder.ts";
import { extend, passOn, putOff } from "./plan-follow-up.ts";

/** The lead's owner, and the next one when it is passed on. */
export interface Owners {
  readonly owner: Owner;
  readonly to?: Owner | undefined;
}

/** The lead after its owner's answer. An answer after the deadline still counts. */
export const applyAnswer = (
  lead: Unanswered,
  answer: Answer,
  { owner, to }: Owners,
  agreement: Agreement,
  now: string,
): Lead => {
  switch (answer.kind) {
    case "accepted":
      return accept(lead, owner, agreement, now);
    case "rejected":
      return reject(lead, reasonOf(answer.reason, agreement), agreement, now);
    case "passed-on":
      return handOn(lead, to, agreement, now);
    case "snoozed":
      return withClock(lead, putOff(lead.followUp, answer.until, owner, agreement, now), owner, agreement, now);
    case "more-time":
      return withClock(lead, extend(lead.followUp, owner, agreement, now), owner, agreement, now);
    default:
      return assertNever(answer);
  }
};

const accept = (lead: Unanswered, owner: Owner, agreement: Agreement, now: string): LeadIn<"accepted"> => {
  const askAt = askedAgainAt(owner, agreement, now);
  const times = { askAt, limitAt: dueInStage("accepted", agreement, now), limitTold: false };
  const facts = { followUp: lead.followUp, acceptedAt: now, asked: 0, ...times, nextDueAt: nextLookAt(times) };
  return moveTo("accepted", lead, facts, { because: "accepted", now, agreement });
};

const reject = (lead: Unanswered, reason: RejectReason, agreement: Agreement, now: string): Lead => {
  const because = `rejected:${reason.id}`;
  switch (reason.leadsTo) {
    case "recycle":
      return recycle(lead, because, agreement, now);
    case "disqualify":
      return moveTo("disqualified", lead, {}, { because, now, agreement });
    default:
      return assertNever(reason.leadsTo);
  }
};

/** The journey finds it assigned, and hands it off to its new owner. */
const handOn = (lead: Unanswered, to: Owner | undefined, agreement: Agreement, now: string): LeadIn<"assigned"> => {
  if (to === undefined) throw new Error("expected a colleague to pass the lead to");
  const followUp = passOn(lead, to, now, agreement);
  return moveTo(
    "assigned",
    lead,
    { followUp, nextDueAt: followUp.reminderAt },
    { because: "passed-on", now, agreement },
  );
};

const withClock = (lead: Unanswered, followUp: FollowUp, owner: Owner, agreement: Agreement, now: string): Lead =>
  goesOn({ ...lead, followUp }, nextRung(ladderOf(followUp, owner, agreement), followUp.rung, now).at);

/** @throws when the reason is not in the agreement: `parseAnswer` refuses such an answer before. */
const reasonOf = (id: string, { terms }: Agreement): RejectReason => {
  const reason = terms.sla.sales.rejectReasons.find((each) => each.id === id);
  if (reason === undefined) throw new Error(`the agreement has no reject reason ${id}`);
  return reason;
};

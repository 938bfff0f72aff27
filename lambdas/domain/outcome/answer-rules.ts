import type { Agreement, RejectReason } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Answer } from "../follow-up/read-answer.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { moveTo, startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

type Unanswered = LeadIn<"assigned"> | LeadIn<"handed-off">;

/** The lead after its rep's answer. An answer that comes after the deadline still counts: late is better than never. */
export const applyAnswer = (lead: Unanswered, answer: Answer, agreement: Agreement, now: string): Lead => {
  switch (answer.kind) {
    case "accepted":
      return accept(lead, agreement, now);
    case "rejected":
      return reject(lead, reasonOf(answer.reason, agreement), agreement, now);
    default:
      return assertNever(answer);
  }
};

/** Marketing gets the lead back, in its next cycle: it does not pass the gate again before it does something new. */
export const recycle = (
  lead: Unanswered | LeadIn<"accepted">,
  because: string,
  agreement: Agreement,
  now: string,
): LeadIn<"captured"> =>
  startNextCycle(lead, because, now, dueInStage("captured", agreement, now), { givenBackAt: now });

const accept = (lead: Unanswered, agreement: Agreement, now: string): LeadIn<"accepted"> => {
  const askAt = addDuration(now, agreement.terms.sla.sales.askOutcomeAfter, calendarOf(agreement));
  const facts = { followUp: lead.followUp, acceptedAt: now, asked: 0, askAt, nextDueAt: askAt };
  return moveTo("accepted", lead, facts, { because: "accepted", now });
};

const reject = (lead: Unanswered, reason: RejectReason, agreement: Agreement, now: string): Lead => {
  const because = `rejected:${reason.id}`;
  switch (reason.leadsTo) {
    case "recycle":
      return recycle(lead, because, agreement, now);
    case "disqualify":
      return moveTo("disqualified", lead, {}, { because, now });
    default:
      return assertNever(reason.leadsTo);
  }
};

/** @throws when the reason is not in the agreement: `readAnswer` lets no such answer pass. */
const reasonOf = (id: string, { terms }: Agreement): RejectReason => {
  const reason = terms.sla.sales.rejectReasons.find((each) => each.id === id);
  if (reason === undefined) throw new Error(`the agreement has no reject reason ${id}`);
  return reason;
};

import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { FollowUp } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOfOwner } from "../working-time/calendar.ts";
import type { Answer } from "./answer.ts";
import type { AnswerProblem } from "./answer-problems.ts";
import type { PossibleOwner } from "./colleagues.ts";

/** How often the lead may still be snoozed in this turn, or more time be asked for. */
export const leftOf = ({ snoozes, extensions }: FollowUp, { terms }: Agreement) => ({
  snoozes: Math.max(0, terms.sla.sales.snooze.most - snoozes),
  extensions: Math.max(0, terms.sla.sales.moreTime.most - extensions),
});

/** Until when it may be snoozed: later than the deadline (than now, when that is over), by at most what is agreed. */
export const putOffRange = ({ dueAt }: FollowUp, owner: Owner, agreement: Agreement, now: string) => {
  const after = dueAt > now ? dueAt : now;
  const calendar = calendarOfOwner(owner, agreement);
  const latest = addDuration(after, agreement.terms.sla.sales.snooze.longest, calendar);
  const nextDay = addDuration(after, "1 working day", calendar);
  return { after, latest, suggested: [nextDay, latest].sort()[0] ?? latest };
};

export interface Limits {
  readonly followUp: FollowUp;
  readonly owner: Owner;
  readonly agreement: Agreement;
  readonly now: string;
  readonly possible: readonly PossibleOwner[];
}

/** Why this well-formed answer is refused now. */
export const refusalOf = (answer: Answer, limits: Limits): AnswerProblem | undefined => {
  const left = leftOf(limits.followUp, limits.agreement);
  switch (answer.kind) {
    case "accepted":
    case "rejected":
      return undefined;
    case "passed-on":
      return refusalToTake(limits.possible.find(({ colleague }) => colleague.id === answer.to));
    case "snoozed": {
      const { after, latest } = putOffRange(limits.followUp, limits.owner, limits.agreement, limits.now);
      if (left.snoozes === 0) return "snooze-used-up";
      if (answer.until <= after) return "until-too-early";
      return answer.until > latest ? "until-too-late" : undefined;
    }
    case "more-time":
      return left.extensions === 0 ? "more-time-used-up" : undefined;
    default:
      return assertNever(answer);
  }
};

/** Why this colleague cannot take the lead now. */
export const refusalToTake = (colleague: PossibleOwner | undefined): AnswerProblem | undefined => {
  if (colleague === undefined) return "colleague-unknown";
  switch (colleague.can) {
    case "not-while-away":
      return "colleague-away";
    case "not-while-full":
      return "colleague-full";
    case "take-it":
      return undefined;
    default:
      return assertNever(colleague.can);
  }
};

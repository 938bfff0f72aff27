import type { Agreement } from "../../contract/agreement.ts";
import type { FollowUp } from "../lead/lead.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/** One step of what follows when a rep does not answer. */
export interface Rung {
  /** From 1, without gaps. */
  readonly rung: number;
  readonly at: string;
  readonly act: "remind" | "escalate" | "give-back";
  /** 0 for the reminder, then from 1: the level of the breach. */
  readonly level: number;
  /** Who is told, besides the rep. */
  readonly to: "rep" | "manager" | "director";
}

type Step = Omit<Rung, "rung">;

/** The whole ladder of one follow-up, in order of time: reminder, the agreed escalations, give-back. */
export const ladderOf = (followUp: FollowUp, agreement: Agreement): readonly Rung[] => {
  const { escalation, giveBackAfter } = agreement.terms.sla.sales;
  const calendar = calendarOf(agreement);
  const escalations = escalation.map(
    ({ after, to }, i): Step => ({
      at: addDuration(followUp.dueAt, after, calendar),
      act: "escalate",
      level: i + 1,
      to,
    }),
  );
  const givenBackAt = addDuration(followUp.dueAt, giveBackAfter, calendar);
  return ascending([
    { at: followUp.remindAt, act: "remind", level: 0, to: "rep" },
    ...escalations,
    { at: givenBackAt, act: "give-back", level: escalation.length + 1, to: "rep" },
  ]);
};

/** Plain and working time can overtake each other at a weekend: no rung comes before the one below it. */
const ascending = (steps: readonly Step[]): Rung[] => {
  let reached = "";
  return steps.map((step, i) => {
    reached = step.at > reached ? step.at : reached;
    return { ...step, rung: i + 1, at: reached };
  });
};

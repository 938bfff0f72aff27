import type { Agreement, Escalation } from "../../contract/agreement.ts";
import type { FollowUp } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOfOwner, type WorkingCalendar } from "../working-time/calendar.ts";

/** A rung: one step of what follows when a lead's owner does not answer. */
export interface Rung {
  /** From 1, without gaps. */
  readonly rung: number;
  readonly at: string;
  readonly act: "remind" | "escalate" | "reassign" | "return-to-marketing";
  /** 0 for the reminder, then the number of escalations in this turn: the level of the breach. */
  readonly level: number;
  /** Who is notified, besides the owner. */
  readonly to: "rep" | "manager" | "director";
  /** The index in the agreement's escalation, from 0. */
  readonly step?: number;
}

type Step = Omit<Rung, "rung" | "level">;

/**
 * The whole ladder of one owner's follow-up, in order of time: reminder, the agreed escalation from where earlier
 * owners left it, return to marketing. What follows a `reassign` is counted from the deadline that the next owner would
 * have: it follows in any case, also when no one can take the lead.
 */
export const ladderOf = (followUp: FollowUp, owner: Owner, agreement: Agreement): readonly Rung[] => {
  const { returnAfter } = agreement.terms.sla.sales;
  // Days off move a deadline, but not what follows once it is broken: the lead waits all the same.
  const calendar = calendarOfOwner({ ...owner, absences: [] }, agreement);
  return ascending([
    { at: followUp.reminderAt, act: "remind", to: "rep" },
    ...escalationOf(followUp, owner, agreement, calendar),
    { at: addDuration(followUp.dueAt, returnAfter, calendar), act: "return-to-marketing", to: "rep" },
  ]);
};

const escalationOf = (followUp: FollowUp, owner: Owner, { terms }: Agreement, calendar: WorkingCalendar): Step[] => {
  const { escalation, reassignedWithin } = terms.sla.sales;
  let deadline = followUp.dueAt;
  return escalation.flatMap((agreed, step): Step[] => {
    if (step < followUp.stepsDone) return [];
    const at = addDuration(deadline, agreed.after, calendar);
    if ("to" in agreed) return [{ at, act: "escalate", to: toldFor(owner, agreed.to), step }];
    deadline = addDuration(at, reassignedWithin, calendar);
    return [{ at, act: "reassign", to: "rep", step }];
  });
};

/** A manager who owns a lead has no manager of their own: the director is next. */
const toldFor = ({ manager }: Owner, to: Extract<Escalation, { to: unknown }>["to"]): Rung["to"] =>
  manager === undefined ? "director" : to;

/** Plain and working time can overtake each other at a weekend: no rung may come before the one below it. */
const ascending = (steps: readonly Step[]): Rung[] => {
  let [reached, level] = ["", 0];
  return steps.map((step, i) => {
    if (step.at > reached) reached = step.at;
    if (step.act === "escalate" || step.act === "return-to-marketing") level++;
    return { ...step, rung: i + 1, at: reached, level };
  });
};

/** The rung that notifies at the level after this one (0: the reminder). */
export const rungAfter = (ladder: readonly Rung[], level: number): Rung | undefined => {
  const told = ladder.findIndex((rung) => rung.level === level && (rung.act === "remind" || rung.act === "escalate"));
  return told === -1 ? undefined : ladder[told + 1];
};

/**
 * The rung above the one last climbed. Escalations are climbed one by one even when several are overdue, but a
 * reminder is pointless once the time it reminds of is over.
 */
export const nextRung = (ladder: readonly Rung[], climbed: number, now: string): Rung => {
  const above = ladder.filter(({ rung }) => rung > climbed);
  const worthwhile = above.filter(({ act }, i) => act !== "remind" || (above[i + 1]?.at ?? "") > now);
  // When a new agreement has fewer escalations than were climbed, the last rung still ends the wait.
  const next = worthwhile.at(0) ?? ladder.at(-1);
  if (next === undefined) throw new Error("expected at least a reminder and a return to marketing on the ladder");
  return next;
};

import type { Agreement } from "../../contract/agreement.ts";
import type { Duration } from "../../contract/time.ts";
import type { FollowUp, Lead, Unanswered, Worked } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOf, calendarOfOwner, partWayBetween } from "../working-time/calendar.ts";

/** The promise that starts now: when the owner is reminded, and when it is broken. */
export const planFollowUp = (
  owner: Owner,
  lead: Pick<Lead, "lane" | "segment">,
  now: string,
  agreement: Agreement,
): FollowUp => ({
  ...clockFor(owner, agreedTime(lead, agreement), now, agreement),
  ownerId: owner.id,
  firstAssignedAt: now,
  turn: 0,
  earlier: [],
  stepsDone: 0,
});

/** What was promised to leads such as this one. */
export const agreedTime = ({ lane, segment }: Pick<Lead, "lane" | "segment">, { terms }: Agreement): Duration => {
  const { followUp, followUpFastLane, followUpOf } = terms.sla.sales;
  if (lane === "fast") return followUpFastLane;
  return followUpOf.find((each) => each.segment === segment)?.within ?? followUp;
};

/**
 * The time that the lead's owner has: the agreed one, or, after a reassignment, the shorter one that
 * is agreed for that, if it is shorter.
 */
export const timeOfTurn = (
  lead: Pick<Lead, "lane" | "segment">,
  { turn, assignedAt }: Pick<FollowUp, "turn" | "assignedAt">,
  owner: Owner,
  agreement: Agreement,
): Duration => {
  const [agreed, again] = [agreedTime(lead, agreement), agreement.terms.sla.sales.reassignedWithin];
  const calendar = calendarOfOwner(owner, agreement);
  const isShorter = addDuration(assignedAt, again, calendar) < addDuration(assignedAt, agreed, calendar);
  return turn > 0 && isShorter ? again : agreed;
};

/**
 * The next owner's promise, with a clock, links and snoozes of its own. What was agreed with the lead still counts from
 * the first owner on (`firstAssignedAt`).
 * @param stepsDone steps of the agreed escalation that are used up; left out when a person hands the lead on by hand:
 *   then as many as before, and the new owner has at least the time that was left.
 */
export const passOn = (
  lead: Unanswered | Worked,
  newOwner: Owner,
  now: string,
  agreement: Agreement,
  stepsDone?: number,
): FollowUp => {
  const before = lead.followUp;
  const turn = before.turn + 1;
  const fresh = clockFor(newOwner, timeOfTurn(lead, { turn, assignedAt: now }, newOwner, agreement), now, agreement);
  const leavesTime = stepsDone === undefined && before.dueAt > fresh.dueAt;
  return {
    ...fresh,
    ...(leavesTime && clockUntil(newOwner, before.dueAt, now, agreement)),
    ownerId: newOwner.id,
    firstAssignedAt: before.firstAssignedAt ?? before.assignedAt,
    turn,
    earlier: [...before.earlier, before.ownerId],
    stepsDone: stepsDone ?? before.stepsDone,
  };
};

/** The owner hears of the lead only now: the clock starts now, and never ends earlier than it did. */
export const restartClock = (lead: Unanswered, owner: Owner, now: string, agreement: Agreement): FollowUp => {
  const { followUp } = lead;
  const time = timeOfTurn(lead, { turn: followUp.turn, assignedAt: now }, owner, agreement);
  const { dueAt } = clockFor(owner, time, now, agreement);
  return {
    ...followUp,
    assignedAt: now,
    agreed: time,
    ...clockUntil(owner, later(dueAt, followUp.dueAt), now, agreement),
  };
};

/** Snoozed by its owner: the deadline is then (at the owner's next working instant), never earlier than it was. */
export const putOff = (
  followUp: FollowUp,
  until: string,
  owner: Owner,
  agreement: Agreement,
  now: string,
): FollowUp => {
  const then = addDuration(until, "0 working minutes", calendarOfOwner(owner, agreement));
  const dueAt = later(then, followUp.dueAt);
  return { ...goesOnUntil(followUp, dueAt, owner, agreement, now), snoozes: followUp.snoozes + 1 };
};

/** Its owner needs more time: the agreed extension, from the deadline, or from now when that has passed. */
export const extend = (followUp: FollowUp, owner: Owner, agreement: Agreement, now: string): FollowUp => {
  const dueAt = addDuration(
    later(followUp.dueAt, now),
    agreement.terms.sla.sales.moreTime.extra,
    calendarOfOwner(owner, agreement),
  );
  return { ...goesOnUntil(followUp, dueAt, owner, agreement, now), extensions: followUp.extensions + 1 };
};

/**
 * The lead has confirmed that it asks for something that must not wait: its owner has the time that is agreed for that, from
 * now on. `undefined` when it would not be sooner. A reminder that went stays gone: its owner hears of the new deadline.
 */
export const shorten = (followUp: FollowUp, owner: Owner, agreement: Agreement, now: string): FollowUp | undefined => {
  return shortenTo(followUp, agreement.terms.sla.sales.followUpFastLane, owner, agreement, now);
};

const shortenTo = (followUp: FollowUp, time: Duration, owner: Owner, agreement: Agreement, now: string) => {
  const { reminderAt, dueAt, agreed, agreementVersion } = clockFor(owner, time, now, agreement);
  return dueAt < followUp.dueAt
    ? { ...followUp, reminderAt, dueAt, agreed, agreementVersion, shortened: (followUp.shortened ?? 0) + 1 }
    : undefined;
};

/**
 * The agreement in force promises leads such as this one an earlier call than the one by which the clock began: from now on
 * its owner has the time that is agreed now. A later one changes nothing that was promised; nor does any what the owner has
 * agreed with the lead (snoozed, or asked for more time). `undefined` when the clock stays.
 */
export const shortenAsAgreed = (
  lead: Pick<Unanswered, "lane" | "segment" | "followUp">,
  owner: Owner,
  agreement: Agreement,
  now: string,
): FollowUp | undefined => {
  const { followUp } = lead;
  const { agreed, assignedAt, snoozes, extensions } = followUp;
  if (agreed === undefined || snoozes + extensions > 0) return undefined;
  const time = timeOfTurn(lead, followUp, owner, agreement);
  const calendar = calendarOfOwner(owner, agreement);
  const isShorter = addDuration(assignedAt, time, calendar) < addDuration(assignedAt, agreed, calendar);
  return isShorter ? shortenTo(followUp, time, owner, agreement, now) : undefined;
};

/** When reassigning a lead that no one could take is tried again. */
export const nextTry = (now: string, agreement: Agreement): string =>
  addDuration(now, agreement.terms.sla.sales.capacityRetry, calendarOf(agreement));

/** The same owner's ladder starts again. */
const goesOnUntil = (followUp: FollowUp, dueAt: string, owner: Owner, agreement: Agreement, now: string): FollowUp => ({
  ...followUp,
  ...clockUntil(owner, dueAt, now, agreement),
  rung: 0,
  nobodyElseUntil: undefined,
});

/** Instants sort as text. */
const later = (one: string, other: string): string => {
  if (one > other) return one;
  return other;
};

const clockUntil = (owner: Owner, dueAt: string, now: string, agreement: Agreement) => ({
  agreementVersion: agreement.version,
  reminderAt: partWayBetween(now, dueAt, agreement.terms.sla.sales.reminderShare, calendarOfOwner(owner, agreement)),
  dueAt,
});

const clockFor = (owner: Owner, time: Duration, now: string, agreement: Agreement) => {
  const calendar = calendarOfOwner(owner, agreement);
  return {
    assignedAt: now,
    agreed: time,
    agreementVersion: agreement.version,
    reminderAt: addDuration(now, shareOf(time, agreement.terms.sla.sales.reminderShare), calendar),
    dueAt: addDuration(now, time, calendar),
    rung: 0,
    snoozes: 0,
    extensions: 0,
  };
};

/** A part of a length of time in the same unit: the calendar then puts the reminder into working hours. */
const shareOf = (duration: Duration, share: number): Duration => {
  const [count = "", ...unit] = duration.split(" ");
  // Six decimals are a tenth of a second of a day at worst, and keep a small figure from being written as 1e-7.
  return [Number((Number(count) * share).toFixed(6)), ...unit].join(" ");
};

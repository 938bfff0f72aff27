import type { Agreement } from "../../contract/agreement.ts";
import type { Duration } from "../../contract/time.ts";
import type { FollowUp } from "../lead/lead.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/** The promise that begins now: when its owner is reminded, and when it is broken. */
export const planFollowUp = (ownerId: string, now: string, agreement: Agreement): FollowUp => {
  const { followUp, remindAt } = agreement.terms.sla.sales;
  const calendar = calendarOf(agreement);
  return {
    ownerId,
    assignedAt: now,
    remindAt: addDuration(now, shareOf(followUp, remindAt), calendar),
    dueAt: addDuration(now, followUp, calendar),
    rung: 0,
  };
};

/** A part of a length of time in the same unit: the calendar then sees to it that a reminder comes in working hours. */
const shareOf = (duration: Duration, share: number): Duration => {
  const [count = "", ...unit] = duration.split(" ");
  // Six decimals are a tenth of a second of a day at worst, and keep a small figure from being written as 1e-7.
  return [Number((Number(count) * share).toFixed(6)), ...unit].join(" ");
};

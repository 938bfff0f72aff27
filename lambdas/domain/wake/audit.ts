import type { Agreement } from "../../contract/agreement.ts";
import type { OpenStage } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";
import { assertNever } from "../assert-never.ts";
import { ladderOf } from "../follow-up/ladder.ts";
import { isUnanswered, type Lead } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOf, calendarOfOwner } from "../working-time/calendar.ts";
import { mayRestart, type Restarts } from "./restart.ts";

/** An open lead: a person or the machine owes it a next step. */
export type OpenLead = Extract<Lead, { stage: OpenStage }>;
export const isOpen = (lead: Lead): lead is OpenLead => "nextDueAt" in lead;

/** What the audit found about an open lead. */
export interface Found extends Restarts {
  /** Whether the execution of this cycle is running. */
  readonly isRunning: boolean;
  /** Its owner as of now; `undefined` when the agreement does not have them. */
  readonly owner: Owner | undefined;
}

/**
 * Why an open lead is an orphan. `owner-unknown`: its owner is not in the agreement (any more);
 * `due-too-late`: its next due time is later than its stage allows; `no-journey`: no execution waits
 * for it.
 */
export const orphanReasons = ["owner-unknown", "due-too-late", "no-journey"] as const;
export type OrphanReason = (typeof orphanReasons)[number];

/** A lead that has just changed may not have its journey yet: the event is in transit. */
const startsWithinMillis = 2 * 60_000;

/**
 * Whether this open lead is an orphan, and why. One that is past its due time belongs to the sweep's first round, and
 * one whose journey died again and again waits for its restart: neither is.
 */
export const orphanhood = (
  lead: OpenLead,
  found: Found,
  now: string,
  agreement: Agreement,
): OrphanReason | undefined => {
  if (lead.nextDueAt < now) return undefined;
  const hasChanged = Date.parse(now) - Date.parse(lead.stageSince) < startsWithinMillis;
  if (!found.isRunning && !hasChanged && mayRestart(found, now)) return "no-journey";
  if ("followUp" in lead && found.owner === undefined) return "owner-unknown";
  return lead.nextDueAt > latestDue(lead, found.owner, now, agreement) ? "due-too-late" : undefined;
};

/** Sending hours, holidays and days off move due times by days: this much later is still fine. */
const slackMillis = 14 * 24 * 3_600_000;

/** The latest next due time that this stage allows. */
const latestDue = (lead: OpenLead, owner: Owner | undefined, now: string, agreement: Agreement): string => {
  const calendars = [calendarOf(agreement), ...(owner === undefined ? [] : [calendarOfOwner(owner, agreement)])];
  const fromNow = longestWaits(lead, agreement).flatMap((wait) =>
    calendars.map((each) => addDuration(now, wait, each)),
  );
  const agreed = isUnanswered(lead) && owner !== undefined ? ladderOf(lead.followUp, owner, agreement) : [];
  const cool = lead.recycled?.coolUntil === undefined ? [] : [lead.recycled.coolUntil];
  const latest = Math.max(...[...fromNow, ...agreed.map(({ at }) => at), ...cool].map((at) => Date.parse(at)));
  return new Date(latest + slackMillis).toISOString();
};

const longestWaits = ({ stage }: OpenLead, { terms }: Agreement): Duration[] => {
  const { nurture, sla, stages } = terms;
  const { capacityRetry, snooze, moreTime, followUp, overflow, askOutcomeAfter } = sla.sales;
  const limit = stages[stage].limit === undefined ? [] : [stages[stage].limit];
  switch (stage) {
    case "captured":
      return limit;
    case "nurturing":
      return [...limit, nurture.cadence, nurture.dormantAfter];
    case "qualified":
      return [...limit, capacityRetry, overflow.after];
    case "assigned":
    case "handed-off":
      return [...limit, capacityRetry, snooze.longest, moreTime.extra, followUp];
    case "accepted":
    case "sales-qualified":
    case "opportunity":
      return [...limit, capacityRetry, askOutcomeAfter];
    default:
      return assertNever(stage);
  }
};

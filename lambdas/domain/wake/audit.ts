import type { Agreement } from "../../contract/agreement.ts";
import type { OpenStage } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";
import { assertNever } from "../assert-never.ts";
import { ladderOf } from "../follow-up/ladder.ts";
import { isUnanswered, type Lead } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOf, calendarOfOwner } from "../working-time/calendar.ts";
import { mayRestart, type Restarts } from "./restart.ts";

/** A lead that somebody or something still owes a next step. */
export type OpenLead = Extract<Lead, { stage: OpenStage }>;
export const isOpen = (lead: Lead): lead is OpenLead => "nextDueAt" in lead;

/** What was found about an open lead. */
export interface Found extends Restarts {
  /** The execution that should be looking after this cycle of it is at work. */
  readonly isRunning: boolean;
  /** Whoever has it in hand, as they stand now; `undefined` when the agreement does not know them. */
  readonly owner: Owner | undefined;
}

/**
 * Why an open lead is an orphan. `owner-unknown`: in the hands of somebody whom the agreement does not know (any more);
 * `due-too-late`: nobody would look at it before a time that its stage does not allow; `no-journey`: no execution waits
 * for it.
 */
export const orphanReasons = ["owner-unknown", "due-too-late", "no-journey"] as const;
export type OrphanReason = (typeof orphanReasons)[number];

/** A lead that has just changed may not have its journey yet: an event is on its way. */
const startsWithinMillis = 2 * 60_000;

/**
 * Whether this open lead is an orphan, and why. One that is past its due time is the sweep's own business, and one whose
 * journey died again and again waits for its restart: neither is.
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

/** Sending hours and feasts put a touch off by days, and days off what a rep has to do: so much later is still fine. */
const slackMillis = 14 * 24 * 3_600_000;

/** The latest time at which a lead in this stage may be looked at next. */
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

import type { Agreement } from "../../contract/agreement.ts";
import type { SlaOfWeek } from "../../contract/api.ts";
import { calendarOf, type WorkingCalendar, workBetween } from "../working-time/calendar.ts";
import { type Counters, of, ratio } from "./period-counters.ts";
import { isEmpty, weeksBeforeStart } from "./start.ts";
import { spanOfWeek } from "./week.ts";

type MarketingSide = SlaOfWeek["marketing"];
type SalesSide = SlaOfWeek["sales"];
export type Kept = SlaOfWeek["kept"]["marketing"];

/**
 * The SLA's week from its counters. A week before the start has no figures: nothing was promised yet. Any other in which
 * nothing was counted has zeros.
 */
export const slaOfWeek = (
  counters: Counters,
  agreement: Agreement,
  week: string,
  now: string,
  isBeforeStart = false,
): SlaOfWeek => {
  const state = stateOf(week, now, agreement);
  const marketing = marketingSide(counters, agreement, { week, now, state });
  const sales = salesSide(counters, agreement);
  const sla = { week, state, marketing, sales, outcomes: startingWith("outcome:", counters) };
  return isBeforeStart
    ? { ...sla, marketing: { ...marketing, share: null }, kept: { marketing: "no-figures", sales: "no-figures" } }
    : { ...sla, kept: { marketing: marketingKept(sla), sales: salesKept(sla) } };
};

/** The weeks in order of time, each with its counters. */
export const slaOfWeeks = (
  counted: readonly { readonly week: string; readonly counters: Counters }[],
  inForceSince: string | undefined,
  agreement: Agreement,
  now: string,
): SlaOfWeek[] => {
  const asked = counted.map(({ week, counters }) => ({ week, isEmpty: isEmpty(counters) }));
  const before = weeksBeforeStart(asked, inForceSince, agreement.terms.company.timeZone, now);
  return counted.map(({ week, counters }, i) => slaOfWeek(counters, agreement, week, now, i < before));
};

const stateOf = (week: string, now: string, { terms }: Agreement): SlaOfWeek["state"] => {
  const { from, to } = spanOfWeek(week, terms.company.timeZone);
  const at = Date.parse(now);
  if (at < from) return "future";
  return at < to ? "current" : "past";
};

interface When {
  readonly week: string;
  readonly now: string;
  readonly state: SlaOfWeek["state"];
}

const marketingSide = (counters: Counters, agreement: Agreement, { week, now, state }: When): MarketingSide => {
  const { qualifiedPerWeek: promised, leastAcceptanceRate } = agreement.terms.sla.marketing;
  const [mqls, accepted, rejected] = [of("mql", counters), of("accepted", counters), of("rejected", counters)];
  const over = state === "current" ? shareOfWeekOver(week, now, calendarOf(agreement)) : 0;
  return {
    promised,
    mqls,
    share: ratio(mqls, promised),
    ...(over > 0 && { forecast: Math.round(mqls / over) }),
    leastAcceptanceRate,
    accepted,
    rejected,
    rejectedBecause: startingWith("rejected:", counters),
    acceptanceRate: ratio(accepted, accepted + rejected),
  };
};

const salesSide = (counters: Counters, { terms }: Agreement): SalesSide => {
  const { followUp, followUpFastLane, followUpOf } = terms.sla.sales;
  const inTime = of("followed-up-in-time", counters);
  // Two counters know of broken promises: the notification and the stopped clock, each in the week of the deadline. An
  // agreement may notify of
  // a breach long after the deadline, so either may know of promises that the other does not have yet.
  const [told, stopped] = [of("breached", counters), of("broken", counters)];
  const breached = Math.max(told, stopped);
  return {
    promised: {
      followUp,
      fastLane: followUpFastLane,
      ofSegments: Object.fromEntries(followUpOf.map(({ segment, within }) => [segment, within])),
    },
    followedUp: of("followed-up", counters),
    inTime,
    breached,
    openPastDue: breached - stopped,
    share: ratio(inTime, inTime + breached),
    reassigned: of("reassigned", counters),
    givenBack: of("returned", counters),
  };
};

type Judged = Pick<SlaOfWeek, "state" | "marketing" | "sales">;

/** Both of its promises; a rate can still fall or rise until the week is over. */
const marketingKept = ({ state, marketing }: Judged): Kept => {
  const { mqls, promised, acceptanceRate, leastAcceptanceRate } = marketing;
  if (state !== "past") return "open";
  return mqls >= promised && (acceptanceRate ?? 1) >= leastAcceptanceRate;
};

/** The promise is made to each lead: one that was left waiting breaks it, and nothing repairs that. */
const salesKept = ({ state, sales }: Judged): Kept => {
  if (sales.breached > 0) return false;
  return state === "past" ? true : "open";
};

const startingWith = (start: string, counters: Counters): Record<string, number> =>
  Object.fromEntries(
    [...counters]
      .filter(([name, count]) => name.startsWith(start) && count !== 0)
      .map(([name, count]) => [name.slice(start.length), count]),
  );

/** Milliseconds of working time between two instants; none where no one ever works, or time runs backwards. */
export const workedBetween = (from: string, to: string, calendar: WorkingCalendar): number => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return start < end && calendar.week.some((spans) => spans.length > 0) ? workBetween(start, end, calendar) : 0;
};

/**
 * How much of the week's working time is over, from 0 to 1: by that, and not by its days, a week is forecast. Of a week
 * in which no one works it is the time itself.
 */
export const shareOfWeekOver = (week: string, now: string, calendar: WorkingCalendar): number => {
  const span = spanOfWeek(week, calendar.zone);
  const at = Date.parse(now);
  if (at <= span.from) return 0;
  if (at >= span.to) return 1;
  const [from, to] = [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  const all = workedBetween(from, to, calendar);
  return all === 0 ? (at - span.from) / (span.to - span.from) : workedBetween(from, now, calendar) / all;
};

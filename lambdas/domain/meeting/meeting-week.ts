import type { Agreement } from "../../contract/agreement.ts";
import type { MeetingDecision } from "../../contract/board.ts";
import { meetingDays, packLeadHours } from "../../contract/meeting.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { spanOfWeek, weekOf, weeksUpTo } from "../metrics/week.ts";
import { clocksAt, dayMillis, instantOf } from "../working-time/zone.ts";

type Terms = Pick<Agreement, "terms">;

/** When the meeting of this week begins, by the clocks of the agreement's zone. @throws when the text is no week */
export const meetingOf = (week: string, { terms }: Terms): string => {
  const { day, time } = terms.weeklyMeeting;
  const { timeZone } = terms.company;
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const monday = clocksAt(spanOfWeek(week, timeZone).from, timeZone);
  const clocks = monday + meetingDays.indexOf(day) * dayMillis + hours * 3_600_000 + minutes * 60_000;
  return new Date(instantOf(clocks, timeZone)).toISOString();
};

/** The week whose meeting a pack made now is for: a meeting early on Monday has its pack made on Sunday. */
export const weekOfPack = (now: string, { terms }: Terms): string =>
  weekOf(new Date(Date.parse(now) + packLeadHours * 3_600_000).toISOString(), terms.company.timeZone);

export const weekBefore = (week: string): string => weeksUpTo(week, 2)[0] ?? week;

/** The first meeting that has not begun yet. */
export const nextMeeting = (now: string, agreement: Terms): { readonly week: string; readonly at: string } => {
  const { timeZone } = agreement.terms.company;
  const week = weekOf(now, timeZone);
  const at = meetingOf(week, agreement);
  if (at >= now) return { week, at };
  const next = weekOf(new Date(spanOfWeek(week, timeZone).to).toISOString(), timeZone);
  return { week: next, at: meetingOf(next, agreement) };
};

/** A decision as it is kept: when it was said whether it held, too. */
type Kept = MeetingDecision & { readonly heldSaidAt?: string | undefined };

/**
 * The decisions for a week's meeting: its own, those that are still open, and those
 * that were settled since the meeting before.
 */
export const decisionsOf = (all: readonly Kept[], week: string, since: string): MeetingDecision[] =>
  all
    .filter((decision) => decision.week <= week)
    .filter(
      ({ week: made, held, heldSaidAt }) =>
        made === week || held === undefined || (heldSaidAt !== undefined && heldSaidAt >= since),
    )
    .map(({ heldSaidAt, ...decision }) => decision);

/** `48` of `2026-W48`. */
export const weekNumber = (week: string): number => Number(week.slice(-2));

/** What an ISO week is called in a sentence. */
export const weekName = (week: string): Bilingual => {
  const number = weekNumber(week);
  return { es: `semana ${number}`, en: `week ${number}` };
};

/** What an ISO week is called on an axis or in a list: its number, without the year. */
export const weekLabel = (week: string): Bilingual => {
  const number = weekNumber(week);
  return { es: `S${number}`, en: `W${number}` };
};

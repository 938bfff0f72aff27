import type { Card } from "../../../../lambdas/contract/board.ts";

export const groupNames = ["overdue", "today", "week", "later"] as const;
export type GroupName = (typeof groupNames)[number];

const dayMillis = 86_400_000;

/** Number of the day that the clocks of a zone show, and of its weekday from Monday. */
const dayIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (millis: number): number => Date.parse(`${format.format(millis)}T00:00:00Z`) / dayMillis;
};

/** Days since 1970 begin on a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** A worklist by when things are due, by the calendar of a zone; the most urgent first, as it came. */
export const groupsOf = (
  cards: readonly Card[],
  now: number,
  timeZone: string,
): Readonly<Record<GroupName, readonly Card[]>> => {
  const day = dayIn(timeZone);
  const today = day(now);
  const nameOf = ({ dueAt }: Card): GroupName => {
    if (dueAt === undefined) return "later";
    const due = Date.parse(dueAt);
    if (due < now) return "overdue";
    if (day(due) === today) return "today";
    return weekOf(day(due)) === weekOf(today) ? "week" : "later";
  };
  const groups: Record<GroupName, Card[]> = { overdue: [], today: [], week: [], later: [] };
  for (const card of cards) groups[nameOf(card)].push(card);
  return groups;
};

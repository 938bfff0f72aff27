import type { Card } from "../../../../lambdas/contract/board.ts";

export const groupNames = ["overdue", "today", "week", "later"] as const;
export type GroupName = (typeof groupNames)[number];

const dayMillis = 86_400_000;

/** Days since 1970 on the calendar of a time zone. */
const dayIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (millis: number): number => Date.parse(`${format.format(millis)}T00:00:00Z`) / dayMillis;
};

/** Number of the week that a day is in; weeks start on Monday, and day 0 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** A worklist grouped by due date, on the calendar of a time zone; each group keeps the order of the list. */
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

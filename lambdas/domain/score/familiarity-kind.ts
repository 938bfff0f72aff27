import * as z from "zod/mini";
import type { DayRule, KindRule } from "./familiarity-rules.ts";

/*
 * What decays by half in a fixed time can be kept as sums that do not grow with the events. Time is cut into epochs of
 * one half-life, counted from 1970. Within its epoch an event weighs more the later it comes, twice as much at the end
 * as at the beginning, so that all of one epoch decay together from its beginning on. Weights are whole numbers: their
 * sums are the same to the last digit in whatever order they are made. They stay exact up to four million events in an
 * epoch.
 */
const EpochSumSchema = z.tuple([z.int(), z.int()]);
/** An epoch, and what the events in it weigh together. */
type EpochSum = z.infer<typeof EpochSumSchema>;

/** The weight of an event at the beginning of its epoch. */
const unit = 2 ** 30;

/** Older events count as nothing: a hundred points have by then become a forty-millionth of a point. */
const epochsThatCount = 32;

const epochOf = (instant: number, halfLife: number): number => Math.floor(instant / halfLife);

/** One event, as the sum of its epoch. */
const weigh = (instant: number, halfLife: number): EpochSum => {
  const epoch = epochOf(instant, halfLife);
  return [epoch, Math.round(2 ** ((instant - epoch * halfLife) / halfLife) * unit)];
};

/** The sums of all together, in the order of the epochs. */
const addUp = (parts: readonly EpochSum[]): EpochSum[] => {
  const sums = new Map<number, number>();
  for (const [epoch, weight] of parts) sums.set(epoch, (sums.get(epoch) ?? 0) + weight);
  return [...sums].sort(([one], [other]) => one - other);
};

/** Only what still counts at this instant. */
const stillCounting = (sums: readonly EpochSum[], halfLife: number, instant: number): EpochSum[] => {
  const last = epochOf(instant, halfLife);
  return sums.filter(([epoch]) => epoch > last - epochsThatCount);
};

/** How many new events it would take to be worth what these are at this instant, which is not before any of them. */
export const worthAt = (sums: readonly EpochSum[], halfLife: number, instant: number): number =>
  stillCounting(sums, halfLife, instant).reduce(
    (worth, [epoch, weight]) => worth + (weight / unit) * 0.5 ** ((instant - epoch * halfLife) / halfLife),
    0,
  );

const DaySumsSchema = z.object({ day: z.int(), count: z.int(), epochs: z.array(EpochSumSchema) });
type DaySums = z.infer<typeof DaySumsSchema>;

/** What the events of one kind add up to. It depends on the events alone, not on when or how they came in. */
export const KindSumsSchema = z.object({
  /** How many there were, ever. */
  count: z.int(),
  /** When the newest was. */
  newest: z.string(),
  epochs: z.array(EpochSumSchema),
  /** Where a day has a limit: the days that are still open, not yet in `epochs` and `earned`. */
  days: z.array(DaySumsSchema),
  /** Where a day has a limit: what the events of the closed days were worth when they were new, without its sign. */
  earned: z.number(),
});
export type KindSums = z.infer<typeof KindSumsSchema>;

/**
 * How many days before the newest event a day stays open for late events: a long weekend. For an older event everything
 * is added up again, which costs a little time and changes nothing.
 */
const openDays = 4;

/** Whether the events can be added without knowing the others: a closed day no longer knows how many share it. */
export const canAdd = (sums: KindSums | undefined, instants: readonly string[], { once, day }: KindRule): boolean => {
  if (sums === undefined || once || day === undefined) return true;
  const firstOpen = firstOpenDay(sums.newest, day);
  return instants.every((at) => day.dayOf(Date.parse(at)) >= firstOpen);
};

/** The sums with these further events, of which there is at least one. */
export const addToKind = (sums: KindSums | undefined, instants: readonly string[], rule: KindRule): KindSums => {
  const { count, epochs, days, earned } = sums ?? { count: 0, epochs: [], days: [], earned: 0 };
  const newest = latestOf([sums?.newest ?? "", ...instants]);
  const known = { count: count + instants.length, newest, epochs, days, earned };
  const millis = instants.map((at) => Date.parse(at));
  if (rule.once) return { ...known, epochs: [shared(weigh(Date.parse(newest), rule.halfLife), 1, rule.day)] };
  if (rule.day !== undefined)
    return closeDays({ ...known, days: addToDays(days, millis, rule, rule.day) }, rule, rule.day);
  const all = addUp([...epochs, ...millis.map((instant) => weigh(instant, rule.halfLife))]);
  return { ...known, epochs: stillCounting(all, rule.halfLife, Date.parse(newest)) };
};

/** All that was added, as it weighs: the events of a day within its limit. */
export const weightsOf = ({ epochs, days }: KindSums, { day }: KindRule): EpochSum[] =>
  addUp([...epochs, ...days.flatMap((each) => sharedOf(each, day))]);

/** What the events were worth when they were new, in points without their sign. */
export const earnedOf = ({ count, days, earned }: KindSums, { once, day }: KindRule, each: number): number => {
  if (once) return Math.min(each, day?.most ?? each);
  return day === undefined
    ? count * each
    : days.reduce((sum, { count: ofDay }) => sum + worthOfDay(ofDay, day), earned);
};

const addToDays = (
  days: readonly DaySums[],
  instants: readonly number[],
  { halfLife }: KindRule,
  { dayOf }: DayRule,
) => {
  const fresh = instants.map((at) => ({ day: dayOf(at), count: 1, epochs: [weigh(at, halfLife)] }));
  const all = new Map<number, DaySums>();
  for (const { day, count, epochs } of [...days, ...fresh]) {
    const known = all.get(day) ?? { count: 0, epochs: [] };
    all.set(day, { day, count: known.count + count, epochs: addUp([...known.epochs, ...epochs]) });
  }
  return [...all.values()].sort((one, other) => one.day - other.day);
};

/** The same whether a day is closed early or late: its share is always taken of its whole weight in an epoch. */
const closeDays = (sums: KindSums, { halfLife }: KindRule, rule: DayRule): KindSums => {
  const newest = Date.parse(sums.newest);
  const firstOpen = firstOpenDay(sums.newest, rule);
  const closed = sums.days.filter(({ day }) => day < firstOpen);
  const open = sums.days.filter(({ day }) => day >= firstOpen);
  return {
    ...sums,
    epochs: stillCounting(addUp([...sums.epochs, ...closed.flatMap((each) => sharedOf(each, rule))]), halfLife, newest),
    days: open.map((each) => ({ ...each, epochs: stillCounting(each.epochs, halfLife, newest) })),
    earned: closed.reduce((sum, { count }) => sum + worthOfDay(count, rule), sums.earned),
  };
};

const firstOpenDay = (newest: string, { dayOf }: DayRule): number => dayOf(Date.parse(newest)) - openDays;

const worthOfDay = (count: number, { each, most }: DayRule): number => Math.min(count * each, most);

const sharedOf = ({ epochs, count }: DaySums, rule: DayRule | undefined): EpochSum[] =>
  epochs.map((sum) => shared(sum, count, rule));

/** What is left of a weight when this many events share a day's limit evenly; rounded down to a whole number. */
const shared = ([epoch, weight]: EpochSum, count: number, rule: DayRule | undefined): EpochSum =>
  rule === undefined || count * rule.each <= rule.most
    ? [epoch, weight]
    : [epoch, Math.floor((weight * rule.most) / (count * rule.each))];

/** The latest of some instants, which sort as text; the empty text is before all of them. */
export const latestOf = (instants: readonly string[]): string => [...instants].sort().at(-1) ?? "";

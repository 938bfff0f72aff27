import * as z from "zod/mini";

/*
 * What decays by half in a fixed time can be kept as sums that do not grow with the events. Time is cut into epochs of
 * one half-life, counted from 1970. Within its epoch an event weighs more the later it comes, twice as much at the end
 * as at the beginning, so that all of one epoch decay together from its beginning on. Weights are whole numbers: their
 * sums are the same to the last digit in whatever order they are made. They stay exact up to four million events in an
 * epoch.
 */
export const EpochSumSchema = z.tuple([z.int(), z.int()]);
/** An epoch, and what the events in it weigh together. */
export type EpochSum = z.infer<typeof EpochSumSchema>;

/** The weight of an event at the beginning of its epoch. */
const unit = 2 ** 30;

/** Older events count as nothing: a hundred points have by then become a forty-millionth of a point. */
const epochsThatCount = 32;

const epochOf = (instant: number, halfLife: number): number => Math.floor(instant / halfLife);

/** One event, as the sum of its epoch. */
export const weigh = (instant: number, halfLife: number): EpochSum => {
  const epoch = epochOf(instant, halfLife);
  return [epoch, Math.round(2 ** ((instant - epoch * halfLife) / halfLife) * unit)];
};

/** The sums of all together, in the order of the epochs. */
export const addUp = (parts: readonly EpochSum[]): EpochSum[] => {
  const sums = new Map<number, number>();
  for (const [epoch, weight] of parts) sums.set(epoch, (sums.get(epoch) ?? 0) + weight);
  return [...sums].sort(([one], [other]) => one - other);
};

/** Only what still counts at this instant. */
export const stillCounting = (sums: readonly EpochSum[], halfLife: number, instant: number): EpochSum[] => {
  const last = epochOf(instant, halfLife);
  return sums.filter(([epoch]) => epoch > last - epochsThatCount);
};

/** How many new events it would take to be worth what these are at this instant, which is not before any of them. */
export const worthAt = (sums: readonly EpochSum[], halfLife: number, instant: number): number =>
  stillCounting(sums, halfLife, instant).reduce(
    (worth, [epoch, weight]) => worth + (weight / unit) * 0.5 ** ((instant - epoch * halfLife) / halfLife),
    0,
  );

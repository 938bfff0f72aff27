import { dayMillis } from "../../domain/working-time/zone.ts";
import type { LearnLead } from "./line.ts";

/** What a lead says about being won: 1 or 0, and how much that counts. */
export interface Label {
  readonly outcome: 0 | 1;
  readonly weight: number;
}

/** Half of the wins come within 15 working days, when the file's own are too few to tell. */
const usualHalf = 21;
const fewestWins = 30;

/**
 * "Not won yet" is not "lost": an open lead, and one that sales has accepted, counts as not won by the share of wins that
 * would have come by its age. A lead without an outcome says nothing.
 */
export const labelsOf = (leads: readonly LearnLead[]): (Label | undefined)[] => {
  const end = Math.max(
    ...chunked(leads.map(({ at, outcomeAt = at }) => Math.max(Date.parse(at), Date.parse(outcomeAt)))),
  );
  const wonBy = shareWonBy(leads, end);
  return leads.map(({ outcome, at }) => {
    if (outcome === undefined) return undefined;
    if (outcome === "won") return { outcome: 1, weight: 1 };
    const isDecided = outcome === "lost" || outcome === "rejected";
    return { outcome: 0, weight: isDecided ? 1 : wonBy((end - Date.parse(at)) / dayMillis) };
  });
};

/** A call takes only so many arguments. */
const chunked = (numbers: readonly number[]): number[] => [numbers.reduce((most, each) => Math.max(most, each), 0)];

/**
 * Of the wins that a lead may bring, how many have come after so many days. A young lead can only show early wins, so the
 * wins are counted back from the latest: each delay among the leads that are old enough to have shown it (Lynden-Bell 1971).
 */
const shareWonBy = (leads: readonly LearnLead[], end: number): ((days: number) => number) => {
  const wins = leads
    .flatMap(({ outcome, at, outcomeAt }) => {
      if (outcome !== "won" || outcomeAt === undefined) return [];
      const delay = (Date.parse(outcomeAt) - Date.parse(at)) / dayMillis;
      return [{ delay, age: (end - Date.parse(at)) / dayMillis }];
    })
    .sort((one, other) => one.delay - other.delay);
  if (wins.length < fewestWins) return (days) => 1 - 0.5 ** (days / usualHalf);
  const ages = Float64Array.from(wins, ({ age }) => age).sort();
  const shares = new Float64Array(wins.length);
  let share = 1;
  for (let i = wins.length - 1; i >= 0; i--) {
    shares[i] = share;
    const delay = wins[i]?.delay ?? 0;
    // Delays up to this one, of leads old enough for it.
    const atRisk = i + 1 - firstAtLeast(ages, delay);
    if (atRisk > 1) share *= 1 - 1 / atRisk;
  }
  const delays = Float64Array.from(wins, ({ delay }) => delay);
  return (days) => {
    const reached = firstAbove(delays, days);
    return reached === 0 ? 0 : (shares[reached - 1] ?? 1);
  };
};

const firstAtLeast = (sorted: Float64Array, least: number): number => firstIn(sorted, (each) => each >= least);
const firstAbove = (sorted: Float64Array, most: number): number => firstIn(sorted, (each) => each > most);

const firstIn = (sorted: Float64Array, isPast: (each: number) => boolean): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isPast(sorted[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
};

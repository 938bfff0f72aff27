import { type CapacityFigures, measure, tolerated } from "./capacity-check.ts";
import { type CapacityModel, capacityOf, withCapacity } from "./model.ts";

/** What would make an insufficient capacity sufficient, or how much is left of a sufficient one. */
export interface Remedies {
  /** The most MQLs per week that this team can follow up as agreed. */
  readonly mostArrivals: number;
  /** Leads per week that the whole team would have to take; `undefined` when it is enough, or no team size would be. */
  readonly capacity?: number | undefined;
  /** For each deadline missed too often, the working milliseconds within which 95% are answered. */
  readonly longerPromises: Readonly<Record<string, number>>;
}

/** The search ends here: no company would hire eight times as many reps. */
const mostTimes = 8;

/** Finds the nearest sufficient numbers by binary search. */
export const remediesFor = (model: CapacityModel, figures: CapacityFigures): Remedies => {
  const capacity = capacityOf(model);
  const arrivals = Math.round(model.assumptions.arrivalsPerWeek);
  const quick = { ...model, assumptions: { ...model.assumptions, runs: Math.ceil(model.assumptions.runs / 4) } };
  const isSufficientWith = (arrivalsPerWeek: number): boolean =>
    measure({ ...quick, assumptions: { ...quick.assumptions, arrivalsPerWeek } }).isSufficient;
  // Above the full capacity the queue only grows.
  const [fewest, most] = figures.isSufficient
    ? [arrivals + 1, Math.max(arrivals, capacity)]
    : [0, Math.min(arrivals - 1, capacity)];
  return {
    mostArrivals: Math.max(0, firstWhere(fewest, most + 1, (count) => !isSufficientWith(count)) - 1),
    ...(!figures.isSufficient && capacity > 0 && { capacity: leastCapacity(quick, capacity) }),
    longerPromises: Object.fromEntries(
      figures.promises
        .filter(({ breachShare }) => breachShare > tolerated)
        .map(({ promise, toAnswer }) => [promise, toAnswer.p95]),
    ),
  };
};

/** Starts at the load: with less capacity the queue only grows. */
const leastCapacity = (model: CapacityModel, now: number): number | undefined => {
  const most = Math.max(now, model.assumptions.arrivalsPerWeek) * mostTimes;
  const found = firstWhere(
    Math.max(now, Math.floor(model.assumptions.arrivalsPerWeek)) + 1,
    most + 1,
    (total) => measure(withCapacity(model, total)).isSufficient,
  );
  return found > most ? undefined : found;
};

/** The first of these whole numbers for which it is true, given that it stays true above; `to` when there is none. */
const firstWhere = (from: number, to: number, isTrue: (value: number) => boolean): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

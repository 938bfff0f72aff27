import { type CapacityFigures, measure, tolerated } from "./capacity-check.ts";
import { type CapacityModel, capacityOf, withCapacity } from "./model.ts";

/** What would make capacity sufficient that is not, or how much room is left where it is. */
export interface Remedies {
  /** The most MQLs a week that this team can follow up as agreed. */
  readonly mostArrivals: number;
  /** Leads a week that the team would have to take in all; `undefined` when it is enough, or no size of team would do. */
  readonly capacity?: number | undefined;
  /** Of each promise that is broken too often, the working milliseconds within which 95% are answered. */
  readonly longerPromises: Readonly<Record<string, number>>;
}

/** However large the team: eight times as many reps are not what an agreement is missing. */
const mostTimes = 8;

/** Finds the nearest numbers that are sufficient, by halving what lies between ones that are and ones that are not. */
export const remediesFor = (model: CapacityModel, figures: CapacityFigures): Remedies => {
  const capacity = capacityOf(model);
  const arrivals = Math.round(model.assumptions.arrivalsPerWeek);
  const quick = { ...model, assumptions: { ...model.assumptions, runs: Math.ceil(model.assumptions.runs / 4) } };
  const isSufficientWith = (arrivalsPerWeek: number): boolean =>
    measure({ ...quick, assumptions: { ...quick.assumptions, arrivalsPerWeek } }).isSufficient;
  // More than all capacity can only pile up.
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

/** From the load itself upwards: with less the queue only grows. */
const leastCapacity = (model: CapacityModel, now: number): number | undefined => {
  const most = Math.max(now, model.assumptions.arrivalsPerWeek) * mostTimes;
  const found = firstWhere(
    Math.max(now, Math.floor(model.assumptions.arrivalsPerWeek)) + 1,
    most + 1,
    (total) => measure(withCapacity(model, total)).isSufficient,
  );
  return found > most ? undefined : found;
};

/** The first of these whole numbers that it is true of, where it is true of all above; `to` when of none. */
const firstWhere = (from: number, to: number, isTrue: (value: number) => boolean): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Where a figure that was counted lies with 95% confidence. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Standard errors to either side of what was counted: 95% of what chance does. */
const z = 1.959964;

/** A share of cases. Wilson's interval: it stays between 0 and 1, and says something of few cases, too. */
export const intervalOfShare = (part: number, whole: number): Interval => {
  if (whole <= 0) return { from: 0, to: 1 };
  const share = part / whole;
  const [spread, scale] = [z * z, 1 + (z * z) / whole];
  const middle = (share + spread / (2 * whole)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole * whole));
  return { from: part === 0 ? 0 : Math.max(0, middle - half), to: part >= whole ? 1 : Math.min(1, middle + half) };
};

interface Cases {
  readonly part: number;
  readonly whole: number;
}

/** One share less another of other cases. Newcombe's interval, made of Wilson's for each. */
export const intervalOfDifference = (one: Cases, other: Cases): Interval => {
  const [first, second] = [intervalOfShare(one.part, one.whole), intervalOfShare(other.part, other.whole)];
  const [p, q] = [shareOf(one), shareOf(other)];
  return {
    from: p - q - Math.hypot(p - first.from, second.to - q),
    to: p - q + Math.hypot(first.to - p, q - second.from),
  };
};

const shareOf = ({ part, whole }: Cases): number => (whole > 0 ? part / whole : 0.5);

/** How often something happens in one of these periods, by how often it did in all of them. Score interval of Poisson. */
export const intervalOfRate = (count: number, periods: number): Interval => {
  const [middle, half] = [count + (z * z) / 2, z * Math.sqrt(count + (z * z) / 4)];
  return { from: Math.max(0, middle - half) / periods, to: (middle + half) / periods };
};

/** How many times as often as in these earlier periods; `null`: it never happened then, so there is no most. */
export const intervalOfGrowth = (now: number, before: number, periods: number): { from: number; to: number | null } => {
  const { from, to } = intervalOfShare(now, now + before);
  const times = (share: number) => (periods * share) / (1 - share);
  return { from: times(from), to: to >= 1 ? null : times(to) };
};

import type { Effect } from "../../contract/board.ts";
import { type Interval, intervalOfDifference } from "./interval.ts";

/** With fewer closed leads than this on either side, with or without, there is an interval and no verdict. */
export const leastCasesToCompare = 20;

/** What the closed leads say of a criterion, an engagement or a piece of content. */
export interface JudgedEffect {
  /** Closed leads, with and without. */
  readonly cases: number;
  /** Won rate with it less the rate without it, from -1 to 1; `null` when one side has no case. */
  readonly difference: number | null;
  /** 95% of that difference. */
  readonly interval: Interval | null;
  /** `by-chance`: the interval has "no difference" in it. */
  readonly verdict: "too-few" | "by-chance" | "more-won" | "fewer-won";
}

/** The one reader of effects: of the page of figures, and of the proposals of the weekly pack. */
export const judgeEffect = ({ with: having, without }: Pick<Effect, "with" | "without">): JudgedEffect => {
  const cases = having.ended + without.ended;
  if (having.ended === 0 || without.ended === 0) return { cases, difference: null, interval: null, verdict: "too-few" };
  const difference = having.won / having.ended - without.won / without.ended;
  const interval = intervalOfDifference(
    { part: having.won, whole: having.ended },
    { part: without.won, whole: without.ended },
  );
  const isEnough = Math.min(having.ended, without.ended) >= leastCasesToCompare;
  return { cases, difference, interval, verdict: isEnough ? verdictOf(interval) : "too-few" };
};

const verdictOf = ({ from, to }: Interval): JudgedEffect["verdict"] =>
  from > 0 ? "more-won" : to < 0 ? "fewer-won" : "by-chance";

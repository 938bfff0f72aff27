import { assertNever } from "../assert-never.ts";
import { countMove } from "./count-move.ts";
import { countAnswer, countBreach, countClock, countOutcome } from "./count-sales.ts";
import type { CountedFact } from "./fact.ts";

/** A counter of some slices of a week, or of a quarter, and by how much a fact moves it. */
export interface Count {
  readonly counter: string;
  readonly by: number;
  /** In the week, or quarter, that this instant falls in. */
  readonly at: string;
  readonly slices: readonly string[];
  readonly per?: "quarter";
}

/** The counters that one fact moves, by the fact alone: counting it again gives the same. None for many a fact. */
export const countsOf = (counted: CountedFact): Count[] => {
  switch (counted.is) {
    case "MOVE":
      return countMove(counted.fact);
    case "ANSWER":
      return countAnswer(counted.fact);
    case "OUTCOME":
      return countOutcome(counted.fact);
    case "CLOCK":
      return countClock(counted.fact);
    case "BREACH":
      return countBreach(counted.fact);
    default:
      return assertNever(counted);
  }
};

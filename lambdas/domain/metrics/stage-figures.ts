import type { StageFigures } from "../../contract/board.ts";
import { openStages, type Stage } from "../../contract/stages.ts";
import { of, type PeriodCounters, ratio, sliceOver } from "./period-counters.ts";
import { slices } from "./slices.ts";

/** Where leads go from each open stage, in the order of the stages; and how many deals were won, corrections counted. */
export const stageFigures = (weeks: readonly PeriodCounters[]): StageFigures[] => {
  const all = sliceOver(weeks, slices.all);
  const open = openStages.map((stage: Stage) => {
    const forward = of(`left:${stage}:forward`, all);
    const left = forward + of(`left:${stage}:back`, all) + of(`left:${stage}:out`, all);
    const steps = [...sliceOver(weeks, slices.stay(stage))].map(([step, count]) => [Number(step), count] as const);
    return {
      stage,
      entered: of(`entered:${stage}`, all),
      left,
      forward,
      conversion: ratio(forward, left),
      medianSeconds: medianOf(new Map(steps)),
    };
  });
  const won = { entered: of("outcome:won", all), left: 0, forward: 0, conversion: null, medianSeconds: null };
  return [...open, { stage: "won", ...won }];
};

/**
 * Durations as a histogram whose steps are 12 % wide: counters that add up over weeks, and from which a median can be
 * computed that is at most one step off.
 */
const width = 1.12;

/** The step of a number of seconds: 0 is less than a second. */
export const stepOf = (seconds: number): number =>
  seconds < 1 ? 0 : 1 + Math.floor(Math.log(seconds) / Math.log(width));

/** In the middle of the step. */
const secondsIn = (step: number): number => (step === 0 ? 0 : Math.round(width ** (step - 0.5)));

/** The median in seconds of durations counted by step; `null` when there are none. */
export const medianOf = (steps: ReadonlyMap<number, number>): number | null => {
  const sorted = [...steps].filter(([, count]) => count > 0).sort(([one], [other]) => one - other);
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
  let passed = 0;
  for (const [step, count] of sorted) {
    passed += count;
    if (passed >= half) return secondsIn(step);
  }
  return null;
};

import type { StageFigures } from "../../contract/board.ts";
import { openStages, type Stage } from "../../contract/stages.ts";
import { of, type PeriodCounters, ratio, sliceOver } from "./period-counters.ts";
import { slices } from "./slices.ts";
import { medianOf } from "./stay.ts";

/** How leads go on from each open stage, in the order of their way. */
export const stageFigures = (weeks: readonly PeriodCounters[]): StageFigures[] => {
  const all = sliceOver(weeks, slices.all);
  return openStages.map((stage: Stage) => {
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
};

import { metricNames } from "../../contract/metrics.ts";
import type { CountedFact } from "./fact.ts";

/** What a fact adds one to on the dashboard. */
export interface Measure {
  readonly metric: string;
  readonly stage?: string;
}

export const measuresOf = (counted: CountedFact): Measure[] => {
  if (counted.is === "MOVE") {
    const { from, to } = counted.fact;
    return to === null || from === to ? [] : [{ metric: metricNames.entered, stage: to }];
  }
  return counted.is === "BREACH" && counted.fact.level === 1 ? [{ metric: metricNames.followUpBreached }] : [];
};

import type { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";

/*
 * Most services report a fault only when there is one: a sum of which one part has no data has none either, and its
 * alarm would never fire. Hence FILL.
 */

/** All of these together, by period. Each costs as much as an alarm of its own. */
export const sumOf = (metrics: readonly IMetric[], period: Duration, label: string): MathExpression =>
  new MathExpression({
    expression: `SUM([${metrics.map((_, i) => `FILL(m${i}, 0)`).join(", ")}])`,
    usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
    period,
    label,
  });

export interface ShareProps {
  readonly faults: IMetric;
  readonly of: IMetric;
  /** With fewer faults in the period the share is 0: one of two requests is not half of an outage. */
  readonly leastFaults: number;
  readonly period: Duration;
  readonly label: string;
}

/** Faults as a percentage of all, by period. */
export const shareOf = ({ faults, of, leastFaults, period, label }: ShareProps): MathExpression =>
  new MathExpression({
    expression: `IF(FILL(faults, 0) >= ${leastFaults}, 100 * FILL(faults, 0) / FILL(total, 0), 0)`,
    usingMetrics: { faults, total: of },
    period,
    label,
  });

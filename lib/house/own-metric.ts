import type { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { metricDimensions, type metricNames, metricNamespace } from "../../lambdas/contract/metrics.ts";
import type { Stage } from "../../lambdas/contract/stages.ts";
import { Deployment } from "./deployment.ts";

export interface OwnMetricProps {
  readonly name: (typeof metricNames)[keyof typeof metricNames];
  /** Only leads that entered it. @default the metric has no stages */
  readonly stage?: Stage;
  readonly period: Duration;
}

/** How often our functions counted something, in this environment alone. */
export const ownMetric = (scope: Construct, { name, stage, period }: OwnMetricProps): Metric =>
  new Metric({
    namespace: metricNamespace,
    metricName: name,
    dimensionsMap: metricDimensions(Deployment.of(scope).environment, stage),
    statistic: "Sum",
    period,
  });

import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { EveryFunctionSchema } from "../contract/environment.ts";
import { metricDimensions, metricNamespace } from "../contract/metrics.ts";

const metrics = new Metrics({ namespace: metricNamespace });
const { ENVIRONMENT: environment } = EveryFunctionSchema.parse(process.env);

/** Adds one; written as a log line that CloudWatch turns into a metric, so no call is made. */
export const countOne = (name: string, stage?: string): void => {
  const single = metrics.singleMetric();
  // Powertools adds the function's name as a dimension, and an alarm on the metric without it would see nothing.
  single.clearDefaultDimensions();
  single.addDimensions(metricDimensions(environment, stage));
  single.addMetric(name, MetricUnit.Count, 1);
};

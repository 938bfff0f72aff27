import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { metricNamespace } from "../contract/metrics.ts";

const metrics = new Metrics({ namespace: metricNamespace });

/** One more of it; written as a log line that CloudWatch turns into a metric, so nothing is called. */
export const countOne = (name: string, stage?: string): void => {
  const single = metrics.singleMetric();
  // By itself it adds the function's name, and an alarm that asks for the metric alone would see none of it.
  single.clearDefaultDimensions();
  single.addDimensions(stage === undefined ? {} : { stage });
  single.addMetric(name, MetricUnit.Count, 1);
};

import { EveryFunctionSchema } from "../contract/environment.ts";
import { metricDimensions, metricNamespace } from "../contract/metrics.ts";

const { ENVIRONMENT: environment } = EveryFunctionSchema.parse(process.env);

/**
 * Adds one: a log line in CloudWatch's embedded metric format, of which it makes a metric, so no call is made. By hand,
 * since this line is all of the format that we need, and a library for it weighs 10 KB in every function that counts.
 * Outside of a function nothing reads it.
 */
export const countOne = (name: string, stage?: string): void => {
  if (environment === undefined) return;
  const dimensions = metricDimensions(environment, stage);
  const metric = {
    Namespace: metricNamespace,
    Dimensions: [Object.keys(dimensions)],
    Metrics: [{ Name: name, Unit: "Count" }],
  };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metric] }, ...dimensions, [name]: 1 };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

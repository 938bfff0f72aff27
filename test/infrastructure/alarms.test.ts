import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { StageSchema } from "../../lambdas/contract/stages.ts";
import { propertiesOf, synthesise } from "./synthesise.ts";

const { template } = synthesise();

const QuerySchema = z.object({
  Id: z.string(),
  Expression: z.optional(z.string()),
  MetricStat: z.optional(z.object({ Metric: z.object({ MetricName: z.string() }), Period: z.number() })),
});
const AlarmSchema = z.object({
  AlarmDescription: z.string(),
  MetricName: z.optional(z.string()),
  Metrics: z._default(z.array(QuerySchema), []),
  Period: z.optional(z.number()),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.optional(z.number()),
  Threshold: z.number(),
  TreatMissingData: z.string(),
});
const alarms = propertiesOf(template, "AWS::CloudWatch::Alarm").map(({ id, properties }) => ({
  id,
  ...AlarmSchema.parse(properties),
}));
const named = (id: RegExp) => alarms.filter((alarm) => id.test(alarm.id));
const inputsOf = ({ Metrics }: (typeof alarms)[number]) => Metrics.filter(({ MetricStat }) => MetricStat !== undefined);

describe("an alarm", () => {
  it("looks back no longer than CloudWatch does", () => {
    for (const { id, Period, Metrics, EvaluationPeriods } of alarms) {
      const period = Period ?? Math.max(...Metrics.flatMap(({ MetricStat }) => MetricStat?.Period ?? []));
      expect({ id, seconds: period * EvaluationPeriods }).toEqual({ id, seconds: expect.any(Number) });
      expect(period * EvaluationPeriods).toBeLessThanOrEqual(period < 3600 ? 86_400 : 604_800);
    }
  });

  it("on several metrics has a value when some of them have none: faults are reported when there are any", () => {
    const sums = alarms.filter(({ Metrics }) => Metrics.length > 0);
    expect(sums.length).toBeGreaterThanOrEqual(4);
    for (const alarm of sums) {
      const [expression = ""] = alarm.Metrics.flatMap(({ Expression }) => Expression ?? []);
      for (const { Id } of inputsOf(alarm)) expect(expression).toContain(`FILL(${Id}, 0)`);
      expect(inputsOf(alarm).length).toBeLessThanOrEqual(10);
    }
  });

  it("of requests pages for a share that lasts, not for one of them", () => {
    const [page, ...more] = named(/^Api/).filter(({ AlarmDescription }) => AlarmDescription.startsWith("[page]"));
    expect(more).toEqual([]);
    expect(page).toMatchObject({ Threshold: 5, EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    expect(page && inputsOf(page).map(({ MetricStat }) => MetricStat?.Metric.MetricName)).toEqual(["5xx", "Count"]);
    expect(page?.Metrics.find(({ Expression }) => Expression)?.Expression).toMatch(/^IF\(FILL\(faults, 0\) >= 3, 100 /);
  });

  it("of throttles and errors of the table counts every way in which it is asked", () => {
    for (const name of ["ThrottledRequests", "SystemErrors"]) {
      const [alarm] = alarms.filter((each) =>
        inputsOf(each).some(({ MetricStat }) => MetricStat?.Metric.MetricName === name),
      );
      expect(alarm && inputsOf(alarm)).toHaveLength(5);
      expect(alarm).toMatchObject({ EvaluationPeriods: 3, DatapointsToAlarm: 3 });
    }
  });

  it("of leads that do not come waits for a weekend, or as long as the deployment says", () => {
    const waits = (context: Record<string, string>, hours: number) =>
      synthesise(context).template.hasResourceProperties("AWS::CloudWatch::Alarm", {
        MetricName: "NewLeads",
        Period: 3600,
        EvaluationPeriods: hours,
        DatapointsToAlarm: hours,
        TreatMissingData: "breaching",
        ComparisonOperator: "LessThanThreshold",
      });
    waits({}, 72);
    waits({ quietHours: "24" }, 24);
  });
});

it("the README tells what alarms, metrics and dashboard cost in a month", () => {
  // List prices of us-east-1: a metric in an alarm, a metric of our own, a dashboard.
  const watched = alarms.reduce((sum, alarm) => sum + Math.max(1, inputsOf(alarm).length), 0);
  const own = Object.values(metricNames).length - 1 + StageSchema.options.length;
  const dollars = 0.1 * watched + 0.3 * own + 3;
  const told = /about \$(\d+) a\s+month\s+for alarms, metrics and the dashboard/.exec(
    readFileSync("README.md", "utf8"),
  );
  expect(Math.abs(Number(told?.[1]) - dollars), `it is $${dollars.toFixed(2)}`).toBeLessThanOrEqual(2);
});

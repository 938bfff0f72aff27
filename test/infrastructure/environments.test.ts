import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { propertiesOf, synthesise } from "./synthesise.ts";

const production = synthesise();
const staging = synthesise({ environment: "staging" });

describe("an environment", () => {
  it("is a stack of its own; production keeps the name that it always had", () => {
    expect(production.stack.stackName).toBe("Smarketing");
    expect(staging.stack.stackName).toBe("Smarketing-staging");
    production.template.hasOutput("Environment", { Value: "production" });
    staging.template.hasOutput("Environment", { Value: "staging" });
  });

  it.each(["Staging", "1st", "stage_2", "two--hyphens", "ends-", "of-seventeen-lett", ""])(
    "is not called %j",
    (environment) => expect(() => synthesise({ environment })).toThrow(/environment: expected/),
  );

  it("has the same resources as any other", () => {
    const typesOf = (template: Template) => propertiesOf(template).map(({ type }) => type);
    expect(typesOf(staging.template)).toEqual(typesOf(production.template));
  });
});

/** Named within a parent that is the environment's own. */
const namedInParent = new Set([
  "AWS::Cognito::UserPoolGroup",
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::ApiGatewayV2::Stage",
  "AWS::IAM::Policy",
]);

/** The names that we give; all others CloudFormation makes from the stack's name. */
const physicalNames = (template: Template): string[] =>
  propertiesOf(template)
    .filter(({ type }) => !namedInParent.has(type))
    .flatMap(({ type, properties }) =>
      Object.entries(properties)
        .filter(([key, value]) => /(?<!^Metric)Name$/.test(key) && typeof value === "string")
        // The default bus is everyone's; what the rules on it take is below.
        .filter(([key, value]) => !(key === "EventBusName" && value === "default"))
        .map(([key, value]) => `${type} ${key} ${value}`),
    );

/** Whether something in it is a resource of the stack itself, and not only its account or region. */
const isOwn = (value: unknown): boolean => /"(Ref|Fn::GetAtt)":\[?"(?!AWS::)/.test(JSON.stringify(value));

const metricKeys = ["Namespace", "MetricName", "Dimensions"];
const AlarmMetricsSchema = z.array(z.object({ MetricStat: z.optional(z.object({ Metric: z.unknown() })) }));
const alarmMetrics = (template: Template): unknown[] =>
  propertiesOf(template, "AWS::CloudWatch::Alarm").flatMap(({ properties }) =>
    properties.Metrics === undefined
      ? [Object.fromEntries(metricKeys.map((key) => [key, properties[key]]))]
      : AlarmMetricsSchema.parse(properties.Metrics).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []),
  );

const JoinSchema = z.object({ "Fn::Join": z.tuple([z.literal(""), z.array(z.unknown())]) });
const BodySchema = z.object({
  widgets: z.array(z.object({ properties: z.object({ metrics: z.array(z.array(z.unknown())) }) })),
});
/** Each as CloudWatch writes it: namespace, name, dimensions in pairs, and how it is drawn. */
const dashboardMetrics = (template: Template): unknown[] =>
  propertiesOf(template, "AWS::CloudWatch::Dashboard").flatMap(({ properties }) => {
    const parts = JoinSchema.parse(properties.DashboardBody)["Fn::Join"][1];
    const text = parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part).replace(/"/g, '\\"')));
    return BodySchema.parse(JSON.parse(text.join(""))).widgets.flatMap((widget) =>
      widget.properties.metrics.map((metric) => metric.filter((part) => typeof part === "string").map(unquoted)),
    );
  });
const unquoted = (part: unknown): unknown =>
  typeof part === "string" && part.startsWith("{") ? JSON.parse(part) : part;

const shared = (one: readonly unknown[], other: readonly unknown[]): unknown[] => {
  const texts = new Set(other.map((each) => JSON.stringify(each)));
  return one.filter((each) => texts.has(JSON.stringify(each)));
};

describe("two environments in one account and region share", () => {
  it("no name", () => {
    const names = physicalNames(production.template);
    expect(names.length).toBeGreaterThan(2);
    expect(shared(names, physicalNames(staging.template))).toEqual([]);
  });

  it.each([
    ["alarm", alarmMetrics],
    ["graph", dashboardMetrics],
  ])("no metric of an %s", (_, metricsOf) => {
    const open = (template: Template) => metricsOf(template).filter((metric) => !isOwn(metric));
    expect(metricsOf(production.template).length).toBeGreaterThan(10);
    expect(open(production.template).length).toBeGreaterThan(2);
    expect(shared(open(production.template), open(staging.template))).toEqual([]);
  });

  it("no event: a rule is on the environment's own bus, or takes what its own resources report", () => {
    const rules = propertiesOf(production.template, "AWS::Events::Rule");
    const open = rules.filter(({ properties: { EventBusName } }) => !isOwn(EventBusName));
    expect(open.length).toBeGreaterThanOrEqual(2);
    for (const { id, properties } of open)
      expect({ id, own: isOwn(properties.EventPattern) }).toEqual({ id, own: true });
  });

  it("no count: each function knows its environment", () => {
    const functions = propertiesOf(staging.template, "AWS::Lambda::Function");
    expect(functions.length).toBeGreaterThan(20);
    for (const { properties } of functions)
      expect(properties).toMatchObject({ Environment: { Variables: { ENVIRONMENT: "staging" } } });
  });
});

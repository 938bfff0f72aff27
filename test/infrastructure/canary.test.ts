import { readFileSync } from "node:fs";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { propertiesOf, synthesise } from "./synthesise.ts";

const without = synthesise();
const { stack, template } = synthesise({ canary: "true" });

const named = (text: string) => (each: { readonly properties: object }) =>
  JSON.stringify(each.properties).includes(text);
const isCanary = named("smoke/canary");

/** Without what cannot be known before the deployment. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\{"Fn::GetAtt":\["Leads\w+","Arn"\]\}/g, '"TABLE_ARN"'));

describe("the canary", () => {
  it("is there only where it is asked for", () => {
    const functions = propertiesOf(without.template, "AWS::Lambda::Function");
    expect([
      functions.filter(isCanary),
      propertiesOf(template, "AWS::Lambda::Function").filter(isCanary).length,
    ]).toEqual([[], 1]);
  });

  it("runs every quarter of an hour; one run is not tried again, the next one is due", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      Description: "The smoke test",
      ScheduleExpression: "rate(15 minutes)",
    });
    const [config] = propertiesOf(template, "AWS::Lambda::EventInvokeConfig").filter(named("CanarySmokeTest"));
    expect(config?.properties).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 });
  });

  it("pages when it fails twice, and when it is not run", () => {
    const alarms = propertiesOf(template, "AWS::CloudWatch::Alarm").filter(named("runbook.md#canary"));
    expect(
      alarms
        .map(({ properties }) => properties)
        .sort((one, other) => (String(one.MetricName) < String(other.MetricName) ? -1 : 1)),
    ).toMatchObject([
      {
        MetricName: "Errors",
        AlarmDescription: expect.stringMatching(/^\[page\]/),
        EvaluationPeriods: 2,
        DatapointsToAlarm: 2,
        Period: 900,
        TreatMissingData: "notBreaching",
      },
      {
        MetricName: "Invocations",
        AlarmDescription: expect.stringMatching(/^\[page\]/),
        ComparisonOperator: "LessThanThreshold",
        EvaluationPeriods: 3,
        Period: 900,
        TreatMissingData: "breaching",
      },
    ]);
  });

  it("may do what docs/smoke.md allows a role for CI, and send what failed to its own queue", () => {
    const [policy] = propertiesOf(template, "AWS::IAM::Policy").filter(named("LEAD#smoke-*"));
    const [, text = "{}"] = /```json\n(.*?)```/s.exec(readFileSync("docs/smoke.md", "utf8")) ?? [];
    const told = JSON.parse(text).Statement;
    const { Statement } = Object(policy?.properties.PolicyDocument);
    const onTable = Statement.filter(({ Action }: { Action: unknown }) => JSON.stringify(Action).includes("dynamodb:"));
    expect(plain(onTable)).toEqual(told);
    const others = Statement.filter((each: object) => !onTable.includes(each)).flatMap(
      ({ Action }: { Action: unknown }) => Action,
    );
    expect(others.filter((action: string) => !/^(logs:|sqs:(SendMessage|GetQueue))/.test(action))).toEqual([]);
  });

  it.each([new AwsSolutionsChecks(stack), new ServerlessChecks(stack)])("passes $name", (pack) => {
    const { violations } = pack.validateScope(stack);
    expect(violations.flatMap(({ violatingResources = [] }) => violatingResources)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { propertiesOf, synthesise } from "./synthesise.ts";

const plain = synthesise();
const staging = synthesise({ environment: "staging" });
const asked = synthesise({
  alarmEmail: "ops@empresa.example",
  budget: "50",
  captureConcurrency: "20",
  quietHours: "24",
});

describe("captureConcurrency", () => {
  const reserved = ({ template }: typeof plain) =>
    propertiesOf(template, "AWS::Lambda::Function").flatMap(({ id, properties }) =>
      properties.ReservedConcurrentExecutions === undefined ? [] : [[id, properties.ReservedConcurrentExecutions]],
    );

  it("reserves for the form's function alone, and nothing unless asked: a new account cannot spare any", () => {
    expect(reserved(plain)).toEqual([]);
    expect(reserved(asked)).toEqual([[expect.stringMatching(/^CapturePostLead/), 20]]);
  });
});

describe("budget", () => {
  it("is absent unless asked for", () => plain.template.resourceCountIs("AWS::Budgets::Budget", 0));

  it("notifies of what this environment has cost, and will", () => {
    const notice = (NotificationType: string, Threshold: number) => ({
      Notification: { NotificationType, Threshold, ThresholdType: "PERCENTAGE", ComparisonOperator: "GREATER_THAN" },
      Subscribers: [{ SubscriptionType: "EMAIL", Address: "ops@empresa.example" }],
    });
    asked.template.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: {
        BudgetType: "COST",
        TimeUnit: "MONTHLY",
        BudgetLimit: { Amount: 50, Unit: "USD" },
        CostFilters: { TagKeyValue: ["user:environment$production"] },
      },
      NotificationsWithSubscribers: [notice("ACTUAL", 80), notice("FORECASTED", 100)],
    });
  });

  it("needs somebody who hears of it", () =>
    expect(() => synthesise({ budget: "50" })).toThrow("budget needs alarmEmail"));
});

describe("a value that makes no sense is refused, by its name:", () => {
  it.each<Record<string, string>>([
    { budget: "0", alarmEmail: "ops@empresa.example" },
    { captureConcurrency: "few" },
    { captureConcurrency: "0" },
    { quietHours: "169" },
    { alarmEmail: "ops" },
  ])("%j", (context) => expect(() => synthesise(context)).toThrow(new RegExp(Object.keys(context)[0] ?? "")));
});

describe("the stack", () => {
  it("cannot be deleted by mistake, unless it is disposable", () => {
    expect(plain.stack.terminationProtection).toBe(true);
    expect(synthesise({ disposable: "true" }).stack.terminationProtection).toBe(false);
  });

  /** CloudFormation has no tags for these: they are parts of another resource. */
  const untagged = new Set([
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolGroup",
    "AWS::IAM::Policy",
    "AWS::KMS::Alias",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::Permission",
    "AWS::SES::ConfigurationSetEventDestination",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::Scheduler::Schedule",
    // Nothing of AWS: the deployment's own step.
    "Custom::Agreement",
  ]);

  it("tells of each of its resources to what they belong", () => {
    const tagsOf = (properties: Record<string, unknown>) =>
      JSON.stringify(properties.Tags ?? properties.UserPoolTags ?? properties.ResourceTags ?? "none");
    for (const { id, type, properties } of propertiesOf(staging.template)) {
      if (untagged.has(type)) continue;
      expect(`${id} ${tagsOf(properties)}`).toMatch(/application.+smarketing.+environment.+staging/);
    }
  });
});

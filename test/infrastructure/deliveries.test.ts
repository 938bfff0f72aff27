import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { propertiesOf, synthesise } from "./synthesise.ts";

const { template } = synthesise();
const { template: withReader } = synthesise({ alarmEmail: "ops@empresa.example" });

const StatementSchema = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.optional(z.unknown()),
  Principal: z.optional(z.unknown()),
  Condition: z.optional(z.unknown()),
});
type Statement = z.infer<typeof StatementSchema>;
const PolicySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(StatementSchema) }) });

const allowing = ({ Effect, Action }: Statement, action: string): boolean =>
  Effect === "Allow" && [Action].flat().includes(action);
const text = (value: unknown): string => JSON.stringify(value);

/** What the policies of queues and topics say; such a policy replaces what the account may do without one. */
const resourcePolicies = (type: string) =>
  propertiesOf(template, type).flatMap(({ properties }) =>
    PolicySchema.parse(properties).PolicyDocument.Statement.map((statement) => ({
      of: text(properties.Queues ?? properties.Topics),
      ...statement,
    })),
  );

/** Whether a role may do this with that. */
const mayRole = (role: unknown, action: string, arn: unknown): boolean => {
  const name = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }).parse(role)["Fn::GetAtt"][0];
  return propertiesOf(template, "AWS::IAM::Policy")
    .filter(({ properties }) => text(properties.Roles).includes(text({ Ref: name })))
    .flatMap(({ properties }) => PolicySchema.parse(properties).PolicyDocument.Statement)
    .some((statement) => allowing(statement, action) && text([statement.Resource].flat()).includes(text(arn)));
};
const queueOf = (arn: unknown): string =>
  z.object({ "Fn::GetAtt": z.array(z.string()) }).parse(arn)["Fn::GetAtt"][0] ?? "";
const functions = new Map(propertiesOf(template, "AWS::Lambda::Function").map((each) => [each.id, each.properties]));

describe("an alarm arrives", () => {
  const [topic] = propertiesOf(template, "AWS::SNS::Topic");

  it("because CloudWatch, for this account only, may publish to the topic", () => {
    const [allowed, ...more] = resourcePolicies("AWS::SNS::TopicPolicy").filter(({ Effect }) => Effect === "Allow");
    expect(more).toEqual([]);
    expect(allowed).toMatchObject({
      of: text([{ Ref: topic?.id }]),
      Action: "sns:Publish",
      Resource: { Ref: topic?.id },
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    });
  });

  it("because that topic is the action of each", () => {
    for (const { id, properties } of propertiesOf(template, "AWS::CloudWatch::Alarm"))
      expect({ id, actions: properties.AlarmActions, off: properties.ActionsEnabled }).toEqual({
        id,
        actions: [{ Ref: topic?.id }],
        off: undefined,
      });
  });

  it("at the address that the deployment names, and the outputs say what that person has to do", () => {
    withReader.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "ops@empresa.example",
      TopicArn: { Ref: topic?.id },
    });
    withReader.hasOutput("AlarmsReach", { Value: "ops@empresa.example, once they confirm the mail from AWS" });
    template.resourceCountIs("AWS::SNS::Subscription", 0);
    template.hasOutput("AlarmsReach", { Value: "nobody" });
  });
});

const TargetSchema = z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) });

describe("an event of a rule arrives", () => {
  const rules = propertiesOf(template, "AWS::Events::Rule").flatMap(({ id, properties }) =>
    z
      .array(TargetSchema)
      .parse(properties.Targets)
      .map((target) => ({ id, ...target })),
  );

  it("because the policies of its queue, and of the queue for what could not be delivered, name the rule", () => {
    expect(rules.length).toBeGreaterThanOrEqual(5);
    const allowed = resourcePolicies("AWS::SQS::QueuePolicy").filter((statement) =>
      allowing(statement, "sqs:SendMessage"),
    );
    for (const { id, Arn, DeadLetterConfig } of rules)
      for (const arn of [Arn, DeadLetterConfig.Arn])
        expect(
          allowed.some(
            ({ of, Principal, Condition }) =>
              of === text([{ Ref: queueOf(arn) }]) &&
              text(Principal) === text({ Service: "events.amazonaws.com" }) &&
              text(Condition).includes(text({ "aws:SourceArn": { "Fn::GetAtt": [id, "Arn"] } })),
          ),
          `${id} -> ${queueOf(arn)}`,
        ).toBe(true);
  });
});

const ScheduleTargetSchema = z.object({
  Arn: z.unknown(),
  RoleArn: z.unknown(),
  DeadLetterConfig: z.object({ Arn: z.unknown() }),
  RetryPolicy: z.object({ MaximumEventAgeInSeconds: z.number(), MaximumRetryAttempts: z.number() }),
});
const AsyncSchema = z.object({
  FunctionName: z.object({ Ref: z.string() }),
  MaximumEventAgeInSeconds: z.number(),
  MaximumRetryAttempts: z.number(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }),
});

describe("what a clock starts", () => {
  const targets = propertiesOf(template, "AWS::Scheduler::Schedule").map(({ id, properties }) => ({
    id,
    target: ScheduleTargetSchema.parse(properties.Target),
  }));
  const configured = propertiesOf(template, "AWS::Lambda::EventInvokeConfig").map(({ properties }) =>
    AsyncSchema.parse(properties),
  );
  const configOf = (arn: unknown) => configured.find(({ FunctionName }) => FunctionName.Ref === queueOf(arn));

  it("may be started, and is kept when it could not be", () => {
    expect(targets.length).toBeGreaterThanOrEqual(2);
    for (const { id, target } of targets) {
      expect({ id, may: mayRole(target.RoleArn, "lambda:InvokeFunction", target.Arn) }).toEqual({ id, may: true });
      const kept = mayRole(target.RoleArn, "sqs:SendMessage", target.DeadLetterConfig.Arn);
      expect({ id, kept }).toEqual({ id, kept: true });
    }
  });

  it("is kept when it fails, or waits for too long to start: the scheduler does not hear of that", () => {
    for (const { id, target } of targets) {
      const config = configOf(target.Arn);
      expect({ id, config }).toMatchObject({ id, config: { MaximumRetryAttempts: expect.any(Number) } });
      expect(config?.MaximumEventAgeInSeconds).toBeLessThanOrEqual(2 * 60 * 60);
      const destination = config?.DestinationConfig.OnFailure.Destination;
      expect(mayRole(functions.get(queueOf(target.Arn))?.Role, "sqs:SendMessage", destination)).toBe(true);
    }
  });

  it("is, of the sweep, worth a minute and one try: the next minute's is due", () => {
    const sweep = targets.find(({ id }) => id.startsWith("Wake"));
    expect(sweep?.target.RetryPolicy.MaximumEventAgeInSeconds).toBe(60);
    expect(configOf(sweep?.target.Arn)).toMatchObject({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
  });

  it("is, of the sweep, missed when it fails for minutes, and when it does not run at all", () => {
    const sweep = {
      Name: "FunctionName",
      Value: { Ref: queueOf(targets.find(({ id }) => /^Wake/.test(id))?.target.Arn) },
    };
    const of = { Namespace: "AWS/Lambda", Dimensions: [sweep], Statistic: "Sum" };
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      ...of,
      MetricName: "Errors",
      EvaluationPeriods: 10,
      DatapointsToAlarm: 5,
      TreatMissingData: "notBreaching",
    });
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      ...of,
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    });
  });
});

describe("what a reader of a queue or a stream gives up", () => {
  it("may be put where it is kept", () => {
    const mappings = propertiesOf(template, "AWS::Lambda::EventSourceMapping").filter(
      ({ properties }) => properties.DestinationConfig !== undefined,
    );
    expect(mappings.length).toBeGreaterThanOrEqual(2);
    for (const { id, properties } of mappings) {
      const reader = z.object({ Ref: z.string() }).parse(properties.FunctionName).Ref;
      const { OnFailure } = z
        .object({ OnFailure: z.object({ Destination: z.unknown() }) })
        .parse(properties.DestinationConfig);
      const may = mayRole(functions.get(reader)?.Role, "sqs:SendMessage", OnFailure.Destination);
      expect({ id, may }).toEqual({ id, may: true });
    }
  });
});

import { readFileSync } from "node:fs";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { eventItems } from "../../lambdas/contract/events.ts";
import { itemKinds } from "../../lambdas/contract/item-kinds.ts";
import { countedItems } from "../../lambdas/contract/metrics.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { synthesise } from "./synthesise.ts";

const { template } = synthesise();
const trial = synthesise({ disposable: "true" }).template;

type Properties = Record<string, unknown>;
const ResourceSchema = z.object({ Properties: z._default(z.record(z.string(), z.unknown()), {}) });

const resources = (type: string, from = template): [string, Properties][] =>
  Object.entries(from.findResources(type)).map(([id, resource]) => [id, ResourceSchema.parse(resource).Properties]);

const StatementSchema = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.optional(z.unknown()),
  Principal: z.optional(z.unknown()),
  Condition: z.optional(z.unknown()),
});
const PolicySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(StatementSchema) }) });
const allowed = resources("AWS::IAM::Policy")
  .flatMap(([id, policy]) =>
    PolicySchema.parse(policy).PolicyDocument.Statement.map((statement) => ({ id, ...statement })),
  )
  .filter(({ Effect }) => Effect === "Allow");

const FilterSchema = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) });
const PatternSchema = z.object({
  dynamodb: z.object({ Keys: z.object({ sk: z.object({ S: z.array(z.object({ prefix: z.string() })) }) }) }),
});

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

describe("nothing is lost between the hops", () => {
  it("every rule's target has a dead-letter queue and retries for a day", () => {
    const rules = resources("AWS::Events::Rule");
    expect(rules.length).toBeGreaterThanOrEqual(2);
    for (const [, { Targets }] of rules)
      for (const target of listOf(Targets))
        expect(target).toMatchObject({
          DeadLetterConfig: { Arn: expect.anything() },
          RetryPolicy: { MaximumRetryAttempts: 185 },
        });
  });

  it("every queue that works has a dead-letter queue, and every dead-letter queue has an alarm", () => {
    const queues = resources("AWS::SQS::Queue");
    const redriven = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy !== undefined);
    const ends = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy === undefined).map(([id]) => id);
    expect(redriven.length).toBeGreaterThanOrEqual(2);
    expect(ends.every((id) => /DeadLetters/.test(id))).toBe(true);
    const watched = JSON.stringify(resources("AWS::CloudWatch::Alarm").map(([, { Dimensions }]) => Dimensions));
    for (const id of ends) expect(watched).toContain(`"${id}"`);
  });

  it("every reader of the stream keeps what it cannot deal with, and answers for each record", () => {
    const readers = resources("AWS::Lambda::EventSourceMapping").filter(([, mapping]) => "StartingPosition" in mapping);
    expect(readers).toHaveLength(2);
    for (const [, mapping] of readers)
      expect(mapping).toMatchObject({
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        BisectBatchOnFunctionError: true,
        MaximumRecordAgeInSeconds: 72_000,
      });
  });

  it("the counting gets facts and leads only, and the bus no move", () => {
    const filters = resources("AWS::Lambda::EventSourceMapping")
      .filter(([, mapping]) => "StartingPosition" in mapping)
      .map(([id, { FilterCriteria }]) => ({ id, filter: JSON.stringify(FilterCriteria) }));
    const [counts, publishes] = ["Count", "Publish"].map(
      (reader) => filters.find(({ id }) => id.includes(reader))?.filter ?? "",
    );
    for (const kind of countedItems) expect(counts).toContain(kind);
    for (const kind of ["ENGAGEMENT", "MESSAGE", "SETTINGS"]) expect(counts).not.toContain(kind);
    expect(publishes).not.toContain("MOVE");
  });

  it("each reader of the stream gets every kind of item that it deals with", () => {
    const filters = resources("AWS::Lambda::EventSourceMapping").flatMap(([, { FilterCriteria }]) => {
      const read = FilterSchema.safeParse(FilterCriteria);
      return read.success
        ? [PatternSchema.parse(JSON.parse(read.data.Filters[0]?.Pattern ?? "")).dynamodb.Keys.sk.S]
        : [];
    });
    const sortKeys = itemKinds.map((kind) => String(Reflect.apply(keys[kind], undefined, ["x", "x", "x", "x"]).sk));
    for (const dealtWith of [eventItems, countedItems]) {
      const own = sortKeys.filter((sk) => dealtWith.some((item) => item === sk.split("#")[0]));
      expect(own.length).toBeGreaterThanOrEqual(dealtWith.length - 1);
      const isRead = filters.some((some) => own.every((sk) => some.some(({ prefix }) => sk.startsWith(prefix))));
      expect([dealtWith[0], isRead]).toEqual([dealtWith[0], true]);
    }
  });

  it("every reader of a queue answers for each message, within the queue's visibility timeout", () => {
    const readers = resources("AWS::Lambda::EventSourceMapping").filter(
      ([, mapping]) => !("StartingPosition" in mapping),
    );
    expect(readers).toHaveLength(9);
    for (const [, mapping] of readers)
      expect(mapping).toMatchObject({
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      });
  });

  it("every schedule has a dead-letter queue", () => {
    const schedules = resources("AWS::Scheduler::Schedule");
    expect(schedules.length).toBeGreaterThanOrEqual(1);
    for (const [, { Target }] of schedules)
      expect(Target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
  });
});

describe("the table", () => {
  it("is encrypted, recoverable to any second, and cannot be deleted by mistake", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        SSESpecification: { SSEEnabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
        StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
        BillingMode: "PAY_PER_REQUEST",
      },
    });
  });

  it("of a trial goes with the stack", () => {
    trial.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Delete",
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

describe("least privilege", () => {
  it("no statement allows every action, or every action of a service", () => {
    expect(allowed.length).toBeGreaterThan(20);
    const wide = allowed.filter(({ Action }) => listOf(Action).some((action) => /^\*|:\*$/.test(String(action))));
    expect(wide).toEqual([]);
  });

  it("no statement allows an action on everything", () => {
    expect(allowed.filter(({ Resource }) => listOf(Resource).includes("*"))).toEqual([]);
  });

  it("only those functions that send mail may send mail", () => {
    const senders = allowed.filter(({ Action }) => listOf(Action).includes("ses:SendEmail")).map(({ id }) => id);
    expect(senders.map((id) => id.replace(/Role.*/, "")).sort()).toEqual(
      expect.arrayContaining([expect.stringMatching(/HandOff/), expect.stringMatching(/Escalat/)]),
    );
    expect(senders).toHaveLength(8);
  });

  it("no role has a managed policy", () => {
    for (const [id, { ManagedPolicyArns }] of resources("AWS::IAM::Role"))
      expect({ id, ManagedPolicyArns }).toEqual({ id, ManagedPolicyArns: undefined });
  });

  it("queues and topics take nothing unencrypted on the way", () => {
    const policies = JSON.stringify([...resources("AWS::SQS::QueuePolicy"), ...resources("AWS::SNS::TopicPolicy")]);
    const ends = resources("AWS::SQS::Queue").length + resources("AWS::SNS::Topic").length;
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(ends);
  });
});

describe("mails", () => {
  const [[configurationSet] = [""]] = resources("AWS::SES::ConfigurationSet");
  const ours = { Ref: configurationSet };

  it("go encrypted, and what comes back of them for good is published", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      ConfigurationSetName: ours,
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ["send", "delivery", "bounce", "complaint", "reject", "deliveryDelay"],
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
      },
    });
  });

  it("of ours, and no others of the account, come back to us", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventBusName: "default",
      EventPattern: {
        source: ["aws.ses"],
        "detail-type": [
          "Email Sent",
          "Email Delivered",
          "Email Bounced",
          "Email Complaint Received",
          "Email Rejected",
          "Email Delivery Delayed",
        ],
        detail: { mail: { tags: { "ses:configuration-set": [ours] } } },
      },
    });
  });

  it("go by our configuration set, which each sender may use", () => {
    const sending = resources("AWS::Lambda::Function").filter(([, { Environment }]) =>
      Object.hasOwn(Object(Object(Environment).Variables), "SENDER"),
    );
    expect(sending).toHaveLength(8);
    for (const [, properties] of sending)
      expect(properties).toMatchObject({ Environment: { Variables: { CONFIGURATION_SET: ours } } });
    const senders = allowed.filter(({ Action }) => listOf(Action).includes("ses:SendEmail"));
    for (const { Resource } of senders) expect(JSON.stringify(Resource)).toContain(`{"Ref":"${configurationSet}"}`);
  });

  it("go by any identity of the account (a parent domain's, in the sandbox the recipient's), as our sender only", () => {
    for (const { Action, Resource, Condition } of allowed.filter(({ Action }) =>
      JSON.stringify(Action).includes("ses:"),
    )) {
      expect(listOf(Action)).toEqual(["ses:SendEmail", "ses:SendRawEmail"]);
      expect(JSON.stringify(Resource)).toMatch(/:identity\/\*"/);
      expect(Condition).toEqual({ StringEquals: { "ses:FromAddress": "hola@anaquel.example" } });
    }
  });
});

describe("functions", () => {
  const functions = resources("AWS::Lambda::Function");

  it("run on the newest LTS Node on arm64, with a timeout, a memory size and their own log group", () => {
    expect(functions.length).toBeGreaterThanOrEqual(20);
    for (const [, properties] of functions)
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        Timeout: expect.any(Number),
        MemorySize: expect.any(Number),
        LoggingConfig: { LogGroup: expect.anything() },
      });
  });

  it("hold no secret in their environment", () => {
    const names = functions.flatMap(([, { Environment }]) => Object.keys(Object(Object(Environment).Variables)));
    expect(names.filter((name) => /SECRET|PASSWORD|TOKEN|_KEY$/i.test(name))).toEqual([]);
  });
});

describe("operations", () => {
  it("keep every log for a stated time", () => {
    const logGroups = resources("AWS::Logs::LogGroup");
    expect(logGroups.length).toBeGreaterThan(20);
    for (const [, { RetentionInDays }] of logGroups) expect(RetentionInDays).toEqual(expect.any(Number));
  });

  it("every alarm notifies, says what is lost, and has its section in the runbook", () => {
    const sections = new Set(
      readFileSync("docs/runbook.md", "utf8")
        .match(/(?<=^## ).+$/gm)
        ?.map(anchorOf),
    );
    const alarms = resources("AWS::CloudWatch::Alarm");
    expect(alarms.length).toBeGreaterThanOrEqual(8);
    for (const [, { AlarmActions, AlarmDescription }] of alarms) {
      expect(AlarmActions).toHaveLength(1);
      const [, severity, anchor] =
        /^\[(page|ticket)\] .+ See docs\/runbook\.md#(.+)$/.exec(String(AlarmDescription)) ?? [];
      expect(severity).toBeDefined();
      expect(sections).toContain(anchor);
    }
  });

  it("have one dashboard", () => template.resourceCountIs("AWS::CloudWatch::Dashboard", 1));
});

describe("the API", () => {
  it("lets the sites of the agreement post, and no other origin", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Api", {
      CorsConfiguration: {
        AllowOrigins: ["https://www.anaquel.example"],
        AllowMethods: ["POST"],
        AllowHeaders: ["content-type", "idempotency-key"],
        ExposeHeaders: ["retry-after"],
      },
    });
  });

  it("bounds the rate, and logs routes, not paths: paths hold references", () => {
    const [[, stage] = ["", {}]] = resources("AWS::ApiGatewayV2::Stage");
    expect(stage).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 } });
    expect(JSON.stringify(stage.AccessLogSettings)).not.toMatch(/context\.path|sourceIp|userAgent/);
  });
});

describe("the template that goes to AWS", () => {
  it("holds nothing local", () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/localhost|127\.0\.0\.1|ministack|moto|AWS_ENDPOINT/i);
  });

  it("differs for a trial only in what may be thrown away", () => {
    const kept = (json: unknown) =>
      JSON.stringify(json)
        .replace(/"(Update|Deletion)(Replace)?Policy":"(Retain|Delete)"/g, "")
        .replace(/"DeletionProtectionEnabled":(true|false)/g, "")
        .replace(/"DeletionProtection":"(INACTIVE|ACTIVE)"/, "")
        .replace(/"S3Key":"[^"]+"/g, "");
    expect(kept(trial.toJSON())).toBe(kept(template.toJSON()));
  });
});

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

describe.each([
  ["api-key", "for the secrets of other systems' keys"],
  ["source", "for the secrets of sources"],
])("the key of KMS %s, %s", (purpose) => {
  const keysOfKms = resources("AWS::KMS::Key");
  const [[, { KeyPolicy, ...key }] = ["", {}]] = keysOfKms.filter(([, { KeyPolicy: policy }]) =>
    JSON.stringify(policy).includes(JSON.stringify(purpose)),
  );
  const statements: readonly object[] = Object(KeyPolicy).Statement;

  it("rotates by itself, is kept when the stack goes, and has an alias of its environment", () => {
    expect(key).toMatchObject({ EnableKeyRotation: true });
    template.hasResource("AWS::KMS::Key", { DeletionPolicy: "Retain" });
    template.hasResourceProperties("AWS::KMS::Alias", { AliasName: `alias/Smarketing/${purpose}` });
    synthesise({ environment: "staging" }).template.hasResourceProperties("AWS::KMS::Alias", {
      AliasName: `alias/Smarketing-staging/${purpose}`,
    });
  });

  it("encrypts and decrypts for this purpose only, also for administrators", () => {
    const using = statements.filter((statement) =>
      /kms:(\*|Encrypt|Decrypt|ReEncrypt|Generate)/.test(JSON.stringify(statement)),
    );
    expect(using).toEqual([
      expect.objectContaining({
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Condition: { StringEquals: { "kms:EncryptionContext:purpose": purpose } },
      }),
    ]);
  });

  it("is used by the functions for nothing but decrypting", () => {
    const asked = allowed.flatMap(({ Action }) => listOf(Action).filter((action) => String(action).startsWith("kms:")));
    expect(new Set(asked)).toEqual(new Set(["kms:Decrypt"]));
  });
});

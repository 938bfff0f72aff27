import { Duration, Stack, Validations } from "aws-cdk-lib";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IEventBus } from "aws-cdk-lib/aws-events";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { eventSource } from "../../lambdas/contract/events.ts";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { formPartitions, grantIntake } from "../capture/capture-stage.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { allowSending } from "../house/allow-sending.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { lasts } from "../house/lasts.ts";
import { ownMetric } from "../house/own-metric.ts";
import { SecretsKey } from "../house/secrets-key.ts";
import { allowOnTable, allowSourceSecrets } from "../table/lead-table.ts";

export interface SourceStageProps {
  readonly api: PublicApi;
  readonly table: ITable;
  readonly bus: IEventBus;
}

/**
 * What form tools send comes in here: one function keeps it whole and responds, another reads it afterwards. What is too large
 * for the table is in the bucket, encrypted by a key that the table has.
 */
export class SourceStage extends Construct {
  /** What encrypts the secrets by which tools sign, and by which leads are fetched. */
  readonly secretsKey: SecretsKey;
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: SourceStageProps) {
    super(scope, id);
    this.secretsKey = new SecretsKey(this, "Secrets", {
      purpose: "source",
      description: "Encrypts the secrets that form tools sign with, and those that their leads are fetched with",
    });
    this.bucket = this.arrivals();
    this.post(props);
    this.read(props);
    this.acknowledge();
    this.alarms();
  }

  private arrivals(): Bucket {
    const { removalPolicy } = Deployment.of(this);
    const bucket = new Bucket(this, "Arrivals", {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [{ expiration: lasts(lifetimes.arrival), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy,
    });
    Validations.of(bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason: "Two functions of this stack put and get objects that nobody reads without a key of the table.",
    });
    return bucket;
  }

  private post({ api, table }: SourceStageProps): void {
    const post = new HouseFunction<"source">(this, "PostSource", {
      entry: "source/post-source",
      agreementIn: table,
      description: "Keeps what a form tool sends, once it has proved itself, and responds",
      environment: {
        TABLE_NAME: table.tableName,
        KMS_KEY_ARN: this.secretsKey.keyArn,
        ARRIVALS_BUCKET: this.bucket.bucketName,
        PUBLIC_URL: api.publicUrl,
        SITE_ORIGINS: Deployment.of(this).siteOrigins.join(","),
      },
      timeout: responseLimit,
    });
    allowSourceSecrets(table, post);
    this.secretsKey.allowDecrypting(post);
    allowOnTable(table, post, ["arrival", "source"], "dynamodb:PutItem", "dynamodb:UpdateItem");
    post.addToRolePolicy(this.onObjects("s3:PutObject"));
    const shared = { answerer: post, limit: routeLimits.sources };
    // Who asks whether we are who we say signs, too, so that no secret is in the address.
    route(api, { ...shared, path: "/sources/{source}", methods: [HttpMethod.GET, HttpMethod.POST] });
    route(api, { ...shared, path: "/sources/{source}/{secret}", methods: [HttpMethod.POST] });
  }

  private read({ table, bus }: SourceStageProps): void {
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: [eventSource], detailType: ["SourceArrived"] },
      loss: "What form tools have sent is kept, and nobody reads it: its leads wait.",
      concurrency: 5,
      // One may have a thousand leads in it.
      atOnce: 1,
    });
    const read = new HouseFunction<"readArrival">(this, "ReadArrival", {
      entry: "source/read-arrival",
      agreementIn: table,
      description: "Reads what form tools have sent, and takes in its leads",
      environment: {
        TABLE_NAME: table.tableName,
        SITE_ORIGINS: Deployment.of(this).siteOrigins.join(","),
        KMS_KEY_ARN: this.secretsKey.keyArn,
        ARRIVALS_BUCKET: this.bucket.bucketName,
        TOOLS_ORIGIN: Deployment.of(this).toolsOrigin ?? "",
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
    });
    grantIntake(table, read, [...formPartitions, "limit", "arrival", "source"], "dynamodb:ConditionCheckItem");
    allowSourceSecrets(table, read);
    this.secretsKey.allowDecrypting(read);
    read.addToRolePolicy(this.onObjects("s3:GetObject"));
    // Without it, an object that is gone would read as one that is forbidden.
    read.addToRolePolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [this.bucket.bucketArn] }));
    allowSending(hop.deadLetters, read);
    hop.leadsTo(read);
  }

  private acknowledge(): void {
    const { defaultChild: bucket } = this.bucket.node;
    if (!(bucket instanceof CfnBucket)) throw new Error("the bucket is no CfnBucket");
    const objects = `<${Stack.of(this).getLogicalId(bucket)}.Arn>/*`;
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${objects}]`,
      reason: "Objects are named after what they are of: each function does one thing with those of this one bucket.",
    });
  }

  /** CDK's own grants would open more. */
  private onObjects(action: "s3:PutObject" | "s3:GetObject"): PolicyStatement {
    return new PolicyStatement({ actions: [action], resources: [this.bucket.arnForObjects("*")] });
  }

  private alarms(): void {
    new HouseAlarm(this, "Unread", {
      metric: ownMetric(this, { name: metricNames.arrivalUnread, period: Duration.hours(1) }),
      severity: "ticket",
      loss: "What a form tool has sent cannot be read: its lead waits until somebody mends the mapping or the token.",
      runbook: "source-unread",
    });
    new HouseAlarm(this, "Refused", {
      metric: ownMetric(this, { name: metricNames.sourceRefused, period: Duration.hours(1) }),
      threshold: 5,
      severity: "ticket",
      loss: "A form tool's secret is perhaps not ours: its leads are refused, and lost once it stops to try again.",
      runbook: "source-refused",
    });
    new HouseAlarm(this, "SecretEnds", {
      metric: ownMetric(this, { name: metricNames.sourceSecretEnds, period: Duration.hours(6) }),
      severity: "ticket",
      loss: "A secret of a source ends within two weeks: then its leads are no longer taken, or fetched.",
      runbook: "source-secret-ends",
    });
  }
}

import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import { HouseAlarm } from "./alarm.ts";
import { lasts } from "./lasts.ts";

export interface DeadLetterQueueProps {
  /** What the customer loses while a message is here, in one sentence. */
  readonly loss: string;
  /** Of runs that a clock repeats: how long one that failed is kept, and how many of them are for a person. */
  readonly repeated?: { readonly keptFor: Duration; readonly alarmAt: number };
}

/**
 * The end of an asynchronous hop: kept for two weeks, with an alarm on the first message. Of a run that comes again by
 * itself nothing is lost, so only many of them are for a person.
 */
export class DeadLetterQueue extends Queue {
  /** As in the props; also used for the alarm on late messages. */
  readonly loss: string;

  constructor(scope: Construct, id: string, { loss, repeated }: DeadLetterQueueProps) {
    super(scope, id, {
      retentionPeriod: repeated?.keptFor ?? lasts(lifetimes.queuedMessage),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.loss = loss;
    for (const id of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"])
      Validations.of(this).acknowledge({ id, reason: "It is the dead-letter queue itself, and an alarm watches it." });
    new HouseAlarm(this, "NotEmpty", {
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: Duration.minutes(1) }),
      threshold: repeated?.alarmAt,
      severity: repeated === undefined ? "page" : "ticket",
      loss,
      runbook: "dead-letters",
    });
  }
}

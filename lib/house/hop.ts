import { Duration, Validations } from "aws-cdk-lib";
import { type EventPattern, type IEventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import { HouseAlarm } from "./alarm.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { lasts } from "./lasts.ts";

export interface HopProps {
  readonly bus: IEventBus;
  /** The events of the bus that go to this queue. */
  readonly pattern: EventPattern;
  /** What the customer loses while messages are in the dead-letter queue. */
  readonly loss: string;
  /** Concurrent invocations of the function. */
  readonly concurrency: number;
  /** Messages that one invocation gets. @default 10 */
  readonly atOnce?: number;
  /** The longest that one message takes. @default some seconds */
  readonly workLasts?: Duration;
}

/**
 * A failed delivery comes again after the visibility timeout of a minute, so what passes within a quarter of an hour is
 * not for people (docs/adr/0029).
 */
const mostTries = 15;

/** A message is processed within a second; this late, the function fails or does not keep up. */
const latestSeconds = Duration.minutes(15).toSeconds();

/** From the bus to a function: rule, queue, and a dead-letter queue for both. Limits the rate, and loses nothing. */
export class Hop extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  private readonly concurrency: number;
  private readonly atOnce: number;

  constructor(scope: Construct, id: string, props: HopProps) {
    super(scope, id);
    this.concurrency = props.concurrency;
    this.atOnce = props.atOnce ?? 10;
    this.deadLetters = new DeadLetterQueue(this, "DeadLetters", props);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * (props.workLasts ?? Duration.seconds(10)).toSeconds()),
      retentionPeriod: lasts(lifetimes.queuedMessage),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: mostTries },
    });
    new HouseAlarm(this, "Late", {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: "Maximum", period: Duration.minutes(5) }),
      threshold: latestSeconds,
      severity: "page",
      loss: props.loss,
      runbook: "late",
    });
    this.alsoFrom("Rule", props.bus, props.pattern);
  }

  /** Sends these events to the same queue. */
  alsoFrom(id: string, eventBus: IEventBus, eventPattern: EventPattern): void {
    new Rule(this, id, {
      eventBus,
      eventPattern,
      targets: [
        new SqsQueue(this.queue, {
          deadLetterQueue: this.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }

  /** The function gets several messages at a time; one that fails is retried alone. */
  leadsTo(worker: IFunction): void {
    Validations.of(worker).acknowledge({
      id: "Serverless-LambdaEventSourceMappingDestination",
      reason: "A mapping of a queue has no failure destination: the queue's own dead-letter queue is it.",
    });
    worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: this.atOnce,
        reportBatchItemFailures: true,
        maxConcurrency: this.concurrency,
      }),
    );
  }
}

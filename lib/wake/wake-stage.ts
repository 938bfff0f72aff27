import { Duration, Stack, Validations } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { EventBus, type IEventBus } from "aws-cdk-lib/aws-events";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { eventSource, wakingEvents } from "../../lambdas/contract/events.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { allowSending } from "../house/allow-sending.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { ownMetric } from "../house/own-metric.ts";
import { alarmOnRuns, invokeOnSchedule } from "../house/scheduled.ts";
import { allowKeeping } from "../restore/restore-stage.ts";
import { allowOnTable, queryIndex } from "../table/lead-table.ts";

export interface WakeStageProps {
  readonly table: ITable;
  /** Where it is kept who was erased. */
  readonly outside: ITable;
  readonly bus: IEventBus;
  readonly journey: IStateMachine;
}

const everyMinute = Duration.minutes(1);

/** From an event to its lead's journey: starts it, or ends its wait. The sweep does the same for overdue leads. */
export class WakeStage extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: WakeStageProps) {
    super(scope, id);
    const hop = new Hop(this, "FromBus", {
      bus: props.bus,
      pattern: { source: [eventSource], detailType: [...wakingEvents] },
      loss: "Leads that did something wait for their journey's next timer instead of going on at once.",
      concurrency: 5,
    });
    this.queue = hop.queue;
    this.hearOfDeaths(hop, props.journey);
    hop.leadsTo(this.wake(props));
    this.sweep(props);
    this.alarm();
  }

  /** Step Functions reports dead executions to the account's default bus only. */
  private hearOfDeaths(hop: Hop, journey: IStateMachine): void {
    hop.alsoFrom("Died", EventBus.fromEventBusName(this, "DefaultBus", "default"), {
      source: ["aws.states"],
      detailType: ["Step Functions Execution Status Change"],
      detail: { stateMachineArn: [journey.stateMachineArn], status: ["FAILED", "TIMED_OUT", "ABORTED"] },
    });
  }

  private wake({ table, journey }: WakeStageProps): HouseFunction<"wake"> {
    const wake = new HouseFunction<"wake">(this, "Wake", {
      entry: "wake/wake",
      description: "Starts a lead's journey, or answers the token that it waits on",
      environment: { TABLE_NAME: table.tableName, STATE_MACHINE_ARN: journey.stateMachineArn },
    });
    allowOnTable(table, wake, ["lead"], "dynamodb:GetItem", "dynamodb:UpdateItem");
    journey.grantStartExecution(wake);
    journey.grant(wake, "states:SendTaskSuccess");
    return wake;
  }

  private sweep({ table, outside, journey }: WakeStageProps): void {
    const deadLetters = new DeadLetterQueue(this, "SweepDeadLetters", {
      loss: "Now and then a look after overdue leads fails; the next one, a minute later, makes it good.",
      repeated: { keptFor: Duration.days(1), alarmAt: 10 },
    });
    const sweep = new HouseFunction<"sweep">(this, "Sweep", {
      entry: "wake/sweep",
      agreementIn: table,
      description: "Finds open leads that nobody looks after: overdue, of a rep who is away, orphans; goes on erasing",
      environment: {
        TABLE_NAME: table.tableName,
        OUTSIDE_TABLE_NAME: outside.tableName,
        WAKE_QUEUE_URL: this.queue.queueUrl,
        STATE_MACHINE_ARN: journey.stateMachineArn,
      },
      timeout: Duration.minutes(1),
    });
    sweep.addToRolePolicy(queryIndex(table, tableIndexes.byStage));
    sweep.addToRolePolicy(queryIndex(table, tableIndexes.byOwner));
    sweep.addToRolePolicy(queryIndex(table, tableIndexes.attention));
    sweep.addToRolePolicy(queryIndex(table, tableIndexes.board));
    // It finishes erasures, and keeps the facts that figures are counted from.
    allowOnTable(
      table,
      sweep,
      [
        "lead",
        "emailClaim",
        "rep",
        "waiting",
        "sweep",
        "orphan",
        "agreement",
        "erasure",
        "erased",
        "reference",
        "idempotency",
        "visitor",
        "keptAside",
        "arrival",
        "source",
        "import",
        "agreementInForce",
        "proposals",
        "company",
        "meeting",
        "demo",
      ],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
    );
    allowKeeping(outside, sweep);
    journey.grantExecution(sweep, "states:DescribeExecution");
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${executionsOf(journey)}]`,
      reason: "Executions are named after leads: it asks after those of this one state machine, and does nothing else.",
    });
    allowSending(this.queue, sweep);
    invokeOnSchedule(this, "EveryMinute", {
      description: "The orphan sweep",
      schedule: ScheduleExpression.rate(everyMinute),
      worker: sweep,
      deadLetters,
      worthFor: everyMinute,
      runsAgain: 0,
    });
    // One run that fails is made good by the next; none for minutes means that nobody looks after overdue leads.
    alarmOnRuns(this, "Sweep", {
      worker: sweep,
      fails: { period: everyMinute, breaching: 5, of: 10 },
      silent: { period: Duration.minutes(5), inARow: 2 },
      loss: "Leads whose journey died, or whose time is over, are not found.",
      runbook: "sweep",
    });
  }

  private alarm(): void {
    new HouseAlarm(this, "OrphanFound", {
      metric: ownMetric(this, { name: metricNames.orphanFound, period: Duration.minutes(5) }),
      severity: "ticket",
      loss: "A lead had nobody and nothing to look after it for a while; it is looked at now.",
      runbook: "orphan-found",
    });
  }
}

/** All executions of this state machine, as cdk-nag writes the resource of their grant. */
const executionsOf = (journey: IStateMachine): string => {
  const name = { "Fn::Select": [6, { "Fn::Split": [":", Stack.of(journey).resolve(journey.stateMachineArn)] }] };
  return `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${JSON.stringify(name)}:*`;
};

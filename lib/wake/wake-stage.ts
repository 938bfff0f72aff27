import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IEventBus } from "aws-cdk-lib/aws-events";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression, type ScheduleTargetConfig } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { eventSource, wakingEvents } from "../../lambdas/contract/events.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { Hop } from "../house/hop.ts";
import { HouseFunction } from "../house/house-function.ts";
import { allowOnTable } from "../truth/allow-on-table.ts";
import { queryIndex } from "../truth/query-index.ts";

export interface WakeStageProps {
  readonly table: ITable;
  readonly bus: IEventBus;
  readonly journey: IStateMachine;
}

/** From an event to the journey that it concerns: starts it, or ends its wait. The sweep does so for leads that are overdue. */
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
    hop.leadsTo(this.wake(props));
    this.sweep(props);
  }

  private wake({ table, journey }: WakeStageProps): HouseFunction<"wake"> {
    const wake = new HouseFunction<"wake">(this, "Wake", {
      entry: "wake/wake",
      description: "Starts a lead's journey, or answers the token that it waits on",
      environment: { TABLE_NAME: table.tableName, STATE_MACHINE_ARN: journey.stateMachineArn },
    });
    allowOnTable(table, wake, "dynamodb:GetItem", "dynamodb:UpdateItem");
    journey.grantStartExecution(wake);
    journey.grant(wake, "states:SendTaskSuccess");
    return wake;
  }

  private sweep({ table }: WakeStageProps): void {
    const deadLetters = new DeadLetterQueue(this, "SweepDeadLetters", {
      loss: "Leads whose journey died are not found.",
    });
    const sweep = new HouseFunction<"sweep">(this, "Sweep", {
      entry: "wake/sweep",
      description: "Finds open leads whose due time has passed without their journey having looked",
      environment: { TABLE_NAME: table.tableName, WAKE_QUEUE_URL: this.queue.queueUrl },
      timeout: Duration.minutes(1),
    });
    sweep.addToRolePolicy(queryIndex(table, tableIndexes.byStage));
    this.queue.grantSendMessages(sweep);
    new Schedule(this, "EveryMinute", {
      description: "The orphan sweep",
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: { bind: () => this.invocationOf(sweep, deadLetters) },
    });
  }

  /** CDK's own target would let the scheduler invoke every version of the function, too. */
  private invocationOf(sweep: IFunction, deadLetters: DeadLetterQueue): ScheduleTargetConfig {
    const role = new Role(this, "SchedulerRole", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    const invoke = new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [sweep.functionArn] });
    role.addToPolicy(invoke);
    deadLetters.grantSendMessages(role);
    return {
      arn: sweep.functionArn,
      role,
      deadLetterConfig: { arn: deadLetters.queueArn },
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: Duration.minutes(5).toSeconds() },
    };
  }
}

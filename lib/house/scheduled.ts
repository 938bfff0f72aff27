import type { Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, type ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import { HouseAlarm } from "./alarm.ts";
import { allowSending } from "./allow-sending.ts";
import type { DeadLetterQueue } from "./dead-letter-queue.ts";

export interface ScheduledProps {
  readonly description: string;
  readonly schedule: ScheduleExpression;
  readonly worker: IFunction;
  /** Gets what could not be delivered to the function, and what the function failed on. */
  readonly deadLetters: DeadLetterQueue;
  /** How long one run is worth trying: later it is void, because the next one is due or the reason for it is past. */
  readonly worthFor: Duration;
  /** How often the function runs again after an error, at most 2. */
  readonly runsAgain: number;
}

/** Delivery is tried again so often; a minute is enough for it. */
const deliveredAgain = 2;

/**
 * Invokes the function by a clock. The scheduler hands its event over and never learns what became of it: that the
 * function failed or was throttled is known to Lambda alone, which would try for six hours and then forget.
 */
export const invokeOnSchedule = (scope: Construct, id: string, props: ScheduledProps): void => {
  const { worker, deadLetters, description, schedule, worthFor, runsAgain } = props;
  worker.configureAsyncInvoke({
    retryAttempts: runsAgain,
    maxEventAge: worthFor,
    onFailure: new SqsDestination(deadLetters),
  });
  const role = new Role(scope, "SchedulerRole", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
  // CDK's own target would let the scheduler invoke every version of the function, too.
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [worker.functionArn] }));
  allowSending(deadLetters, role);
  new Schedule(scope, id, {
    description,
    schedule,
    target: {
      bind: () => ({
        arn: worker.functionArn,
        role,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: deliveredAgain, maximumEventAgeInSeconds: worthFor.toSeconds() },
      }),
    },
  });
};

export interface RunAlarmsProps {
  readonly worker: IFunction;
  /** So many runs' failures, of so many periods of this length. */
  readonly fails: { readonly period: Duration; readonly breaching: number; readonly of: number };
  /** So many periods of this length in a row without a run. */
  readonly silent: { readonly period: Duration; readonly inARow: number };
  /** What the customer loses while the runs fail, and while there are none: one sentence each. */
  readonly loss: string;
  /** @default the same */
  readonly lossOfSilence?: string;
  readonly runbook: string;
}

/** Pages when a scheduled function fails again and again, and when it is not run at all. */
export const alarmOnRuns = (scope: Construct, prefix: string, props: RunAlarmsProps): void => {
  const { worker, fails, silent, loss, lossOfSilence = loss, runbook } = props;
  const statistic = "Sum";
  new HouseAlarm(scope, `${prefix}Fails`, {
    metric: worker.metricErrors({ statistic, period: fails.period }),
    periods: { breaching: fails.breaching, of: fails.of },
    severity: "page",
    loss,
    runbook,
  });
  new HouseAlarm(scope, `${prefix}Silent`, {
    metric: worker.metricInvocations({ statistic, period: silent.period }),
    periods: { breaching: silent.inARow, of: silent.inARow },
    silence: true,
    severity: "page",
    loss: lossOfSilence,
    runbook,
  });
};

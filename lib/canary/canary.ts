import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { simulatedAddress, smokePrefix, smokeRepId } from "../../lambdas/contract/smoke.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { HouseFunction } from "../house/function.ts";
import { alarmOnRuns, invokeOnSchedule } from "../house/scheduled.ts";

export interface CanaryProps {
  readonly table: ITable;
  /** The API's address as leads meet it. */
  readonly publicUrl: string;
}

const every = Duration.minutes(15);

/** The smoke test by a clock (`-c canary=true`): rings when leads do not go through, and when it is not run. */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, { table, publicUrl }: CanaryProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      loss: "Smoke tests fail again and again.",
      repeated: { keptFor: Duration.days(1), alarmAt: 10 },
    });
    const canary = new HouseFunction<"canary">(this, "SmokeTest", {
      entry: "smoke/canary",
      description: "Sends a lead through the pipeline, and erases it",
      environment: { TABLE_NAME: table.tableName, PUBLIC_URL: publicUrl },
      timeout: Duration.minutes(4),
    });
    for (const statement of smokeStatements(table)) canary.addToRolePolicy(statement);
    invokeOnSchedule(this, "EveryQuarter", {
      description: "The smoke test",
      schedule: ScheduleExpression.rate(every),
      worker: canary,
      deadLetters,
      worthFor: Duration.minutes(5),
      runsAgain: 0,
    });
    alarmOnRuns(this, "", {
      worker: canary,
      fails: { period: every, breaching: 2, of: 2 },
      silent: { period: every, inARow: 3 },
      loss: "Leads may not go through: forms, journeys, mails or answers do not work from end to end.",
      lossOfSilence: "Nobody would learn of it if leads did not go through: the smoke test is not run.",
      runbook: "canary",
    });
  }
}

/** What the smoke test needs of the table, as docs/smoke.md tells it of a role for CI. */
const smokeStatements = (table: ITable): PolicyStatement[] => [
  within(
    table,
    ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    [
      keys.lead(`${smokePrefix}*`).pk,
      keys.emailClaim(simulatedAddress(`${smokePrefix}*`).split("@")[0] ?? "").pk,
      keys.rep(smokeRepId).pk,
      keys.smokeKey("").pk,
    ],
  ),
  within(table, ["PutItem"], [keys.erasure("").pk]),
  within(table, ["DeleteItem"], [keys.reference("*").pk, keys.idempotency("*").pk]),
];

const within = ({ tableArn }: ITable, actions: readonly string[], partitions: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [tableArn],
    conditions: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  });

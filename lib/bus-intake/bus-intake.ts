import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { type IEventBus, Match } from "aws-cdk-lib/aws-events";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { eventSource, externalEvents } from "../../lambdas/contract/events.ts";
import { formPartitions, grantIntake } from "../capture/capture-stage.ts";
import { allowSending } from "../house/allow-sending.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";

export interface BusIntakeProps {
  readonly table: ITable;
  readonly bus: IEventBus;
}

/** What other systems put on the bus: leads, engagements, overrides, answers, outcomes, changes of reps. */
export class BusIntake extends Construct {
  /** What other systems sent and cannot be taken in. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { table, bus }: BusIntakeProps) {
    super(scope, id);
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: Match.anythingBut(eventSource), detailType: Object.values(externalEvents) },
      loss: "What other systems sent (leads, engagements, answers, outcomes ...) is not taken in; each message says why.",
      concurrency: 5,
    });
    const intakeEvent = new HouseFunction<"busIntake">(this, "IntakeEvent", {
      entry: "bus-intake/intake-event",
      agreementIn: table,
      description: "Takes in what other systems put on the bus: leads, engagements, overrides, answers, outcomes, reps",
      environment: {
        TABLE_NAME: table.tableName,
        SITE_ORIGINS: Deployment.of(this).siteOrigins.join(","),
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
    });
    grantIntake(
      table,
      intakeEvent,
      [...formPartitions, "limit", "rep"],
      "dynamodb:Query",
      "dynamodb:ConditionCheckItem",
    );
    allowSending(hop.deadLetters, intakeEvent);
    hop.leadsTo(intakeEvent);
    this.deadLetters = hop.deadLetters;
  }
}

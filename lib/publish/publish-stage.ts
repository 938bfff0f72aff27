import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { EventBus } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { eventItems } from "../../lambdas/contract/events.ts";
import { allowSending } from "../house/allow-sending.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { HouseFunction } from "../house/function.ts";
import { readStream } from "../house/read-stream.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface PublishStageProps {
  readonly table: Table;
}

/** The bus, and the only sender of domain events: the reader of the table's stream. */
export class PublishStage extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { table }: PublishStageProps) {
    super(scope, id);
    this.bus = new EventBus(this, "Bus", { description: "What happens to leads, in ids, stages and scores" });
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      loss: "Changes of leads are not told to the journeys; these leads stand still until the sweep finds them.",
    });
    const publish = new HouseFunction<"publish">(this, "Publish", {
      entry: "publish/publish",
      agreementIn: table,
      description: "Sends what the table's stream tells to the bus, as domain events",
      environment: {
        TABLE_NAME: table.tableName,
        BUS_NAME: this.bus.eventBusName,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
      },
      timeout: Duration.seconds(30),
    });
    // Forms are counted, and leads beyond a limit kept aside, before anybody hears of them.
    allowOnTable(table, publish, ["counted"], "dynamodb:PutItem");
    allowOnTable(table, publish, ["limit"], "dynamodb:UpdateItem");
    allowOnTable(table, publish, ["lead"], "dynamodb:GetItem", "dynamodb:PutItem");
    this.bus.grantPutEventsTo(publish);
    allowSending(deadLetters, publish);
    readStream(publish, table, deadLetters, eventItems);
  }
}

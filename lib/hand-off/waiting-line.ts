import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { type EventPattern, type IEventBus, Match } from "aws-cdk-lib/aws-events";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { eventSource, freeingEvents } from "../../lambdas/contract/events.ts";
import { stagesInHand } from "../../lambdas/contract/stages.ts";
import { allowSending } from "../house/allow-sending.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface WaitingLineProps {
  readonly table: ITable;
  readonly bus: IEventBus;
  /** Where journeys are woken. */
  readonly wakeQueue: IQueue;
}

/**
 * The MQLs that wait for a rep: when a place becomes free, the first lead in the queue for it is woken. What is no
 * event (a week begins, an absence ends) the sweep of each minute sees to.
 */
export class WaitingLine extends Construct {
  constructor(scope: Construct, id: string, { table, bus, wakeQueue }: WaitingLineProps) {
    super(scope, id);
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: placesFreed(),
      loss: "Leads that wait for a rep go on waiting until their next look, although somebody has room.",
      // The minimum for a queue; one would be enough.
      concurrency: 2,
    });
    const serve = new HouseFunction<"waitingLine">(this, "Serve", {
      entry: "hand-off/serve-waiting",
      agreementIn: table,
      description: "Tells the leads that are first in the queue for sales of a free place",
      environment: { TABLE_NAME: table.tableName, WAKE_QUEUE_URL: wakeQueue.queueUrl },
      timeout: Duration.seconds(10),
    });
    allowOnTable(table, serve, ["waiting", "rep"], "dynamodb:Query");
    allowSending(wakeQueue, serve);
    hop.leadsTo(serve);
  }
}

/** Only changes of stage say `from`. */
const placesFreed = (): EventPattern => ({
  source: [eventSource],
  detailType: [...freeingEvents],
  detail: { data: { from: [...Match.doesNotExist(), ...stagesInHand] } },
});

import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IEventBus } from "aws-cdk-lib/aws-events";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { eventSource } from "../../lambdas/contract/events.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { allowSending } from "../house/allow-sending.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { allowOnTable, queryIndex } from "../table/lead-table.ts";

export interface InForceWorkProps {
  readonly table: ITable;
  readonly bus: IEventBus;
  readonly wakeQueue: IQueue;
}

/** One turn looks at a thousand leads. */
const turnLasts = Duration.minutes(2);

/** What takes minutes for the agreement: a proposal that is tried on the past, the walk when a version comes into force. */
export class InForceWork extends Construct {
  constructor(scope: Construct, id: string, { table, bus, wakeQueue }: InForceWorkProps) {
    super(scope, id);
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: [eventSource], detailType: ["WalkDue", "TrialDue"] },
      loss: "Proposals are not tried on the past, and leads whose verdict a new agreement changes are not woken: the sweep tries again, minutes later.",
      concurrency: 2,
      atOnce: 1,
      workLasts: turnLasts,
    });
    const work = new HouseFunction<"agreementWork">(this, "Work", {
      entry: "in-force/work",
      description: "Tries proposals on the past, and has those leads woken whose verdict a new agreement changes",
      environment: {
        TABLE_NAME: table.tableName,
        WAKE_QUEUE_URL: wakeQueue.queueUrl,
        QUEUE_URL: hop.queue.queueUrl,
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
      timeout: turnLasts,
      memorySize: 1769,
    });
    allowOnTable(
      table,
      work,
      ["agreementInForce"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
    );
    allowOnTable(table, work, ["agreementTerms"], "dynamodb:GetItem");
    allowOnTable(table, work, ["agreement"], "dynamodb:Query");
    allowOnTable(table, work, ["proposals"], "dynamodb:GetItem", "dynamodb:UpdateItem");
    allowOnTable(table, work, ["generation", "counters"], "dynamodb:GetItem");
    allowOnTable(table, work, ["stageCounts"], "dynamodb:Query");
    allowOnTable(table, work, ["lead"], "dynamodb:BatchGetItem", "dynamodb:Query");
    for (const index of ["byStage", "board", "attention"] as const)
      work.addToRolePolicy(queryIndex(table, tableIndexes[index]));
    for (const queue of [wakeQueue, hop.queue, hop.deadLetters]) allowSending(queue, work);
    hop.leadsTo(work);
  }
}

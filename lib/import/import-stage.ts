import { Duration, Token } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IEventBus } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { eventSource } from "../../lambdas/contract/events.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import type { PublicApi } from "../api/public-api.ts";
import { formPartitions } from "../capture/capture-stage.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { allowSending } from "../house/allow-sending.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { ownMetric } from "../house/own-metric.ts";
import { allowOnTable } from "../table/lead-table.ts";
import { ListBucket } from "./list-bucket.ts";

export interface ImportStageProps {
  readonly api: PublicApi;
  readonly table: ITable;
  readonly bus: IEventBus;
}

/** One turn of an import takes some seconds; a workbook of the largest size takes most of a minute to read. */
const turnLasts = Duration.minutes(2);

/** The address of the API itself is none until it is deployed, and has no path. */
const originOf = (url: string): string => (Token.isUnresolved(url) ? url : new URL(url).origin);

/** What an erasure of a lead reaches that an import has added. */
const undone = ["waiting", "rep", "orphan", "demo", "meeting", "company", "erasure", "erased", "arrival"] as const;

/** Lists that colleagues import: where they are, and the function that goes on with them. */
export class ImportStage extends Construct {
  readonly lists: ListBucket;

  constructor(scope: Construct, id: string, props: ImportStageProps) {
    super(scope, id);
    this.lists = new ListBucket(this, "Lists", { publicUrl: originOf(props.api.publicUrl) });
    this.work(props);
    new HouseAlarm(this, "Stalled", {
      metric: ownMetric(this, { name: metricNames.importStalled, period: Duration.minutes(15) }),
      severity: "ticket",
      loss: "An import does not get on: rows of a list wait to become leads, or to be taken back.",
      runbook: "import-stalled",
    });
  }

  private work({ table, bus }: ImportStageProps): void {
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: { source: [eventSource], detailType: ["ImportDue"] },
      loss: "Imports do not go on: the sweep has them try again, minutes later.",
      concurrency: 2,
      atOnce: 1,
      workLasts: turnLasts,
    });
    const work = new HouseFunction<"importWork">(this, "Work", {
      entry: "import/work",
      agreementIn: table,
      description:
        "Reads lists, says what would become of their rows, takes them in at the agreed pace, and takes them back",
      environment: {
        TABLE_NAME: table.tableName,
        IMPORTS_BUCKET: this.lists.bucketName,
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
      timeout: turnLasts,
      memorySize: 1769,
    });
    allowOnTable(
      table,
      work,
      [...formPartitions, ...undone, "import"],
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem",
    );
    allowOnTable(table, work, ["emailClaim", "suppression", "lead"], "dynamodb:BatchGetItem");
    allowOnTable(
      table,
      work,
      ["lead", "waiting", "erasure", "keptAside", "orphan", "meeting", "company", "import"],
      "dynamodb:Query",
    );
    this.lists.allow(work, "s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    allowSending(hop.deadLetters, work);
    hop.leadsTo(work);
  }
}

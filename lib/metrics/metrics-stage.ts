import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { countedItems, metricNames } from "../../lambdas/contract/metrics.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { allowSending } from "../house/allow-sending.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { HouseFunction } from "../house/function.ts";
import { ownMetric } from "../house/own-metric.ts";
import { readStream } from "../house/read-stream.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface MetricsStageProps {
  readonly table: Table;
}

/**
 * Counts facts, from the table's stream: counters by week for people, leads by stage for the board, metrics for the
 * dashboard.
 */
export class MetricsStage extends Construct {
  constructor(scope: Construct, id: string, { table }: MetricsStageProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      loss: "The figures of the week miss events; the leads themselves are not touched.",
    });
    const count = new HouseFunction<"metrics">(this, "Count", {
      entry: "metrics/count",
      agreementIn: table,
      description: "Counts facts by week and stage, each once",
      environment: { TABLE_NAME: table.tableName, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl },
      timeout: Duration.seconds(30),
    });
    allowOnTable(
      table,
      count,
      ["generation", "counted", "counters", "stageCounts"],
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    allowSending(deadLetters, count);
    readStream(count, table, deadLetters, countedItems);
    this.alarms();
  }

  private alarms(): void {
    new HouseAlarm(this, "NeedsAttention", {
      metric: ownMetric(this, { name: metricNames.needsAttention, period: Duration.minutes(5) }),
      severity: "page",
      loss: "A lead's journey stopped by a fault of ours; nobody follows it up.",
      runbook: "needs-attention",
    });
    new HouseAlarm(this, "MailUnconfirmed", {
      metric: ownMetric(this, { name: metricNames.mailUnconfirmed, period: Duration.minutes(5) }),
      severity: "ticket",
      loss: "A mail may not have gone out; it is not sent again by itself.",
      runbook: "mail-unconfirmed",
    });
  }
}

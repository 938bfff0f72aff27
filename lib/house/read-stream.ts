import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Grant } from "aws-cdk-lib/aws-iam";
import { FilterCriteria, type IFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { HouseAlarm } from "./alarm.ts";
import type { DeadLetterQueue } from "./dead-letter-queue.ts";

/** A lead (or rep, or arrival) has one such item; of the other kinds it has many, each with a key suffix. */
const standsAlone = (kind: string): boolean => ["PROFILE", "SETTINGS", "ARRIVAL"].includes(kind);

/** Most changes are no news (scores, claims, references, signals ...): the filter does not even invoke the function. */
const changesOf = (kinds: readonly string[]) => ({
  eventName: ["INSERT", "MODIFY"],
  dynamodb: { Keys: { sk: { S: kinds.map((kind) => ({ prefix: standsAlone(kind) ? kind : `${kind}#` })) } } },
});

/** The stream is read within a second; this late, something blocks it. */
const latestMillis = Duration.minutes(15).toMilliseconds();

/**
 * The function reads the table's stream. It parks what it can never process itself; the mapping's own limits are
 * the second net, for a function that does not even start: retried for most of the 24 h that the stream keeps a record.
 * @param kinds first parts of the sort keys of the items whose changes it gets
 */
export const readStream = (
  reader: IFunction,
  table: Table,
  deadLetters: DeadLetterQueue,
  kinds: readonly string[],
): void => {
  const mapping = reader.addEventSourceMapping("Stream", {
    eventSourceArn: streamOf(table),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    filters: [FilterCriteria.filter(changesOf(kinds))],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 10_000,
    maxRecordAge: Duration.hours(20),
    onFailure: new SqsDlq(deadLetters),
  });
  // CDK's own event source would let the function list the streams of every table.
  mapping.node.addDependency(
    Grant.addToPrincipal({ grantee: reader, actions: [...streamActions], resourceArns: [streamOf(table)] }),
  );
  new HouseAlarm(reader, "Late", {
    metric: reader.metric("IteratorAge", { statistic: "Maximum", period: Duration.minutes(5) }),
    threshold: latestMillis,
    severity: "page",
    loss: deadLetters.loss,
    runbook: "late",
  });
};

const streamActions = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
] as const;

const streamOf = ({ tableStreamArn }: Table): string => {
  if (tableStreamArn === undefined) throw new Error("the table has no stream");
  return tableStreamArn;
};

import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  type EventSourceMappingConfiguration,
  type LambdaClient,
  ListEventSourceMappingsCommand,
} from "@aws-sdk/client-lambda";

interface Clients {
  readonly dynamo: DynamoDBClient;
  readonly lambda: LambdaClient;
}

/**
 * Does something while nobody reads the table's stream, and has its readers go on behind it, with their own settings. What
 * is written meanwhile is no news to them. For a past that is brought in before anybody can reach the API: the emulator
 * serves all readers one after the other, and the first form would wait behind thousands of records.
 */
export const besideTheStream = async (
  { dynamo, lambda }: Clients,
  tableName: string,
  work: () => Promise<void>,
): Promise<void> => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: tableName }));
  const EventSourceArn = Table?.LatestStreamArn;
  if (EventSourceArn === undefined) throw new Error(`the table ${tableName} has no stream`);
  const { EventSourceMappings: readers = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ EventSourceArn }),
  );
  for (const { UUID } of readers) await lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
  try {
    await work();
  } finally {
    for (const reader of readers) await lambda.send(new CreateEventSourceMappingCommand(fromNowOn(reader)));
  }
};

const fromNowOn = (reader: EventSourceMappingConfiguration) => ({
  EventSourceArn: reader.EventSourceArn,
  FunctionName: reader.FunctionArn,
  StartingPosition: "LATEST" as const,
  BatchSize: reader.BatchSize,
  FilterCriteria: reader.FilterCriteria,
  FunctionResponseTypes: reader.FunctionResponseTypes,
  BisectBatchOnFunctionError: reader.BisectBatchOnFunctionError,
  MaximumRetryAttempts: reader.MaximumRetryAttempts,
  MaximumRecordAgeInSeconds: reader.MaximumRecordAgeInSeconds,
  DestinationConfig: reader.DestinationConfig,
});

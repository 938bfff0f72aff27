import { randomUUID } from "node:crypto";
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";

/**
 * The engines that every adapter has to get along with: two independent implementations of DynamoDB, since each lets
 * pass what the other refuses (moto knows the reserved words, MiniStack the real contention). With them the twin of the
 * tests, so that it does as they do. `DYNAMODB_ENDPOINT` adds one more, such as Amazon's DynamoDB Local.
 */
export const engines = (): { name: string; endpoint: string }[] => {
  const { awsEndpoint, stepFunctionsEndpoint } = inject("outputs");
  const further = process.env.DYNAMODB_ENDPOINT;
  return [
    { name: "MiniStack", endpoint: awsEndpoint },
    { name: moto, endpoint: stepFunctionsEndpoint },
    { name: twin, endpoint: twin },
    ...(further === undefined ? [] : [{ name: "DYNAMODB_ENDPOINT", endpoint: further }]),
  ];
};

const moto = "moto";
const twin = "the twin in memory";

/**
 * Those that keep transactions apart. moto looks at the conditions of two at once before it writes either, and undoes a
 * refused one by putting back a copy of the whole table: it says nothing about races.
 */
export const isolatingEngines = (): { name: string; endpoint: string }[] =>
  engines().filter(({ name }) => name !== moto);

/** Those that another process can reach, too. */
export const reachableEngines = (): { name: string; endpoint: string }[] =>
  isolatingEngines().filter(({ name }) => name !== twin);

export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } });

/** Keys and indexes of the table that was deployed. */
const deployedDefinition = async () => {
  const { awsEndpoint, stack } = inject("outputs");
  const { Table: table } = await clientOf(awsEndpoint).send(new DescribeTableCommand({ TableName: stack.TableName }));
  const indexes = table?.GlobalSecondaryIndexes ?? [];
  return {
    KeySchema: table?.KeySchema,
    AttributeDefinitions: table?.AttributeDefinitions,
    GlobalSecondaryIndexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    })),
  };
};

/** A new, empty table like the one that was deployed. */
export const newTable = async (endpoint: string): Promise<DynamoTable> => {
  if (endpoint === twin) return dynamoTwin();
  const [client, tableName] = [clientOf(endpoint), `leads-${randomUUID()}`];
  const definition = await deployedDefinition();
  await client.send(new CreateTableCommand({ TableName: tableName, BillingMode: "PAY_PER_REQUEST", ...definition }));
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName: tableName });
  return { client, tableName };
};

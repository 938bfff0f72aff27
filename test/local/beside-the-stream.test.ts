import { createServer, type IncomingMessage } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, expect, it } from "vitest";
import { besideTheStream } from "../../local/demo-history/beside-the-stream.ts";

const stream = "arn:aws:dynamodb:us-east-1:000000000000:table/Leads/stream/1";
const settings = {
  EventSourceArn: stream,
  BatchSize: 100,
  FilterCriteria: { Filters: [{ Pattern: "{}" }] },
  FunctionResponseTypes: ["ReportBatchItemFailures"],
  BisectBatchOnFunctionError: true,
  MaximumRetryAttempts: 10_000,
  MaximumRecordAgeInSeconds: 72_000,
  DestinationConfig: { OnFailure: { Destination: "arn:aws:sqs:us-east-1:000000000000:dead" } },
};
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

let done: unknown[];
let server: ReturnType<typeof createServer>;
let clients: Parameters<typeof besideTheStream>[0];

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
};

/** Answers as DynamoDB and Lambda do, and notes what the mappings are told. */
beforeEach(async () => {
  done = [];
  server = createServer(async (request, response) => {
    const text = await textOf(request);
    const reply = (body: object) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (request.method === "DELETE") done.push(`delete ${request.url?.split("/").at(-1)}`);
    if (request.method === "POST" && request.url?.includes("event-source-mappings")) done.push(JSON.parse(text));
    if (request.method !== "GET") return reply({ Table: { LatestStreamArn: stream } });
    expect(decodeURIComponent(request.url ?? "")).toContain(`EventSourceArn=${stream}`);
    const readers = ["Publish", "Count"].map((name) => ({ ...settings, UUID: name, FunctionArn: functionArn(name) }));
    return reply({ EventSourceMappings: readers });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const options = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    credentials: { accessKeyId: "any", secretAccessKey: "any" },
  };
  clients = { dynamo: new DynamoDBClient(options), lambda: new LambdaClient(options) };
});

afterEach(async () => {
  clients.dynamo.destroy();
  clients.lambda.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const behind = (name: string) => ({ ...settings, FunctionName: functionArn(name), StartingPosition: "LATEST" });

it("has nobody read what is brought in, and every reader go on behind it with its own settings", async () => {
  await besideTheStream(clients, "Leads", async () => void done.push("work"));
  expect(done).toEqual(["delete Publish", "delete Count", "work", behind("Publish"), behind("Count")]);
});

it("has the readers go on when the work fails, and says why it did", async () => {
  const work = async () => {
    throw new Error("the table is full");
  };
  await expect(besideTheStream(clients, "Leads", work)).rejects.toThrow("the table is full");
  expect(done.slice(-2)).toEqual([behind("Publish"), behind("Count")]);
});

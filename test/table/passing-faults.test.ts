import { Readable } from "node:stream";
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { LeadContentionError } from "../../lambdas/adapters/contention.ts";
import { isPassing } from "../../lambdas/adapters/dynamo-faults.ts";
import { type DynamoTable, put, tableClient, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";

const type = (name: string) => `com.amazonaws.dynamodb.v20120810#${name}`;
const conflict = {
  status: 400,
  body: { __type: type("TransactionConflictException"), message: "ongoing transaction" },
};
const done = { status: 200, body: {} };
const cancelled = (...codes: string[]) => ({
  status: 400,
  body: {
    __type: type("TransactionCanceledException"),
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(", ")}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  },
});
const lost = { status: 0, body: {} };

const RequestSchema = z.object({ body: z.union([z.string(), z.instanceof(Uint8Array)]) });
const BodySchema = z.looseObject({ ClientRequestToken: z.optional(z.string()) });

/** A table whose network gives these answers, one after the other; the last again and again. */
const tableThat = (...answers: { status: number; body: object }[]) => {
  const asked: z.infer<typeof BodySchema>[] = [];
  const client = tableClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    requestHandler: {
      handle: async (request: unknown) => {
        const { status, body } = answers[Math.min(asked.length, answers.length - 1)] ?? done;
        asked.push(BodySchema.parse(JSON.parse(Buffer.from(RequestSchema.parse(request).body).toString())));
        if (status === 0) throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
        return { response: { statusCode: status, headers: {}, body: Readable.from([JSON.stringify(body)]) } };
      },
    },
  });
  const table: DynamoTable = { client, tableName: "t" };
  return { table, asked };
};

const key = { pk: "LEAD#1", sk: "PROFILE" };
const updates = ({ client, tableName }: DynamoTable) =>
  client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: toItem(key),
      UpdateExpression: "SET a = :a",
      ExpressionAttributeValues: toItem({ ":a": 1 }),
    }),
  );
const writes = (table: DynamoTable) => [put(table, "one", key), put(table, "two", { ...key, sk: "JOURNEY" })];

describe.concurrent("a plain write that meets a transaction", () => {
  it("is repeated, which the SDK alone does not do", async () => {
    const { table, asked } = tableThat(conflict, conflict, done);
    await updates(table);
    expect(asked).toHaveLength(3);
  });

  it("fails in the end as what may pass", async () => {
    const { table, asked } = tableThat(conflict);
    const error = await updates(table).catch((error: unknown) => error);
    expect(asked).toHaveLength(5);
    expect([Object(error).name, isPassing(error)]).toEqual(["TransactionConflictException", true]);
  }, 20_000);
});

describe.concurrent("a transaction", () => {
  it.each(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"])(
    "that was cancelled by %s is tried again: nothing was done, and nothing refused",
    async (code) => {
      const { table, asked } = tableThat(cancelled("None", code), cancelled(code, "None"), done);
      expect(await transact(table, writes(table))).toEqual({ done: true });
      expect(asked).toHaveLength(3);
    },
  );

  it("says at once which conditions did not hold", async () => {
    const { table, asked } = tableThat(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    expect(await transact(table, writes(table))).toEqual({ done: false, refused: ["two"] });
    expect(asked).toHaveLength(1);
  });

  it("is the same one when the SDK repeats it because its answer was lost", async () => {
    const { table, asked } = tableThat(lost, lost, done);
    expect(await transact(table, writes(table))).toEqual({ done: true });
    const tokens = asked.map(({ ClientRequestToken: token }) => token);
    expect([tokens.length, new Set(tokens).size, typeof tokens[0]]).toEqual([3, 1, "string"]);
    await transact(table, writes(table));
    expect(asked.at(-1)?.ClientRequestToken).not.toBe(tokens[0]);
  });

  it("gives up as what may pass when the table stays busy, and never says that it is done", async () => {
    const { table } = tableThat(cancelled("ThrottlingError", "None"));
    const error = await transact(table, writes(table)).catch((error: unknown) => error);
    expect([error instanceof LeadContentionError, isPassing(error)]).toEqual([true, true]);
  }, 20_000);

  it("that can never be carried out fails at once", async () => {
    const { table, asked } = tableThat(cancelled("ValidationError", "None"));
    const error = await transact(table, writes(table)).catch((error: unknown) => error);
    expect([asked.length, isPassing(error)]).toEqual([1, false]);
  });
});

it("tells faults of the network, which pass, from mistakes of the program", () => {
  const coded = (code: string) => Object.assign(new Error("said"), { code });
  expect(["ECONNRESET", "EAI_AGAIN", "ENOTFOUND"].map((code) => isPassing(coded(code)))).toEqual([true, true, true]);
  expect(["ERR_INVALID_ARG_TYPE", "MODULE_NOT_FOUND"].map((code) => isPassing(coded(code)))).toEqual([false, false]);
});

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BodyStore, readBody, storeBody } from "../../lambdas/adapters/s3-bodies.ts";
import { aTool } from "../source/a-tool.ts";

const objects = new Map<string, Buffer>();
let isDown = false;
let s3: Awaited<ReturnType<typeof aTool>>;
let store: BodyStore;

beforeAll(async () => {
  s3 = await aTool(({ method, url = "" }, response, body) => {
    if (isDown) return void response.writeHead(503).end();
    if (method === "PUT") {
      objects.set(url, body);
      return void response.writeHead(200).end();
    }
    const found = objects.get(url);
    return void response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  const credentials = { accessKeyId: "key", secretAccessKey: "secret" };
  store = { client: new DynamoDBClient({ endpoint: s3.origin, region: "eu-west-1", credentials }), bucket: "arrivals" };
});
afterAll(() => s3.stop());

describe("a large body", () => {
  it("comes back as it was, and lies in the bucket so that nobody reads it without its key", async () => {
    const body = Buffer.from("laura.gil@almacenes-gil.example ".repeat(40_000));
    const key = await storeBody(store, "arrival-1", body);
    expect(objects.get("/arrivals/arrival-1")?.includes("laura")).toBe(false);
    expect(Buffer.from((await readBody(store, "arrival-1", key)) ?? []).equals(body)).toBe(true);
    await expect(readBody(store, "arrival-1", Buffer.alloc(32))).rejects.toThrow();
  });

  it("is asked for and put with a signature that covers its bytes", async () => {
    const headers = s3.asked.map(({ headers }) => headers);
    for (const each of headers) expect(each.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/eu-west-1\/s3\/aws4_request/);
    expect(headers[0]?.["x-amz-content-sha256"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("that was changed in the bucket is no body", async () => {
    const key = await storeBody(store, "arrival-2", Buffer.from("as it was sent"));
    const stored = objects.get("/arrivals/arrival-2") ?? Buffer.alloc(0);
    stored.writeUInt8(stored.readUInt8(stored.length - 1) ^ 1, stored.length - 1);
    await expect(readBody(store, "arrival-2", key)).rejects.toThrow();
  });

  it("that is gone is none, and a bucket that does not answer is an error without the body's name of a person", async () => {
    expect(await readBody(store, "arrival-3", Buffer.alloc(32))).toBeUndefined();
    isDown = true;
    await expect(storeBody(store, "arrival-4", Buffer.from("x"))).rejects.toThrow("S3 refused PUT with 503");
    isDown = false;
  });
});

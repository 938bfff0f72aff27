import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { getScript } from "../../lambdas/capture/get-script.ts";
import { apiReference, siteScript } from "../../lib/house/bundle.ts";

const content = Buffer.from(siteScript());
const reference = Buffer.from(apiReference());

const ask = (headers: Record<string, string> = {}, script = content, rawPath = "/smarketing.js") =>
  getScript(
    script,
    reference,
  )({
    rawPath,
    headers,
    requestContext: { requestId: "r", http: { method: "GET" } },
  });

describe("the script for web sites", () => {
  it("takes less than 3 KB on its way", () => {
    expect(gzipSync(content).byteLength).toBeLessThan(3 * 1024);
  });

  it("is served to be kept for an hour, by any site, and to be guessed at by no one", async () => {
    const { statusCode, headers, body } = await ask();
    expect([statusCode, body]).toEqual([200, content.toString()]);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    });
  });

  it("is compressed for browsers that accept it", async () => {
    const { headers, body, isBase64Encoded } = await ask({ "Accept-Encoding": "br, gzip" });
    expect([headers["content-encoding"], headers.vary, isBase64Encoded]).toEqual(["gzip", "accept-encoding", true]);
    expect(gunzipSync(Buffer.from(body, "base64")).equals(content)).toBe(true);
  });

  it("is sent again only when it has changed", async () => {
    const { headers } = await ask();
    const etag = headers.etag ?? "";
    expect(await ask({ "if-none-match": `W/${etag}` })).toMatchObject({ statusCode: 304, body: "" });
    expect(await ask({ "if-none-match": etag }, Buffer.from("another"))).toMatchObject({ statusCode: 200 });
  });
});

describe("the API's reference", () => {
  it("is served beside it, as JSON", async () => {
    const { statusCode, headers, body } = await ask({}, content, "/openapi.json");
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(JSON.parse(body)).toMatchObject({ openapi: "3.1.1" });
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { bundled } from "../../lib/house/bundle.ts";
import { bundleOnce } from "../infrastructure/bundle-once.ts";

const shipped = loadAgreement("agreement.yaml");
if (!shipped.ok) throw new Error("agreement.yaml has mistakes");
const { agreement } = shipped;

/** An AWS that refuses everything, and quotes what it got. */
const refusing = createServer((_, response) => {
  response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
  response.end(JSON.stringify({ __type: "x#ValidationException", message: "Value 'Lucía' at 'key' is no key" }));
});
let port: number;
beforeAll(async () => {
  bundleOnce();
  refusing.listen(0, "127.0.0.1");
  await once(refusing, "listening");
  port = Object(refusing.address()).port;
});

const folders: string[] = [];
afterAll(() => {
  refusing.close();
  refusing.closeAllConnections();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const ErrorSchema = z.object({ name: z.string(), message: z.string(), stack: z.string() });
const LineSchema = z.object({ level: z.string(), code: z.string(), error: z.optional(ErrorSchema) });

/** Calls the bundled function in a process of its own, as Lambda does; gives its log and what came of it. */
const call = async (entry: string, event: unknown) => {
  const folder = bundled(entry, agreement);
  folders.push(folder);
  const script = `require(${JSON.stringify(path.join(folder, "index.js"))}).handler(${JSON.stringify(event)})
    .then((result) => ({ result }), ({ name, message, stack, ...further }) => ({ name, message, stack, further }))
    .then((end) => console.log(JSON.stringify({ end })))`;
  const { stdout, stderr } = spawn(process.execPath, ["-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      AWS_LAMBDA_FUNCTION_NAME: "f",
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "x",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      TABLE_NAME: "t",
      SITE_ORIGINS: "",
    },
  });
  const told = (await Promise.all([text(stdout), text(stderr)])).join("\n").split("\n");
  const lines = told.filter((line) => line.includes('"level"')).map((line) => LineSchema.parse(JSON.parse(line)));
  return { lines, end: JSON.parse(told.find((line) => line.startsWith('{"end"')) ?? "{}").end };
};

/** `lambdas/x.ts:12:`, for the only line of the file that has this text. */
const lineOf = (file: string, part: string): string => {
  const lines = readFileSync(file, "utf8").split("\n");
  expect(lines.filter((line) => line.includes(part))).toHaveLength(1);
  return `${file}:${lines.findIndex((line) => line.includes(part)) + 1}:`;
};

describe("an error in the log of a bundled function", () => {
  it("names the line of the source that threw it, and what Lambda gets does too", async () => {
    const { lines, end } = await call("journey/read-lead", { leadId: 7 });
    const at = lineOf("lambdas/journey/read-lead.ts", "JourneyInputSchema.parse(input)");
    const [line] = lines;
    expect(line).toMatchObject({ level: "ERROR", code: "function-failed", error: { name: "$ZodError" } });
    expect(line?.error?.stack).toContain(`at ${at}`);
    expect(end).toMatchObject({ name: "$ZodError", message: line?.error?.message, further: {} });
    expect(end.stack).toContain(`at ${at}`);
  });

  it("names our own line although the SDK threw it, below all of its own, and not what AWS quotes", async () => {
    const { lines, end } = await call("capture/post-lead", {
      version: "2.0",
      rawPath: "/leads",
      rawQueryString: "",
      headers: { "content-type": "application/json" },
      requestContext: { requestId: "r", http: { method: "POST", path: "/leads", sourceIp: "127.0.0.1" } },
      body: JSON.stringify({ email: "lucia@almacenes.example", lastName: "Marín", company: "Almacenes" }),
      isBase64Encoded: false,
    });
    const { error } = lines.find(({ code }) => code === "request-failed") ?? {};
    expect(error).toMatchObject({ name: "ValidationException", message: "Value … is no key" });
    expect(error?.stack).toMatch(/^at lambdas\/adapters\/[\w-]+\.ts:\d+:\d+$/m);
    // The first thing that a call reads is which agreement is in force.
    expect(error?.stack).toMatch(/^at lambdas\/adapters\/agreement-in-force\.ts:\d+:\d+$/m);
    expect(end.result.statusCode).toBe(503);
  });
});

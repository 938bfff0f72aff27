import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

/** A bus that remembers what it was sent. */
let bus: Server;
let endpoint: string;
let folder: string;
let sent: unknown[];
let answer: object;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "override-"));
  bus = createServer(async (request, response) => {
    sent.push(JSON.parse(await text(request)));
    response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => bus.listen(0, "127.0.0.1", listening));
  endpoint = `http://127.0.0.1:${Object(bus.address()).port}`;
});

afterAll(async () => {
  bus.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  sent = [];
  answer = { Entries: [{ EventId: "event-1" }], FailedEntryCount: 0 };
});

/** What the command says, and how it ends. */
const typed = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  new Promise<{ code: number; says: string }>((ended) => {
    const env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      ...environment,
    };
    const command = ["--import", "tsx", "bin/override-gate.ts", ...args];
    const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) =>
      ended({ code: child.exitCode ?? -1, says: stdout + stderr }),
    );
  });

const decision = ["--verdict", "qualified", "--reason", "Nos conoce de la feria", "--by", "Carla"];
const detail = { verdict: "qualified", reason: "Nos conoce de la feria", by: "Carla" };
const entry = (lead: object, busName: string) => ({
  Entries: [
    {
      EventBusName: busName,
      Source: "marketing",
      DetailType: "OverrideGate",
      Detail: JSON.stringify({ ...lead, ...detail }),
    },
  ],
});

describe("npm run gate:override", () => {
  it("puts the decision on the bus that it is told", async () => {
    expect(await typed(["--lead", "lead-0001", ...decision, "--bus", "bus-1"])).toEqual({
      code: 0,
      says: "Sent as event event-1.\n",
    });
    expect(sent).toEqual([entry({ leadId: "lead-0001" }, "bus-1")]);
  });

  it("takes the lead's address as well, and the bus from the environment", async () => {
    await typed(["--lead", "ines@talleresnorte.example", ...decision], { BUS_NAME: "bus-2" });
    expect(sent).toEqual([entry({ email: "ines@talleresnorte.example" }, "bus-2")]);
  });

  it.each([
    ["npm start", { stack: { BusName: "bus-3" } }],
    ["cdk deploy", { Smarketing: { BusName: "bus-3" } }],
  ])("finds the bus in the outputs that %s wrote", async (_, outputs) => {
    const file = path.join(folder, "outputs.json");
    await writeFile(file, JSON.stringify(outputs));
    await typed(["--lead", "lead-0001", ...decision, "--outputs", file]);
    expect(sent).toEqual([entry({ leadId: "lead-0001" }, "bus-3")]);
  });

  it.each([
    [
      ["--lead", "lead-0001", "--bus", "b", "--verdict", "yes"],
      /^Nothing was sent. verdict: must be one of: .*; reason: /,
    ],
    [[...decision, "--bus", "b"], /^Nothing was sent. lead: required/],
    [["--lead", "@", ...decision, "--bus", "b"], /^Nothing was sent. lead: must be an address/],
    [["--lead", "lead-0001", ...decision], /^Nothing was sent. Which bus\?/],
    [["--lead", "lead-0001", ...decision, "--outputs", "package.json"], /package\.json is no file with .* BusName/],
    [["--led", "lead-0001"], /^Unknown option '--led'; npm run gate:override -- --help shows the options/],
  ])("sends nothing and says what to mend: %j", async (args, says) => {
    const ended = await typed(args);
    expect([ended.code, sent]).toEqual([1, []]);
    expect(ended.says).toMatch(says);
  });

  it("says so when the bus does not take it", async () => {
    answer = { Entries: [{ ErrorCode: "NotFound", ErrorMessage: "no such bus" }], FailedEntryCount: 1 };
    const ended = await typed(["--lead", "lead-0001", ...decision, "--bus", "bus-1"]);
    expect(ended).toEqual({ code: 1, says: "The bus bus-1 did not take it: NotFound no such bus\n" });
  });

  it("explains itself", async () => {
    const { code, says } = await typed(["--help"]);
    expect(code).toBe(0);
    for (const option of ["--lead", "--verdict", "--reason", "--by", "--bus", "--outputs"])
      expect(says).toContain(option);
  });
});

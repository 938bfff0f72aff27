import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../bin/override-gate.ts";
import { typed as typedTo } from "../bin/typed.ts";

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
  vi.stubEnv("AWS_ENDPOINT_URL", endpoint);
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  bus.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  sent = [];
  answer = { Entries: [{ EventId: "event-1" }], FailedEntryCount: 0 };
});

const typed = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { code, out, err } = await typedTo(main, args, { env });
  return { code, says: out + err };
};

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
  it("puts the decision on the given bus", async () => {
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
    ["npm start", () => ({ awsEndpoint: endpoint, stack: { BusName: "bus-3" } })],
    ["cdk deploy", () => ({ Smarketing: { BusName: "bus-3" } })],
  ])("finds the bus in the outputs that %s wrote", async (_, outputs) => {
    const file = path.join(folder, "outputs.json");
    await writeFile(file, JSON.stringify(outputs()));
    await typed(["--lead", "lead-0001", ...decision, "--outputs", file]);
    expect(sent).toEqual([entry({ leadId: "lead-0001" }, "bus-3")]);
  });

  it("reaches the pipeline on this machine by its outputs alone", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
    const file = path.join(folder, "outputs.json");
    await writeFile(file, JSON.stringify({ awsEndpoint: endpoint, stack: { BusName: "bus-3" } }));
    expect(await typed(["--lead", "lead-0001", ...decision, "--outputs", file])).toMatchObject({ code: 0 });
    vi.stubEnv("AWS_ENDPOINT_URL", endpoint);
  });

  it.each([
    [
      2,
      ["--lead", "lead-0001", "--bus", "b", "--verdict", "yes"],
      /^Nothing was sent.\n--verdict must be .*; it is "yes"/,
    ],
    [2, ["--lead", "lead-0001", "--bus", "b", "--verdict", "yes"], /Missing:\n {2}--reason "WHY".*\n {2}--by "WHO"/],
    [2, [...decision, "--bus", "b"], /^Nothing was sent.\nMissing:\n {2}--lead LEAD/],
    [2, ["--lead", "@", ...decision, "--bus", "b"], /^Nothing was sent. lead: must be an address/],
    [2, ["--lead", "lead-0001", ...decision, "--by", " ", "--bus", "b"], /^Nothing was sent. by: required/],
    [2, ["--lead", "lead-0001", ...decision], /^Nothing was sent.\nMissing:\n {2}--outputs FILE, or --bus NAME/],
    [1, ["--lead", "lead-0001", ...decision, "--outputs", "package.json"], /package\.json is no file with .* BusName/],
    [
      1,
      ["--lead", "lead-0001", ...decision, "--outputs", "none.json"],
      /^none\.json, the file with .*, is not there: /,
    ],
    [2, ["--led", "lead-0001"], /Unknown: --led\.[\s\S]*npm run gate:override -- --help shows the options/],
  ])("ends with %i, sends nothing and says what to change: %j", async (code, args, says) => {
    const ended = await typed(args);
    expect([ended.code, sent]).toEqual([code, []]);
    expect(ended.says).toMatch(says);
  });

  it("reports when the bus rejects it", async () => {
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

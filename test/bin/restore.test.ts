import { LambdaClient } from "@aws-sdk/client-lambda";
import { SFNClient } from "@aws-sdk/client-sfn";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Pipeline, runs, start, startedSince, stop } from "../../bin/restore/pipeline.ts";
import { PointSchema } from "../../bin/restore/point.ts";
import { main } from "../../bin/restore.ts";

const InputSchema = z.object({
  FunctionName: z.optional(z.string()),
  UUID: z.optional(z.string()),
  Enabled: z.optional(z.boolean()),
  ReservedConcurrentExecutions: z.optional(z.int()),
  executionArn: z.optional(z.string()),
  statusFilter: z.optional(z.string()),
});
type Input = z.infer<typeof InputSchema>;

type Service = (command: string, input: Input) => object;

const atFirst = { step: "initialize", priority: "low" } as const;
const local = { region: "eu-west-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };

/** In the place of the network. */
const answeredBy =
  (service: Service) =>
  (_next: unknown, { commandName = "" }: { readonly commandName?: string }) =>
  async ({ input }: { readonly input: object }) => ({
    output: { $metadata: {}, ...service(commandName, InputSchema.parse(input)) },
    response: {},
  });

const lambdaOf = (service: Service): LambdaClient => {
  const client = new LambdaClient(local);
  client.middlewareStack.add(answeredBy(service), atFirst);
  return client;
};

const stepFunctionsOf = (service: Service): SFNClient => {
  const client = new SFNClient(local);
  client.middlewareStack.add(answeredBy(service), atFirst);
  return client;
};

describe("a pipeline that stands while its table is restored", () => {
  const names = ["Smarketing-CapturePostLead1", "Smarketing-WakeWake2", "Smarketing-RestoreKeep3", "Other-Function4"];
  let calls: string[];
  let most: Map<string, number>;
  let mappings: Map<string, string>;
  let stopped: Set<string>;
  let pipeline: Pipeline;

  const lambda = (command: string, { FunctionName: name = "", UUID: id = "", Enabled, ...input }: Input): object => {
    if (!command.startsWith("List") && !command.startsWith("Get")) calls.push(`${command} ${name}${id}`);
    if (command === "ListFunctionsCommand") return { Functions: names.map((FunctionName) => ({ FunctionName })) };
    if (command === "ListEventSourceMappingsCommand")
      return { EventSourceMappings: [{ UUID: `of ${name}`, State: mappings.get(`of ${name}`) ?? "Enabled" }] };
    if (command === "UpdateEventSourceMappingCommand") mappings.set(id, Enabled ? "Enabled" : "Disabled");
    if (command === "PutFunctionConcurrencyCommand") most.set(name, input.ReservedConcurrentExecutions ?? -1);
    if (command === "DeleteFunctionConcurrencyCommand") most.delete(name);
    return { ReservedConcurrentExecutions: most.get(name) };
  };
  const executions = ["l.1.2", "l.1.1", "l.1"].map((name, i) => ({
    name,
    executionArn: `arn:${name}`,
    startDate: new Date(Date.parse("2026-11-29T10:00:00Z") - i * 60_000),
  }));
  const steps = (command: string, { executionArn = "", statusFilter }: Input): object => {
    if (command === "StopExecutionCommand") {
      calls.push(`stop ${executionArn}`);
      stopped.add(executionArn);
    }
    return {
      executions: executions.filter((each) => statusFilter === undefined || !stopped.has(each.executionArn)),
    };
  };

  beforeEach(() => {
    [calls, most, mappings, stopped] = [[], new Map(), new Map(), new Set()];
    pipeline = {
      functions: lambdaOf(lambda),
      journeys: stepFunctionsOf(steps),
      stackName: "Smarketing",
      stateMachineArn: "arn:machine",
    };
  });

  it("stops readers before functions and executions last; only what is kept outside goes on", async () => {
    expect(await runs(pipeline)).toHaveLength(7);
    await stop(pipeline, () => {});
    expect(calls.map((call) => call.split(" ")[0])).toEqual([
      ...["UpdateEventSourceMappingCommand", "UpdateEventSourceMappingCommand"],
      ...["PutFunctionConcurrencyCommand", "PutFunctionConcurrencyCommand"],
      ...["stop", "stop", "stop"],
    ]);
    expect(calls.join()).not.toMatch(/RestoreKeep|Other/);
    expect(await runs(pipeline)).toEqual([]);
  });

  it("starts what it stopped, and may do either twice", async () => {
    for (const step of [stop, stop, start, start]) await step(pipeline, () => {});
    expect([most.size, [...new Set(mappings.values())]]).toEqual([0, ["Enabled"]]);
  });

  it("does not stand while an execution runs that a function under way has started", async () => {
    await stop(pipeline, () => {});
    stopped.delete("arn:l.1.2");
    expect(await runs(pipeline)).toEqual(["execution l.1.2"]);
    await stop(pipeline, () => {});
    expect(await runs(pipeline)).toEqual([]);
  });

  it("leaves a reader alone that is still stopping, or starting: AWS refuses a change meanwhile", async () => {
    for (const [step, state] of [
      [stop, "Disabling"],
      [start, "Enabling"],
    ] as const) {
      calls = [];
      mappings = new Map(names.map((name) => [`of ${name}`, state]));
      await step(pipeline, () => {});
      expect(calls.filter((call) => call.startsWith("UpdateEventSourceMapping"))).toEqual([]);
      expect((await runs(pipeline)).filter((each) => each.startsWith("mapping"))).toHaveLength(2);
    }
  });

  it("knows the names that executions have taken since the point", async () => {
    expect(await startedSince(pipeline, "2026-11-29T09:59:00.000Z")).toEqual(new Set(["l.1.2", "l.1.1"]));
  });

  it.each(["2026-11-29T09:59:00Z", "2026-11-29T09:59:00.700Z"])(
    "counts what came in the second of the point, %s, to what came since",
    async (typed) => {
      const point = PointSchema.parse(typed);
      expect("2026-11-29T09:59:00.000Z" >= point).toBe(true);
      expect("2026-11-29T09:58:59.999Z" >= point).toBe(false);
      expect(await startedSince(pipeline, point)).toContain("l.1.1");
    },
  );

  it("says what a step lacks", async () => {
    let said = "";
    const code = await main(["copy"], {
      err: (text) => {
        said += text;
      },
      out: () => {},
      env: {},
    });
    expect([code, said]).toEqual([2, expect.stringContaining("--outputs")]);
  });
});

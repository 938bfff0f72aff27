import { beforeEach, describe, expect, it } from "vitest";
import { leadItem, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Journeys } from "../../lambdas/adapters/sfn-journeys.ts";
import type { Stand } from "../../lambdas/contract/journey.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { wake } from "../../lambdas/wake/wake.ts";
import { aLead } from "../builders/lead.ts";
import { engines, newTable } from "./engines.ts";

/** Step Functions as `wake` sees it: names stay taken when an execution has ended, tokens are answered once. */
const stepFunctions = () => {
  const executions = new Map<string, "running" | "ended">();
  const tokens = new Set<string>();
  const told: Stand[] = [];
  const journeys: Journeys = {
    start: async (name) => {
      const known = executions.get(name) ?? "running";
      executions.set(name, known);
      return known;
    },
    answer: async (token, stage) => {
      told.push(stage);
      return tokens.delete(token) ? "answered" : "closed";
    },
  };
  return { executions, tokens, told, journeys };
};

describe.each(engines())("a wake-up on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let states: ReturnType<typeof stepFunctions>;
  let minute: number;
  beforeEach(async () => {
    table = await newTable(endpoint);
    states = stepFunctions();
    minute = 0;
  });

  const stored = (lead: Lead) =>
    transact(table, [put(table, "lead", leadItem(lead), isNew), signal(table, lead.leadId)]);
  const waits = (taskToken: string, seenSignals: number, tokenCycle = 1) => {
    states.tokens.add(taskToken);
    const item = { ...keys.journey("l"), signals: 2, taskToken, tokenCycle, seenSignals };
    return transact(table, [put(table, "journey", item)]);
  };
  const woken = (...bodies: object[]) =>
    wake({ table, journeys: states.journeys, now: () => new Date(minute * 60_000).toISOString() })({
      Records: bodies.map((body, i) => ({ messageId: `m${i}`, body: JSON.stringify(body) })),
    });
  const event = { detail: { correlationId: "c", data: { leadId: "l", cycle: 1 } } };
  const sweep = { lookAt: "l" };

  it("starts the journey of a lead that has none, and once only", async () => {
    await stored(aLead("captured", { leadId: "l" }));
    await woken(event, event);
    await woken(event);
    expect([...states.executions.keys()]).toEqual(["l.1"]);
  });

  it("ends a wait that has not seen the newest signal with the lead's stage, and starts nothing", async () => {
    await stored(aLead("nurturing", { leadId: "l" }));
    await waits("token", 1);
    await woken(event);
    expect(states.told).toEqual(["nurturing"]);
    expect([states.tokens.size, states.executions.size]).toEqual([0, 0]);
  });

  it("leaves a wait alone that has seen all there is; the sweep ends it all the same", async () => {
    await stored(aLead("nurturing", { leadId: "l" }));
    await waits("token", 2);
    await woken(event);
    expect(states.tokens.size).toBe(1);
    await woken(sweep);
    expect(states.tokens.size).toBe(0);
  });

  it("ends the wait of the last cycle, and starts the journey of this one", async () => {
    await stored(aLead("captured", { leadId: "l", cycle: 2 }));
    await waits("token", 1, 1);
    await woken(event);
    expect([states.tokens.size, [...states.executions.keys()]]).toEqual([0, ["l.2"]]);
    expect(states.told).toEqual(["over"]);
  });

  it("starts a journey that died again at once, and then with growing pauses", async () => {
    await stored(aLead("nurturing", { leadId: "l" }));
    const dies = async (name: string) => {
      states.executions.set(name, "ended");
      await woken(sweep);
    };
    await dies("l.1");
    expect([...states.executions.keys()]).toEqual(["l.1", "l.1.1"]);
    await dies("l.1.1");
    expect([...states.executions.keys()]).toEqual(["l.1", "l.1.1"]);
    minute = 1;
    await dies("l.1.1");
    expect([...states.executions.keys()]).toEqual(["l.1", "l.1.1", "l.1.2"]);
    minute = 2;
    await dies("l.1.2");
    expect(states.executions.size).toBe(3);
  });

  it("starts a journey again at once when Step Functions says that it died, though a token is stored", async () => {
    await stored(aLead("nurturing", { leadId: "l" }));
    states.executions.set("l.1", "ended");
    await waits("token", 2);
    states.tokens.clear();
    const died = (name: string) => ({ source: "aws.states", detail: { name, status: "ABORTED" } });
    await woken(died("l.1"), died("somebody-elses"));
    expect([...states.executions.keys()]).toEqual(["l.1", "l.1.1"]);
  });

  it("does nothing for a lead that has ended, or is not there", async () => {
    await stored(aLead("won", { leadId: "l" }));
    expect(await woken(event, { lookAt: "nobody" })).toEqual({ batchItemFailures: [] });
    expect(states.executions.size).toBe(0);
  });

  it("that cannot be parsed is retried alone", async () => {
    await stored(aLead("captured", { leadId: "l" }));
    expect(await woken({ no: "sense" }, event)).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }] });
    expect([...states.executions.keys()]).toEqual(["l.1"]);
  });
});

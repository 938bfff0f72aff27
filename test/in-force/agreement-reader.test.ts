import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { agreementReader } from "../../lambdas/adapters/agreement-in-force.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { idOfCompiled } from "../../lambdas/domain/agreement/terms-id.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deployed } from "../builders/in-force.ts";
import { now } from "../builders/now.ts";

const [one, two, three] = ["one", "two", "three"].map((version) => anAgreement({}, { version }));
if (one === undefined || two === undefined || three === undefined) throw new Error("there are three");
const later = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();
const look = limits.agreementLookSeconds;

let table: ReturnType<typeof dynamoTwin>;
/** Reads of the table; `broken`: none of them gets an answer. */
let reads: number;
let broken: boolean;
const watched = (): DynamoTable => {
  const { client } = table;
  return {
    ...table,
    client: Object.assign(Object.create(client), {
      send: async (command: GetItemCommand) => {
        if (!(command instanceof GetItemCommand)) return client.send(command);
        reads++;
        if (broken) throw new Error("the table does not answer");
        return client.send(command);
      },
    }),
  };
};
let at: string;
const readerOf = (bundle: Agreement) =>
  agreementReader(
    watched(),
    () => ({ agreement: bundle, id: idOfCompiled(JSON.stringify(bundle)) }),
    () => at,
  );

beforeEach(() => {
  table = dynamoTwin();
  [reads, broken, at] = [0, false, now];
});

describe("the agreement of a call", () => {
  it("is the deployment's own before any is in force", async () => {
    expect(await readerOf(one)()).toEqual(one);
  });

  it("is the bundle's without another read, when that one is in force", async () => {
    await deployed(table, one, now);
    expect(await readerOf(one)()).toMatchObject({ version: "one", number: 1, since: now });
    expect(reads).toBe(1);
  });

  it("is looked up at most every so many seconds", async () => {
    await deployed(table, one, now);
    const inForce = readerOf(two);
    const first = await inForce();
    expect(first).toMatchObject({ version: "one", number: 1 });
    expect(reads).toBe(2);
    for (let second = 1; second < look; second++) {
      at = later(second);
      expect(await inForce()).toBe(first);
    }
    expect(reads).toBe(2);
    at = later(look);
    await inForce();
    expect(reads).toBe(3);
  });

  it("stays the last one known while the table does not answer, and is none without one", async () => {
    await deployed(table, one, now);
    const [inForce, cold] = [readerOf(one), readerOf(one)];
    await inForce();
    broken = true;
    at = later(look + 1);
    expect(await inForce()).toMatchObject({ version: "one" });
    await expect(cold()).rejects.toThrow("does not answer");
    broken = false;
    await deployed(table, two, later(look + 1));
    at = later(3 * look);
    expect(await inForce()).toMatchObject({ version: "two", number: 2 });
  });

  it("is the same one in all functions at every instant, whenever each of them looked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8 * look }), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 0, max: 19 }),
        async (calls, shift) => {
          table = dynamoTwin();
          const changes = [
            [0, one],
            [2 * look + shift, two],
            [5 * look, three],
          ] as const;
          const functions = Array.from({ length: 20 }, (_, i) => readerOf(i % 2 === 0 ? one : two));
          const steps = [
            ...changes.map(([second, agreement]) => ({ second, change: agreement })),
            ...calls.map((second, i) => ({ second, caller: functions[i % functions.length] })),
          ].sort((a, b) => a.second - b.second);
          for (const step of steps) {
            at = later(step.second);
            if ("change" in step) await deployed(table, step.change, at);
            else {
              const holds = (change: number) => step.second >= change + limits.agreementNoticeSeconds;
              const expected = holds(5 * look) ? "three" : holds(2 * look + shift) ? "two" : "one";
              expect((await step.caller?.())?.version).toBe(expected);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { eventItems } from "../../lambdas/contract/events.ts";
import { itemKinds } from "../../lambdas/contract/item-kinds.ts";
import { countedItems } from "../../lambdas/contract/metrics.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { eachRecord, TryAgainError } from "../../lambdas/publish/each-record.ts";

const record = (n: number) => ({
  eventID: `e${n}`,
  dynamodb: {
    ApproximateCreationDateTime: 1_700_000_000 + n,
    SequenceNumber: String(n),
    NewImage: { pk: { S: `LEAD#${n}` }, sk: { S: "PROFILE" }, email: { S: "somebody@company.example" } },
  },
});

/** Deals with a batch; `meets` says what happens at which record. */
const dealWith = async (records: unknown[], meets: Record<string, Error> = {}) => {
  const dealt: string[] = [];
  const parked: { body: string; reason: string }[] = [];
  const answer = await eachRecord(
    async ({ id }) => {
      const fault = meets[id];
      if (fault !== undefined) throw fault;
      dealt.push(id);
    },
    async (body, reason) => {
      parked.push({ body, reason });
    },
  )({ Records: records });
  return { dealt, parked, answer };
};

describe("a batch of the stream", () => {
  it("is dealt with record by record, in order", async () => {
    const { dealt, parked, answer } = await dealWith([record(1), record(2), record(3)]);
    expect(dealt).toEqual(["e1", "e2", "e3"]);
    expect([parked, answer]).toEqual([[], { batchItemFailures: [] }]);
  });

  it("leaves out what a restore copied back, and deals with what is written to it later", async () => {
    const copied = { pk: { S: "LEAD#1" }, restoredAt: { S: "2026-11-29T09:50:00Z" } };
    const copy = { ...record(1), dynamodb: { ...record(1).dynamodb, NewImage: copied } };
    const changed = { ...record(2), dynamodb: { ...record(2).dynamodb, OldImage: copied, NewImage: copied } };
    const { dealt, answer } = await dealWith([copy, changed, record(3)]);
    expect(dealt).toEqual(["e2", "e3"]);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  it("continues after a record that can never be processed; that one is parked, without personal data", async () => {
    const { dealt, parked, answer } = await dealWith([record(1), record(2), record(3)], {
      e2: new Error("no such stage"),
    });
    expect(dealt).toEqual(["e1", "e3"]);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(parked).toEqual([{ body: expect.stringContaining("LEAD#2"), reason: "Error: no such stage" }]);
    expect(JSON.stringify(parked)).not.toContain("somebody@");
  });

  it("is of kinds alone whose keys are ids of ours, so that a parked key names nobody", () => {
    const read = new Set<string>([...eventItems, ...countedItems]);
    const kinds = itemKinds.flatMap((kind) => {
      const { pk, sk } = Reflect.apply(keys[kind], undefined, ["x", "x", "x", "x"]);
      return read.has(sk.split("#")[0]) ? [[kind, pk.split("#")[0]]] : [];
    });
    expect(kinds.length).toBeGreaterThan(8);
    expect(new Set(kinds.map(([, partition]) => partition))).toEqual(
      new Set(["LEAD", "REP", "WAITING", "SWEEP", "ARRIVAL", "IMPORT", "PROPOSALS", "AGREEMENT-IN-FORCE"]),
    );
  });

  it("stops at a passing fault, so that the stream delivers again from there", async () => {
    const { dealt, parked, answer } = await dealWith([record(1), record(2), record(3)], {
      e2: new TryAgainError("later"),
    });
    expect(dealt).toEqual(["e1"]);
    expect(parked).toEqual([]);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  });

  it("with something that is no record parks that", async () => {
    const { dealt, parked } = await dealWith([{ nonsense: true }, record(2)]);
    expect(dealt).toEqual(["e2"]);
    expect(parked).toHaveLength(1);
  });
});

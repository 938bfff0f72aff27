import { beforeAll, describe, expect, it } from "vitest";
import { untilWritten } from "../../lambdas/adapters/contention.ts";
import { engagementWrite, readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { type DynamoTable, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { joinVisitor, storeVisit } from "../../lambdas/adapters/dynamo-visitors.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { anEngagement } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const visitorOf = (name: string) => name.padEnd(22, "-");
const view = (engagementId: string) => anEngagement({ engagementId });
const idsOf = (engagements: readonly { engagementId: string }[]) =>
  engagements.map(({ engagementId }) => engagementId).sort();

/** The visitor sends the form of the lead: what was done before it becomes the lead's. */
const join = (table: DynamoTable, visitorId: string, leadId: string, at = now) =>
  untilWritten(async () => {
    const { engagements, writes } = await joinVisitor(table, visitorId, leadId, at);
    const recorded = engagements.map((engagement) => engagementWrite(table, leadId, 1, engagement));
    const { done } = await transact(table, [...writes, ...recorded]);
    return done ? engagements : undefined;
  });

describe.each(engines())("visitors on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const itemOf = (visitorId: string) => readItem(table, keys.visitor(visitorId));

  it("bring to the lead what they did before the form, each event once", async () => {
    const visitorId = visitorOf("before");
    expect(await storeVisit(table, visitorId, [view("a"), view("b")], now)).toEqual({});
    await storeVisit(table, visitorId, [view("b"), view("c"), view("c")], now);
    expect(idsOf(await join(table, visitorId, "l-before"))).toEqual(["a", "b", "c"]);
    expect(await itemOf(visitorId)).toMatchObject({ leadId: "l-before", engagements: [] });
    expect(await join(table, visitorId, "l-before")).toEqual([]);
  });

  it("are the lead's after the form, also if no one had seen them before", async () => {
    const visitorId = visitorOf("after");
    expect(await join(table, visitorId, "l-after")).toEqual([]);
    expect(await storeVisit(table, visitorId, [view("a")], now)).toEqual({ leadId: "l-after" });
    expect(await itemOf(visitorId)).toMatchObject({ engagements: [] });
  });

  it("are the newest lead's when another form is sent from the same browser", async () => {
    const visitorId = visitorOf("shared");
    await storeVisit(table, visitorId, [view("a")], now);
    await join(table, visitorId, "l-first");
    await join(table, visitorId, "l-second");
    expect(await storeVisit(table, visitorId, [view("b")], now)).toEqual({ leadId: "l-second" });
    expect(idsOf(await readEngagements(table, "l-first"))).toEqual(["a"]);
    expect(await readEngagements(table, "l-second")).toEqual([]);
  });

  it("take nothing along by what is no visitor's id", async () => {
    for (const id of ["", "short", "x".repeat(65), "123456789.1234567890"])
      expect(await joinVisitor(table, id, "l-1", now)).toEqual({ isPending: false, engagements: [], writes: [] });
  });

  it("do not change the item when events are repeated", async () => {
    const visitorId = visitorOf("again");
    await storeVisit(table, visitorId, [view("a")], now);
    const before = await itemOf(visitorId);
    await storeVisit(table, visitorId, [view("a")], daysFromNow(1));
    expect(await itemOf(visitorId)).toEqual(before);
  });

  it("bring at most fifty events, of the last 90 days", async () => {
    const visitorId = visitorOf("many");
    for (let i = 0; i < 4; i++)
      await storeVisit(
        table,
        visitorId,
        Array.from({ length: 20 }, (_, j) => view(`${i}-${j}`)),
        now,
      );
    expect(await join(table, visitorId, "l-many")).toHaveLength(50);
    const old = visitorOf("old");
    await storeVisit(table, old, [{ ...view("old"), at: daysFromNow(-89) }, view("new")], now);
    expect(idsOf(await join(table, old, "l-old", daysFromNow(2)))).toEqual(["new"]);
  });

  it("are strangers again 90 days after their last visit, whether or not the table has tidied up", async () => {
    const [stranger, known, gone] = ["stranger", "known", "gone"].map(visitorOf);
    if (stranger === undefined || known === undefined || gone === undefined) throw new Error("there are three");
    await storeVisit(table, stranger, [view("a")], now);
    expect(await itemOf(stranger)).toMatchObject({ expiresAt: Date.parse(daysFromNow(90)) / 1000 });
    for (const visitorId of [known, gone]) await join(table, visitorId, "l-known");
    for (const days of [20, 60, 140]) await storeVisit(table, known, [view(`${days}`)], daysFromNow(days));
    expect(await storeVisit(table, known, [view("b")], daysFromNow(229))).toEqual({ leadId: "l-known" });
    for (const visitorId of [stranger, gone])
      expect(await storeVisit(table, visitorId, [{ ...view("b"), at: daysFromNow(90) }], daysFromNow(90))).toEqual({});
    expect(await itemOf(gone)).toMatchObject({ engagements: [{ engagementId: "b" }] });
    expect(await itemOf(gone)).not.toHaveProperty("leadId");
    expect(idsOf(await join(table, stranger, "l-again", daysFromNow(90)))).toEqual(["b"]);
  });
});

describe.each(isolatingEngines())("visits and forms that come at once on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("are all kept, each once, with the visitor or with the lead", async () => {
    for (let round = 0; round < 4; round++) {
      const [visitorId, leadId] = [visitorOf(`race-${round}`), `l-race-${round}`];
      const all = Array.from({ length: 10 }, (_, i) => view(`${i}`));
      const visits = [...all, ...all.slice(0, 4)].map(async (event) => {
        const visit = await storeVisit(table, visitorId, [event], now);
        return visit.leadId === undefined ? [] : [event];
      });
      const taken = await join(table, visitorId, leadId);
      const later = (await Promise.all(visits)).flat();
      const known = new Set(taken.map(({ engagementId }) => engagementId));
      const fresh = later.filter(({ engagementId }) => !known.has(engagementId));
      expect([...new Set(idsOf([...taken, ...fresh]))].sort()).toEqual(idsOf(all));
      expect(idsOf(await readEngagements(table, leadId))).toEqual(idsOf(taken));
      expect(await joinVisitor(table, visitorId, leadId, now)).toMatchObject({ engagements: [] });
    }
  });
});

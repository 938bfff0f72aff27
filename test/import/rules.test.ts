import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { beginErasure } from "../../lambdas/adapters/dynamo-erasure.ts";
import { readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { suppress } from "../../lambdas/adapters/dynamo-suppressions.ts";
import { transact } from "../../lambdas/adapters/dynamo-table.ts";
import { erasureOf } from "../../lambdas/domain/erasure/erasure.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { countsOf } from "../../lambdas/domain/metrics/count.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";
import { eraseAtOnce } from "../../lambdas/erasure/erase.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { aList, importsOn, RowsSchema, someTerms, textIn } from "./pipeline.ts";

const idOf = (lead: Record<string, unknown> | undefined): string => String(lead?.leadId);

describe("the pace of an import", () => {
  it("is the agreement's, over all lists together, and the sweep goes on with it", async () => {
    const list = importsOn({ imports: { perHour: 60, pauseAtWaiting: 1000 } });
    const first = await list.run(aList(50));
    const second = await list.run(aList(50, 100));
    expect(list.leads()).toHaveLength(5);
    expect(await list.view(first)).toMatchObject({
      state: "running",
      progress: { done: 5, of: 50, perHour: 60, holds: "pace" },
    });
    await list.minutes(59);
    expect(list.leads().length).toBeGreaterThan(45);
    expect(list.leads().length).toBeLessThanOrEqual(60);
    await list.minutes(70);
    expect([(await list.view(first)).state, (await list.view(second)).state]).toEqual(["done", "done"]);
    expect(list.leads()).toHaveLength(100);
  });

  it("holds while too many MQLs wait for sales, and goes on when there is room", async () => {
    const list = importsOn({ imports: { perHour: 10_000, pauseAtWaiting: 1 } });
    const waiting = { pk: "WAITING", sk: "QUEUED#1#lead-1" };
    await transact(list.table, [
      {
        name: "queued",
        write: {
          Put: {
            TableName: "twin",
            Item: { pk: { S: waiting.pk }, sk: { S: waiting.sk }, leadId: { S: "lead-1" }, cycle: { N: "1" } },
          },
        },
      },
    ]);
    const importId = await list.run(aList(3));
    expect(await list.view(importId)).toMatchObject({ state: "running", progress: { done: 0, holds: "waiting" } });
    await list.minutes(3);
    expect(list.leads()).toEqual([]);
    await transact(list.table, [
      {
        name: "queued",
        write: { Delete: { TableName: "twin", Key: { pk: { S: waiting.pk }, sk: { S: waiting.sk } } } },
      },
    ]);
    await list.minutes(2);
    expect(await list.view(importId)).toMatchObject({ state: "done", counts: { new: 3 } });
  });

  it("stops for a colleague who pauses it, and goes on where it was", async () => {
    const list = importsOn({ imports: { perHour: 60, pauseAtWaiting: 1000 } });
    const importId = await list.run(aList(20));
    await list.decide(importId, "pause");
    await list.work();
    expect(await list.view(importId)).toMatchObject({ state: "paused", actions: ["resume", "stop"] });
    await list.minutes(30);
    expect(list.leads()).toHaveLength(5);
    await list.decide(importId, "resume");
    await list.minutes(30);
    expect(await list.view(importId)).toMatchObject({ state: "done", counts: { new: 20 } });
    expect(list.submissions()).toHaveLength(20);
  });
});

describe("a row of somebody we know", () => {
  it("fills what is empty and replaces nothing, moves nobody, and tells nobody", async () => {
    const list = importsOn();
    await list.run("Nombre y apellidos;Correo;Empresa;Teléfono\r\nAna Ruiz;ana@ruiz.example;Ruiz S.L.;\r\n", {
      origin: "uno",
    });
    const [before] = list.leads();
    const second = await list.run(
      "Nombre y apellidos;Correo;Empresa;Teléfono\r\nAna Ruiz;ana@ruiz.example;Otra S.A.;+34 600 123 456\r\n",
      { origin: "dos" },
    );
    const [after] = list.leads();
    expect(after).toMatchObject({
      source: "uno",
      stage: "captured",
      contact: { company: "Ruiz S.L.", phone: "+34 600 123 456" },
    });
    expect(after?.claims).toMatchObject([{ field: "company", value: "Otra S.A." }]);
    expect(after).not.toHaveProperty("unconfirmedForms");
    expect([after?.importId, after?.untold, after?.wroteAgain]).toEqual([before?.importId, undefined, undefined]);
    const { rows } = RowsSchema.parse((await list.ask("GET", `imports/${second}/rows`)).json);
    expect(rows).toMatchObject([{ row: 2, verdict: { is: "known", fills: ["phone"], differs: ["company"] } }]);
  });

  it("never subscribes again who has unsubscribed, even when they were erased since", async () => {
    const list = importsOn();
    await transact(
      list.table,
      suppress(list.table, "p1@empresa-1.example", undefined, {
        reason: "unsubscribed",
        at: "2026-01-01T00:00:00.000Z",
      }),
    );
    const importId = await list.run(aList(2));
    expect(await list.view(importId)).toMatchObject({ counts: { new: 2, noMail: 1 } });
    const lead = list.leads().find(({ email }) => email === "p1@empresa-1.example");
    expect(lead).toMatchObject({ unsubscribedAt: "2026-01-01T00:00:00.000Z", consents: [] });
    expect(list.leads().find(({ email }) => email === "p0@empresa-0.example")?.consents).toMatchObject([
      { said: expect.stringContaining("stand 12") },
    ]);
  });
});

describe("an erasure", () => {
  it("takes the person out of a list that waits, out of its refused rows, and lets no later row bring them back", async () => {
    const list = importsOn();
    const rows = `${aList(3)}Otra vez;p1@empresa-1.example;Otra;\r\n`;
    await list.run(
      `Nombre y apellidos;Correo;Empresa;Teléfono\r\nPersona Uno;p1@empresa-1.example;Uno;\r\nY otra;p1@empresa-1.example;;\r\n`,
    );
    const waiting = await list.upload(rows);
    await list.decide(waiting, "terms", { terms: someTerms() });
    await list.work();
    expect(textIn(list.bucket.objects)).toContain("p1@empresa-1.example");
    const lead = await readLead(list.table, idOf(list.leads()[0]));
    if (lead === undefined) throw new Error("no lead");
    const erasure = erasureOf(lead, { erasureId: "erasure-1", by: "olga", at: list.clock.now });
    expect(await beginErasure(list.table, lead, erasure)).toBe(true);
    await eraseAtOnce(list.table, erasure);
    await list.work();
    expect(textIn(list.bucket.objects)).not.toMatch(/p1@empresa-1|Persona 1;|Y otra/i);
    expect(JSON.stringify(list.items())).not.toContain("p1@empresa-1.example");
    await list.decide(waiting, "start");
    await list.work();
    expect(await list.view(waiting)).toMatchObject({
      state: "done",
      counts: { new: 2, refused: 2, refusedBecause: { erased: 2 } },
    });
    expect(list.leads().map(({ email }) => email)).not.toContain("p1@empresa-1.example");
    expect((await list.decide(waiting, "undo")).status).toBe(200);
  });
});

describe("an import that is undone", () => {
  it("leaves figures as if it had never been, and keeps those with whom somebody has done something", async () => {
    const list = importsOn();
    const importId = await list.run(aList(3));
    const [first] = list.leads();
    const lead = await readLead(list.table, idOf(first));
    if (lead === undefined) throw new Error("no lead");
    await transact(list.table, [
      replaceLead(list.table, lead, {
        ...lead,
        override: { verdict: "not-yet", reason: "x", by: "marta", at: list.clock.now },
      }),
    ]);
    await list.decide(importId, "undo");
    await list.work();
    expect(await list.view(importId)).toMatchObject({
      state: "undone",
      undone: { erased: 2, kept: { colleague: 1 }, leads: [{ leadId: lead.leadId, because: "colleague" }] },
    });
    expect(list.leads()).toHaveLength(1);
    const tally = new Map<string, number>();
    for (const item of list.table.items().map((each) => unmarshall(each))) {
      // Of a lead that is being erased its last move stands twice: the count knows both for the same.
      if (String(item.pk).startsWith("LEAD#") && item.to === null) continue;
      const fact = factIn(item);
      for (const { counter, by } of fact === undefined ? [] : countsOf(fact))
        tally.set(counter, (tally.get(counter) ?? 0) + by);
    }
    expect(Object.fromEntries(tally)).toMatchObject({ leads: 1, "entered:captured": 1 });
    expect(tally.get("erased") ?? 0).toBe(0);
  });

  it("takes back a lead that the journey moves at that moment, and keeps one that a colleague changes then", async () => {
    /** What becomes of each lead just when it is about to be erased. */
    const meanwhile = new Map<string, Pick<Lead, "override">>();
    const table: Twin = dynamoTwin(async ({ writes, touches }) => {
      const [erased] = writes ? touches.filter(({ pk, sk }) => sk === "PROFILE" && meanwhile.has(pk)) : [];
      if (erased === undefined) return;
      const change = meanwhile.get(erased.pk);
      meanwhile.delete(erased.pk);
      const lead = await readLead(table, erased.pk.slice("LEAD#".length));
      if (lead !== undefined) await transact(table, [replaceLead(table, lead, { ...lead, ...change })]);
    });
    const list = importsOn(undefined, table);
    const importId = await list.run(aList(2));
    const [moved, changed] = list.leads().map(idOf);
    meanwhile.set(`LEAD#${moved}`, {});
    meanwhile.set(`LEAD#${changed}`, {
      override: { verdict: "not-yet", reason: "x", by: "marta", at: list.clock.now },
    });
    await list.decide(importId, "undo");
    await list.work();
    expect(await list.view(importId)).toMatchObject({
      state: "undone",
      undone: { erased: 1, kept: { colleague: 1 }, leads: [{ leadId: changed, because: "colleague" }] },
    });
    expect(meanwhile.size).toBe(0);
  });
});

it("a list that nobody starts goes after seven days, and what is left of one after thirty", async () => {
  const list = importsOn();
  const lying = await list.upload(aList(2));
  const done = await list.run("Nombre y apellidos;Correo;Empresa;Teléfono\r\nSin correo;;Uno;\r\n");
  expect(textIn(list.bucket.objects)).toContain("Sin correo");
  list.clock.now = new Date(Date.parse(list.clock.now) + 8 * 86_400_000).toISOString();
  await list.minutes(1);
  expect(await list.view(lying)).toMatchObject({ state: "stopped", actions: [] });
  list.clock.now = new Date(Date.parse(list.clock.now) + 31 * 86_400_000).toISOString();
  await list.minutes(2);
  expect(await list.view(done)).toMatchObject({ state: "done", actions: [] });
  expect(textIn(list.bucket.objects)).not.toMatch(/Sin correo|empresa-1/);
});

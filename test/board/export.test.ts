import { describe, expect, it } from "vitest";
import { dealItem, leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { putDecision } from "../../lambdas/adapters/dynamo-meetings.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import { ExportListSchema } from "../../lambdas/contract/board-export.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { asking, stored } from "./asking.ts";

const agreement = anAgreement({
  company: { currencies: ["EUR", "USD"] },
  fields: [
    { id: "budget", label: { es: "Presupuesto", en: "Budget" }, type: "money", currency: "USD", shown: [] },
    { id: "start", label: { es: "Inicio", en: "Start" }, type: "date", shown: [] },
    { id: "plans", label: { es: "Planes", en: "Plans" }, type: "text", shown: [] },
  ],
});

/** Ana has 150 that are handed off, Luis one; one is won, in dollars; one is nobody's yet. */
const withLeads = async () => {
  const table = dynamoTwin();
  await stored(table, [
    ...Array.from({ length: 150 }, (_, i) =>
      aLead("handed-off", {
        leadId: `hers-${i}`,
        source: i % 2 === 0 ? "google" : "fair",
        followUp: { dueAt: daysFromNow(i === 0 ? -1 : 1) },
      }),
    ),
    aLead("handed-off", { leadId: "his", followUp: { ownerId: "luis" } }),
    aLead("won", {
      leadId: "won",
      contact: { company: "Fundación Sur", own: { budget: 12_000.5, start: "2027-03-01" } },
      amount: 9000,
      currency: "USD",
    }),
    aLead("nurturing", { leadId: "nobodys" }),
  ]);
  return table;
};

const exporting = (table: Awaited<ReturnType<typeof withLeads>>) => {
  const ask = asking(table, { agreement });
  return async (...[role, path, user, sent]: [Parameters<typeof ask>[0], string, string?, object?]) => {
    const { status, body } = await ask(role, `exports/${path}`, user, sent);
    const labels: string[] = (body.columns ?? []).map(({ label }: { label: string }) => label);
    const column = (label: string): unknown[] => body.rows.map((row: unknown[]) => row[labels.indexOf(label)]);
    return { status, body, labels, column };
  };
};

describe("an exported list", () => {
  it("is for those who may see it", async () => {
    const get = exporting(await withLeads());
    const statuses = async (list: string) =>
      Promise.all(RoleSchema.options.map(async (role) => (await get(role, `${list}?language=es`)).status));
    const [all, most] = [
      [200, 200, 200, 200],
      [200, 403, 200, 200],
    ];
    expect(
      Object.fromEntries(await Promise.all(ExportListSchema.options.map(async (list) => [list, await statuses(list)]))),
    ).toMatchObject({
      pipeline: all,
      worklist: all,
      attention: most,
      aside: [200, 403, 403, 200],
      wins: all,
      trail: [403, 403, 403, 200],
      decisions: all,
      page: all,
    });
    // Functions of their own read these.
    for (const list of ["sources", "unread", "imports", "import-rows"])
      expect(await statuses(list), list).toEqual([404, 404, 404, 404]);
    expect((await get("manager", "secrets?language=es")).status).toBe(404);
    expect((await get("manager", "pipeline?language=fr")).status).toBe(400);
    expect((await get("manager", "pipeline?language=es&stage=none")).status).toBe(400);
  });

  it("has every lead of the pipeline and not only a page of it, with the filters in effect", async () => {
    const get = exporting(await withLeads());
    const all = await get("manager", "pipeline?language=es");
    expect([all.body.rows.length, all.body.more]).toEqual([153, false]);
    const some = await get("manager", "pipeline?language=en&stage=handed-off&source=google&owner=ana");
    expect(some.body.rows.length).toBe(75);
    expect(new Set(some.column("Source"))).toEqual(new Set(["Google"]));
    expect((await get("manager", "pipeline?language=en&overdue=1")).column("Lead ID")).toEqual(["hers-0"]);
  });

  it("gives a rep own leads only, whoever is asked for", async () => {
    const get = exporting(await withLeads());
    for (const path of ["pipeline?language=es&owner=ana", "worklist?language=es&owner=ana"])
      expect((await get("rep", path, "luis")).column("ID del lead")).toEqual(["his"]);
  });

  it("has labels in the language, times on the agreement's clocks, amounts with their currency, and own fields", async () => {
    const get = exporting(await withLeads());
    const { body, labels } = await get("manager", "pipeline?language=es&stage=won");
    const row = Object.fromEntries(labels.map((label, i) => [label, body.rows[0][i]]));
    expect(row).toMatchObject({
      Etapa: "Ganado",
      Empresa: "Fundación Sur",
      Importe: 9000,
      Moneda: "USD",
      "Presupuesto (USD)": 12_000.5,
      Inicio: "2027-03-01",
      "ID del lead": "won",
    });
    expect(row["En la etapa desde"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect((await get("rep", "wins?language=en", "luis")).column("Currency")).toEqual(["USD"]);
  });

  it("has of each lead what no card has: the telephone as text, and own texts whole", async () => {
    const table = dynamoTwin();
    const plans = "Un almacén nuevo en Zaragoza. ".repeat(10).trim();
    const lead = aLead("handed-off", {
      leadId: "hers",
      contact: { phone: "600 11-22-33", own: { plans } },
      followUp: { ownerId: "ana" },
    });
    await stored(table, [lead, aLead("won", { leadId: "passed-on", contact: { phone: "600111222" }, ownerId: "ana" })]);
    const get = exporting(table);
    for (const [role, path, user] of [
      ["rep", "worklist?language=en", "ana"],
      ["manager", "pipeline?language=en&stage=handed-off", "olga"],
      ["marketing", "attention?language=en", "olga"],
    ] as const) {
      const file = await get(role, path, user);
      const isListed = path.startsWith("attention") ? [] : ["600 11 22 33"];
      expect(file.column("Phone"), path).toEqual(isListed);
      expect(file.column("Plans"), path).toEqual(isListed.map(() => plans));
      expect(file.labels).toEqual(expect.arrayContaining(["E-mail", "Phone", "Owner", "Due"]));
    }
    // A win is everybody's to see, and nobody is called from that list.
    expect((await get("rep", "wins?language=en", "luis")).labels).not.toContain("Phone");
  });

  it("says no more of a deal's lead than its card once somebody else has the lead", async () => {
    const table = dynamoTwin();
    const won = aLead("won", { leadId: "twice", contact: { phone: "600111222" }, ownerId: "ana" });
    await stored(table, [
      aLead("handed-off", { ...won, stage: "handed-off", cycle: 2, followUp: { ownerId: "luis" } }),
    ]);
    await transact(table, [put(table, "deal", dealItem(won))]);
    const file = await exporting(table)("rep", "pipeline?language=en&stage=won", "ana");
    expect([file.column("Lead ID"), file.column("Phone")]).toEqual([["twice"], [null]]);
    const all = await exporting(table)("manager", "pipeline?language=en&stage=won");
    expect(all.column("Phone")).toEqual(["600 111 222"]);
  });

  it("leaves out who was erased, though an index still lists them", async () => {
    const table = await withLeads();
    const entry = leadItem(aLead("nurturing", { leadId: "gone" }));
    await transact(table, [put(table, "index", { ...entry, pk: "LEAD#gone", sk: "LEFT" })]);
    expect((await exporting(table)("manager", "pipeline?language=en&stage=nurturing")).column("Lead ID")).toEqual([
      "nobodys",
    ]);
  });

  it("has what a search finds, asked for without an address", async () => {
    const get = exporting(await withLeads());
    const found = await get("marketing", "search", "olga", { q: "fundacion", language: "es" });
    expect([found.status, found.column("ID del lead")]).toEqual([200, ["won"]]);
    expect((await get("rep", "search", "luis", { q: "fundacion", language: "es" })).column("ID del lead")).toEqual([]);
    expect((await get("marketing", "search", "olga", { q: "f", language: "es" })).status).toBe(400);
  });

  it("has the decisions of all meetings, or up to one of them, with the names of colleagues", async () => {
    const table = dynamoTwin();
    const noted = (decisionId: string, week: string, text: string, days: number) =>
      putDecision(table, { decisionId, week, text, ownerId: "ana", notedBy: "marketing", notedAt: daysFromNow(days) });
    await noted("one", "2026-W10", '=Call "Nave"', -8);
    await noted("two", "2026-W11", "Two more reps", -1);
    const get = exporting(table);
    const all = await get("rep", "decisions?language=en", "ana");
    expect([all.column("Decision"), all.column("Owner")]).toEqual([
      ["Two more reps", '=Call "Nave"'],
      ["Ana Gil", "Ana Gil"],
    ]);
    expect((await get("manager", "decisions?language=en&week=2026-W10")).column("Decision")).toHaveLength(1);
  });

  it("is one line in the audit trail each time, with its filters as codes and its rows, and nothing that was typed", async () => {
    const table = await withLeads();
    const get = exporting(table);
    await get("manager", "pipeline?language=es&stage=won&source=Juan%20P%C3%A9rez");
    await get("rep", "worklist?language=es", "ana");
    await get("rep", "aside?language=es", "ana");
    await get("manager", "page?language=es&table=by-source-12&rows=7");
    await get("manager", "search", "olga", { q: "fundacion", language: "es" });
    const { body } = await asking(table)("operations", `trail?day=${now.slice(0, 10)}`);
    const line = { did: "exported", times: 1 };
    expect(body.steps).toHaveLength(5);
    expect(body.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...line, by: "exports/pipeline", filters: "stage=won source=other", rows: 0 }),
        expect.objectContaining({ ...line, by: "exports/worklist", user: "ana", filters: "owner=ana", rows: 150 }),
        expect.objectContaining({ ...line, by: "exports/aside", refused: true }),
        expect.objectContaining({ ...line, by: "exports/search", rows: 1 }),
        expect.objectContaining({ ...line, by: "exports/page", filters: "table=by-source-12", rows: 7 }),
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/Juan|fundaci/);
    const trail = await get("operations", "trail?language=es");
    expect(trail.column("Qué")).toContain("Exportó el pipeline");
  });
});

import { describe, expect, it } from "vitest";
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
  return async (...[role, path, user]: [Parameters<typeof ask>[0], string, string?]) => {
    const { status, body } = await ask(role, `exports/${path}`, user);
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
    ).toEqual({
      pipeline: all,
      worklist: all,
      attention: most,
      aside: [200, 403, 403, 200],
      wins: all,
      trail: [403, 403, 403, 200],
      page: all,
    });
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

  it("is one line in the audit trail each time, with its filters as codes and its rows, and nothing that was typed", async () => {
    const table = await withLeads();
    const get = exporting(table);
    await get("manager", "pipeline?language=es&stage=won&source=Juan%20P%C3%A9rez");
    await get("rep", "worklist?language=es", "ana");
    await get("rep", "aside?language=es", "ana");
    await get("manager", "page?language=es&table=by-source-12&rows=7");
    const { body } = await asking(table)("operations", `trail?day=${now.slice(0, 10)}`);
    const line = { did: "exported", times: 1 };
    expect(body.steps).toHaveLength(4);
    expect(body.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...line, by: "exports/pipeline", filters: "stage=won source=other", rows: 0 }),
        expect.objectContaining({ ...line, by: "exports/worklist", user: "ana", filters: "owner=ana", rows: 150 }),
        expect.objectContaining({ ...line, by: "exports/aside", refused: true }),
        expect.objectContaining({ ...line, by: "exports/page", filters: "table=by-source-12", rows: 7 }),
      ]),
    );
    const trail = await get("operations", "trail?language=es");
    expect(trail.column("Qué")).toContain("Exportó el pipeline");
  });
});

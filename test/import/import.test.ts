import { describe, expect, it } from "vitest";
import type { Role } from "../../lambdas/contract/board.ts";
import { ExportSchema } from "../../lambdas/contract/board-export.ts";
import { aList, importsOn, RowsSchema, someTerms, textIn } from "./pipeline.ts";

describe("a list that a colleague imports", () => {
  it("is uploaded, read, tried and taken in, and its leads know where they came from", async () => {
    const list = importsOn();
    const importId = await list.upload(aList(5));
    expect(await list.view(importId)).toMatchObject({
      state: "mapping",
      rows: 6,
      read: { format: "csv", encoding: "utf-8", separator: ";" },
      guess: {
        headerRows: 1,
        columns: [{ guess: "name" }, { guess: "email" }, { guess: "company" }, { guess: "phone" }],
      },
      actions: ["read", "terms", "stop"],
    });
    const { status } = await list.decide(importId, "terms", { terms: someTerms() });
    expect(status).toBe(200);
    await list.work();
    expect(await list.view(importId)).toMatchObject({
      state: "tried",
      counts: { new: 5, known: 0, refused: 0, consentYes: 5 },
    });
    expect(list.leads()).toEqual([]);
    await list.decide(importId, "start");
    await list.work();
    expect(await list.view(importId)).toMatchObject({
      state: "done",
      counts: { new: 5, refused: 0 },
      actions: ["undo"],
    });
    expect(list.leads()).toHaveLength(5);
    expect(list.leads()[0]).toMatchObject({ source: "feria-2026", importId, because: "imported", stage: "captured" });
    expect(list.parked).toEqual([]);
    const rows = RowsSchema.parse((await list.ask("GET", `imports/${importId}/rows?verdict=new`)).json);
    expect(rows.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(textIn(list.bucket.objects)).not.toContain("empresa-1.example");
  });
});

describe("imported lists as files", () => {
  const file = async (list: ReturnType<typeof importsOn>, path: string) => {
    const { json } = await list.ask("GET", `exports/${path}`);
    const { columns, rows } = ExportSchema.parse(json);
    return rows.map((row) => Object.fromEntries(columns.map(({ label }, i) => [label, row[i]])));
  };

  it("are the list of imports, and each row as it stood with what became of it", async () => {
    const list = importsOn();
    const importId = await list.upload(`${aList(300)}Sin correo;nada;=1+1;0034600111222\n`);
    expect(await file(list, "imports?language=es")).toMatchObject([{ Archivo: "feria.csv", Estado: "Por asignar" }]);
    await list.decide(importId, "terms", { terms: someTerms() });
    await list.work();
    const tried = await file(list, `import-rows?language=en&importId=${importId}`);
    expect(tried).toHaveLength(301);
    expect(tried[0]).toMatchObject({ Row: 2, "What becomes of it": "New", "Lead ID": null });
    const refused = await file(list, `import-rows?language=en&importId=${importId}&verdict=refused`);
    expect(refused).toMatchObject([{ Row: 302, "What becomes of it": "Refused", Empresa: "=1+1" }]);
    await list.decide(importId, "start");
    await list.work();
    const [done] = await file(list, `import-rows?language=en&importId=${importId}&verdict=new`);
    expect(list.leads().map(({ leadId }) => leadId)).toContain(done?.["Lead ID"]);
    expect(await file(list, "imports?language=en")).toMatchObject([{ State: "Done", "New leads": 300, Refused: 1 }]);
  });

  it("are for those who see the page", async () => {
    const list = importsOn();
    const importId = await list.upload(aList(1));
    const asked = async (path: string, role: Role) =>
      (await list.ask("GET", path, undefined, { user: "ana", role })).status;
    for (const path of [`exports/import-rows?language=es&importId=${importId}`, "exports/imports?language=es"])
      expect([await asked(path, "rep"), await asked(path, "manager")]).toEqual([403, 200]);
    expect(await asked("exports/import-rows?language=es&importId=none", "manager")).toBe(404);
  });
});

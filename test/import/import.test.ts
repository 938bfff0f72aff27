import { describe, expect, it } from "vitest";
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

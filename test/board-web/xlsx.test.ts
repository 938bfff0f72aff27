import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { tableOf } from "../../lambdas/domain/list/table.ts";
import { xlsxOf } from "../../web/board/components/xlsx.ts";

const read = async (file: Blob) => readExcelFile(Buffer.from(await file.arrayBuffer()));

describe("a workbook", () => {
  it("has typed cells, and texts exactly as they are, also those that look like formulas or numbers", async () => {
    const file = await xlsxOf({
      columns: [
        { label: "Empresa", type: "text" },
        { label: "Importe", type: "number" },
        { label: "Vence", type: "time" },
      ],
      rows: [
        ["=1+1", 12_500.5, "2026-12-01 10:30:00"],
        ["+34600112233", null, null],
        ["0012 <b>&\u0001\u{1F600}", -3, "2026-02-29x"],
      ],
      more: false,
    });
    const [sheet] = await read(file);
    expect(sheet?.data).toEqual([
      ["Empresa", "Importe", "Vence"],
      ["=1+1", 12_500.5, new Date("2026-12-01T10:30:00Z")],
      ["+34600112233", null, null],
      ["0012 <b>&\u{1F600}", -3, "2026-02-29x"],
    ]);
  });
});

describe("a table for a file", () => {
  const column = { label: "n", type: "number" as const, cell: (n: number) => n };

  it("ends at 10,000 rows, or before it is too large to be answered, and says so", () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => i);
    expect(tableOf([column], rows.slice(1), false)).toMatchObject({ more: false });
    const cut = tableOf([column], rows, false);
    expect([cut.rows.length, cut.more]).toEqual([10_000, true]);
    const wide = tableOf([{ label: "x", type: "text", cell: () => "ñ".repeat(1000) }], rows, false);
    expect(JSON.stringify(wide.rows).length * 2).toBeLessThan(6_000_000);
    expect(wide.more).toBe(true);
    expect(tableOf([column], [1], true).more).toBe(true);
  });
});

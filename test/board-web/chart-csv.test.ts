import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvCell, csvOf } from "../../lambdas/domain/list/csv.ts";

const rowsIn = (csv: string, delimiter: string): unknown =>
  parse(csv, { bom: true, delimiter, relaxColumnCount: true });

describe("a table for a spreadsheet", () => {
  it("is written as a Spanish one reads it", () => {
    const csv = csvOf(
      [
        ["Semana", "A tiempo"],
        ["S48", 0.9166666666],
        ["S49", null],
        ["S50", 12_000],
      ],
      "es",
    );
    expect(csv).toBe("\uFEFFSemana;A tiempo\r\nS48;0,916667\r\nS49;\r\nS50;12000\r\n");
  });

  it("is written as an English one reads it", () => {
    expect(
      csvOf(
        [
          ["Week", "In time"],
          ["W48", 0.5],
        ],
        "en",
      ),
    ).toBe("\uFEFFWeek,In time\r\nW48,0.5\r\n");
  });

  it("keeps numbers below zero as numbers", () => {
    expect(csvOf([[-0.25, -3]], "es")).toBe("\uFEFF-0,25;-3\r\n");
  });

  it.each(["=1+1", "+34600000000", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1"])("lets no text be a formula: %j", (text) => {
    for (const [language, delimiter] of [
      ["es", ";"],
      ["en", ","],
    ] as const) {
      expect(rowsIn(csvOf([[text]], language), delimiter)).toEqual([[`'${text}`]]);
    }
  });

  it("never needs quotes for a number, nor an exponent", () => {
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(fc.integer(), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(cell, fc.constantFrom("es", "en"), (number, language) => {
        expect(csvOf([[number]], language)).toMatch(
          language === "es" ? /^\uFEFF-?\d+(,\d+)?\r\n$/ : /^\uFEFF-?\d+(\.\d+)?\r\n$/,
        );
      }),
    );
  });
});

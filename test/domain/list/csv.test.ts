import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../../lambdas/domain/list/csv.ts";

describe.each([
  ["es", ";"],
  ["en", ","],
] as const)("a file for readers of %s", (language, delimiter) => {
  it("returns whatever stood in the cells", () => {
    const cell = fc.string().filter((text) => !/^[=+@\t\r\n＝＋－＠-]/.test(text));
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(rows, (given) => {
        const file = csvOf(given, language);
        expect(parse(file, { bom: true, delimiter, record_delimiter: "\r\n" })).toEqual(given);
      }),
    );
  });

  it("runs no cell as a formula", () => {
    const asFormulas = ["=1+1", "+34600", "+34-600-111", "+34 600 cmd", "@x", "-cmd", "-1-1"].concat([
      "＝1+1",
      "＋1",
      "＠x",
      "－1",
      "\t=1",
      "\n=1",
      "-5\n=1",
      "+34 600, cmd",
      "+34 600 ext. 12!A1",
      "+34 600\n=1",
    ]);
    const file = csvOf([asFormulas], language);
    expect(parse(file, { bom: true, delimiter })).toEqual([asFormulas.map((cell) => `'${cell}`)]);
  });

  it("leaves phones and negative numbers as they are read", () => {
    const plain = [
      "+34 600 11 22 33",
      "+1 212 555 0100",
      "+34 600111222, +34 910000000 ext. 12",
      "-5",
      "-12,50",
      "-12.50",
    ];
    expect(parse(csvOf([plain], language), { bom: true, delimiter })).toEqual([plain]);
  });
});

describe("numbers", () => {
  it("are written with the decimal sign of the language, and never rounded to cents", () => {
    expect([csvOf([[12_500.5, -0.125, 1e12, null]], "es"), csvOf([[12_500.5, -0.125, 1e12, null]], "en")]).toEqual([
      "\uFEFF12500,5;-0,125;1000000000000;\r\n",
      "\uFEFF12500.5,-0.125,1000000000000,\r\n",
    ]);
  });
});

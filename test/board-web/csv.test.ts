import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../web/board/components/data-table.tsx";

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
    const asFormulas = ["=1+1", "+34 600", "@x", "-cmd", "＝1+1", "＋1", "＠x", "－1", "\t=1", "\n=1"];
    const file = csvOf([asFormulas], language);
    expect(parse(file, { bom: true, delimiter })).toEqual([asFormulas.map((cell) => `'${cell}`)]);
  });
});

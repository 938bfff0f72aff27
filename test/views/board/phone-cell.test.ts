import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../../lambdas/domain/list/csv.ts";
import { phoneCell } from "../../../lambdas/views/board/phone-cell.ts";

const numbers = (...dials: string[]) => ({ numbers: dials.map((dial) => ({ as: dial, dial })) });

describe("a telephone in a file", () => {
  it.each([
    ["600111222", undefined, "600 111 222"],
    ["0034600111222", undefined, "003 460 011 122 2"],
    ["910.000.000", undefined, "910 000 000"],
    ["91-12-34", undefined, "91 12 34"],
    ["+34 (600) 11/22/33", undefined, "+34 600 11 22 33"],
    ["600111222 (tardes)", undefined, "600111222 (tardes)"],
    ["600111222", numbers("+34600111222"), "+34 600111222"],
    ["212 555 0100", numbers("+12125550100"), "+1 2125550100"],
    ["900", numbers("+351210000000;ext=12"), "+351 210000000 ext. 12"],
    ["600111222 / 910000000", numbers("+34600111222", "+34910000000"), "+34 600111222, +34 910000000"],
  ])("is a text that no spreadsheet takes for a number, a day or a formula: %s", (phone, read, cell) => {
    expect(phoneCell(phone, read)).toBe(cell);
    expect(parse(csvOf([[cell]], "es"), { bom: true, delimiter: ";" })).toEqual([[cell]]);
    expect(Number(cell)).toBeNaN();
  });
});

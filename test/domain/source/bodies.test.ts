import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonOf } from "../../../lambdas/domain/source/bodies.ts";

const parsed = (json: string): unknown => jsonOf({ url: "", headers: {}, body: Buffer.from(json) });

/** Written without a power, as JSON writes what is below 10^21. */
const mayBeRounded = (value: unknown): boolean =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && !String(value).includes("e");

describe("JSON of a tool", () => {
  it("is what JSON is, unless a number would be rounded", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const written = JSON.stringify(value);
        expect(parsed(written)).toEqual(JSON.parse(written, (_, each) => (mayBeRounded(each) ? `${each}` : each)));
      }),
    );
  });

  it("may be in UTF-16, whichever byte comes first, when it begins with its mark", () => {
    const little = Buffer.from('\ufeff{"name":"Íñigo"}', "utf16le");
    for (const body of [little, Buffer.from(little).swap16()])
      expect(jsonOf({ url: "", headers: {}, body })).toEqual({ name: "Íñigo" });
  });

  it("has ids above 2^53 as they are written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n }), fc.boolean(), (id, isNegative) => {
        const written = `${isNegative ? "-" : ""}${id}`;
        expect(parsed(`{"id":${written},"all":[${written} ,1]}`)).toEqual({ id: written, all: [written, 1] });
        expect(parsed(written)).toBe(written);
      }),
    );
  });

  it("changes nothing within a text, nor in a fraction or a power", () => {
    const text = 'id: 12345678901234567890, "x": [12345678901234567890] \\\\';
    expect(parsed(JSON.stringify({ [text]: text, id: 1 }))).toEqual({ [text]: text, id: 1 });
    expect(parsed("[0.12345678901234567890, 1e12, 12345678901234567890.5, 9007199254740991]")).toEqual([
      0.12345678901234568, 1e12, 12345678901234567000, 9007199254740991,
    ]);
  });

  it("is none when it is nested more deeply than anything sensible", () => {
    expect(parsed("[".repeat(10) + "]".repeat(10))).toBeDefined();
    expect(parsed("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined();
  });
});

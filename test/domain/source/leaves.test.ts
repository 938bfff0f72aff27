import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../../lambdas/domain/source/instants.ts";
import { atPointer, leavesOf, pointerOf } from "../../../lambdas/domain/source/leaves.ts";

describe("a JSON pointer", () => {
  const document = {
    foo: ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
  };

  it.each([
    ["", document],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ['/k"l', 6],
    ["/ ", 7],
    ["/m~0n", 8],
  ])("%s leads where section 5 of RFC 6901 says", (pointer, value) => {
    expect(atPointer(document, pointer)).toEqual(value);
  });

  it("leads nowhere else, also not to what every object has", () => {
    for (const pointer of ["/nothing", "/foo/2", "/foo/0/length", "/constructor", "/__proto__", "/toString/name"]) {
      expect(atPointer(document, pointer)).toBeUndefined();
    }
  });

  it("leads to each leaf that has it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const parsed: unknown = JSON.parse(JSON.stringify(json));
        for (const { path, value } of leavesOf(parsed)) expect(atPointer(parsed, pointerOf(path))).toEqual(value);
      }),
    );
  });
});

describe("an instant", () => {
  it.each([
    ["2026-11-18T18:17:02Z", "2026-11-18T18:17:02.000Z"],
    ["2026-11-18T18:17:02+01:00", "2026-11-18T17:17:02.000Z"],
    ["2026-11-18 18:17:02Z", "2026-11-18T18:17:02.000Z"],
    [1795025822, "2026-11-18T18:17:02.000Z"],
    [1795025822000, "2026-11-18T18:17:02.000Z"],
    ["2026-11-18T18:17:02", undefined],
    ["2026-13-18T18:17:02Z", undefined],
    ["18/11/2026", undefined],
    [Number.NaN, undefined],
    [-1, undefined],
    [8.64e15, undefined],
    ["2026-02-30T10:00:00Z", undefined],
    [null, undefined],
  ])("of %s is %s", (value, instant) => {
    expect(instantOf(value)).toBe(instant);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Approach } from "../../../lambdas/contract/agreement.ts";
import { approachFor } from "../../../lambdas/views/hand-off/subject-and-introduction.ts";

const approach = (name: string, rest: Pick<Approach, "personas" | "reasons"> = {}): Approach => ({
  ...rest,
  text: { es: name, en: name },
});

const all = [
  approach("for everybody"),
  approach("for the persona", { personas: ["owner"] }),
  approach("for a quote", { reasons: ["quote-requested"] }),
  approach("for a demo", { reasons: ["demo-requested", "too-early"] }),
  approach("for the persona's demo", { personas: ["owner"], reasons: ["demo-requested"] }),
];

const suggested = (persona: string | undefined, ...reasons: string[]) =>
  approachFor({ persona, reasons }, all)?.text.en;

describe("the suggested approach", () => {
  it.each([
    ["persona and reason before all", "owner", ["demo-requested"], "for the persona's demo"],
    ["a reason before the persona", "owner", ["quote-requested"], "for a quote"],
    ["the persona before everybody", "owner", ["page-viewed"], "for the persona"],
    ["what is for everybody at last", "budget", [], "for everybody"],
    ["the lead's first reason before its second", undefined, ["demo-requested", "quote-requested"], "for a demo"],
    ["the other way round", undefined, ["quote-requested", "demo-requested"], "for a quote"],
    ["the reason of an earlier cycle", "budget", ["page-viewed", "too-early"], "for a demo"],
  ])("%s", (_, persona, reasons, expected) => {
    expect(suggested(persona, ...reasons)).toBe(expected);
  });

  it("is none where none fits", () => {
    expect(approachFor({ persona: "owner", reasons: [] }, [approach("other", { personas: ["budget"] })])).toBe(
      undefined,
    );
  });

  it("fits, and no other that fits is more particular", () => {
    const some = (...ids: string[]) => fc.option(fc.subarray(ids, { minLength: 1 }), { nil: undefined });
    const approaches = fc.array(
      fc.record({
        personas: some("owner", "budget"),
        reasons: some("a", "b", "c"),
        text: fc.constant({ es: "", en: "" }),
      }),
    );
    fc.assert(
      fc.property(
        approaches,
        fc.constantFrom("owner", "budget"),
        fc.subarray(["a", "b", "c"]),
        (agreed, persona, reasons) => {
          const fits = (each: Approach) =>
            (each.personas?.includes(persona) ?? true) && (each.reasons?.some((id) => reasons.includes(id)) ?? true);
          const found = approachFor({ persona, reasons }, agreed);
          const fitting = agreed.filter(fits);
          if (found === undefined) expect(fitting).toEqual([]);
          else expect(fitting).toContain(found);
          if (found?.reasons === undefined) expect(fitting.filter((each) => each.reasons !== undefined)).toEqual([]);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ColumnQuerySchema } from "../../lambdas/contract/board.ts";
import { type Filters, filtersOf, queryOf } from "../../web/board/pages/pipeline/filters.ts";

const text = fc.string({ minLength: 1 });
const filters: fc.Arbitrary<Filters> = fc.record(
  {
    owner: text,
    persona: text,
    source: text,
    grade: text,
    overdue: fc.constant("1" as const),
    attention: fc.constant("1" as const),
  },
  { requiredKeys: [] },
);

describe("filters in the address", () => {
  it("are the same after they were written and read", () => {
    fc.assert(
      fc.property(filters, (given) => {
        expect(filtersOf(queryOf(given))).toEqual(given);
      }),
    );
  });

  it("are a query that the API knows, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webQueryParameters(), fc.string()), (search) => {
        expect(ColumnQuerySchema.safeParse(filtersOf(search)).success).toBe(true);
      }),
    );
  });

  it("leave the address alone when there are none, and always come in the same order", () => {
    expect(queryOf({ owner: "" })).toBe("");
    expect(queryOf({ overdue: "1", owner: "marta" })).toBe(queryOf({ owner: "marta", overdue: "1" }));
  });

  it("leave out what they do not know", () => {
    expect(filtersOf("?owner=marta&overdue=yes&cursor=x&color=red")).toEqual({ owner: "marta" });
  });
});

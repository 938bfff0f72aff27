import { describe, expect, it } from "vitest";
import type { Card, ColumnPage } from "../../lambdas/contract/board.ts";
import { cardsOf, goesOnByItself, hasToBeAsked } from "../../web/board/pages/pipeline/column-pages.ts";

const card = (leadId: string): Card => ({
  leadId,
  cycle: 1,
  stage: "nurturing",
  email: `${leadId}@empresa.example`,
  since: "2026-11-02T08:00:00.000Z",
});
const page = (count: number, cursor: string | undefined = "next", from = 0): ColumnPage => ({
  stage: "nurturing",
  cards: Array.from({ length: count }, (_, at) => card(`L${from + at}`)),
  ...(cursor !== "" && { cursor }),
  asOf: "2026-11-02T08:00:00.000Z",
});

describe("a column that is filtered", () => {
  it("reads on by itself while pages come back short, and asks after five", () => {
    const short = [page(1), page(0), page(2), page(0), page(1)];
    expect([1, 2, 3, 4, 5].map((count) => goesOnByItself(short.slice(0, count)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([1, 2, 3, 4, 5].map((count) => hasToBeAsked(short.slice(0, count)))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it("goes on for another five once it was asked to", () => {
    const pages = Array.from({ length: 6 }, () => page(0));
    expect([goesOnByItself(pages), hasToBeAsked(pages)]).toEqual([true, false]);
  });

  it("waits for the reader when a page is full, and ends where the column ends", () => {
    expect(goesOnByItself([page(0), page(40)])).toBe(false);
    expect(goesOnByItself([page(0), page(0, "")])).toBe(false);
    expect(goesOnByItself([])).toBe(false);
  });
});

it("a lead that is on two pages is shown once, where it came first", () => {
  expect(cardsOf([page(3), page(3, "next", 2)]).map(({ leadId }) => leadId)).toEqual(["L0", "L1", "L2", "L3", "L4"]);
});

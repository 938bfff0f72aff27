import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grid, nextCard } from "../../web/board/pages/pipeline/next-card.ts";

const grid: Grid = [
  { stage: "nurturing", ids: ["n0", "n1", "n2"] },
  { stage: "qualified", ids: [] },
  { stage: "handed-off", ids: ["h0", "h1"] },
];

describe("arrow keys between cards", () => {
  it.each([
    ["n0", "ArrowDown", { stage: "nurturing", index: 1 }],
    ["n1", "ArrowUp", { stage: "nurturing", index: 0 }],
    ["n1", "Home", { stage: "nurturing", index: 0 }],
    ["n0", "End", { stage: "nurturing", index: 2 }],
  ])("from %s %s goes within the column", (id, key, to) => expect(nextCard(grid, id, key)).toEqual(to));

  it("columns without cards are passed over, and a shorter column is entered at its end", () => {
    expect(nextCard(grid, "n2", "ArrowRight")).toEqual({ stage: "handed-off", index: 1 });
    expect(nextCard(grid, "h1", "ArrowLeft")).toEqual({ stage: "nurturing", index: 1 });
  });

  it("at an edge, by another key and from a card that has gone there is nowhere to go", () => {
    expect(nextCard(grid, "n0", "ArrowUp")).toBeUndefined();
    expect(nextCard(grid, "h1", "ArrowDown")).toBeUndefined();
    expect(nextCard(grid, "h0", "ArrowRight")).toBeUndefined();
    expect(nextCard(grid, "n0", "x")).toBeUndefined();
    expect(nextCard(grid, "gone", "ArrowDown")).toBeUndefined();
  });

  it("always lead to a card that is there", () => {
    const keys = fc.constantFrom("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End");
    fc.assert(
      fc.property(fc.constantFrom("n0", "n1", "n2", "h0", "h1"), fc.array(keys), (from, pressed) => {
        let at: string = from;
        for (const key of pressed) {
          const to = nextCard(grid, at, key);
          const id = to && grid.find(({ stage }) => stage === to.stage)?.ids[to.index];
          if (to !== undefined) expect(id).toBeDefined();
          at = id ?? at;
        }
      }),
    );
  });
});

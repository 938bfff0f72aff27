import { describe, expect, it } from "vitest";
import type { Chart } from "../../lambdas/contract/board.ts";
import { boardOption } from "../../web/board/components/board-option.ts";
import { chartRows } from "../../web/board/components/chart-table.tsx";

const both = (text: string) => ({ es: text, en: text });
const chart: Chart = {
  id: "outcomes",
  title: { es: "Ganados y perdidos", en: "Won and lost" },
  alt: both("…"),
  kind: "bars",
  unit: "count",
  categories: [
    { es: "S47", en: "W47" },
    { es: "S48", en: "W48" },
  ],
  series: [
    { name: { es: "Ganados", en: "Won" }, values: [3, 1], as: "bar" },
    { name: { es: "Perdidos", en: "Lost" }, values: [1, null], as: "bar" },
  ],
};
const optionOf = (shown: Chart, width: number, scale = 1) =>
  boardOption({ chart: shown, language: "es", theme: "light" }, { width, scale });

describe("a picture on the board", () => {
  it("draws its tooltip itself, as the page's policy lets no HTML bring styles", () => {
    expect(optionOf(chart, 600).tooltip).toMatchObject({ renderMode: "richText" });
  });

  it("draws the numbers that the table says", () => {
    const drawn = optionOf(chart, 600).series;
    expect(drawn).toMatchObject([{ data: [3, 1] }, { data: [1, null] }]);
    expect(chartRows(chart, "es")).toEqual([
      { name: "S47", values: [3, 1], parts: [undefined, undefined] },
      { name: "S48", values: [1, null], parts: [undefined, undefined] },
    ]);
    expect(chartRows(chart, "en").map(({ name }) => name)).toEqual(["W47", "W48"]);
  });

  it("distinguishes the second bar by its form, too", () => {
    expect(optionOf(chart, 600).series).toMatchObject([
      { itemStyle: {} },
      { itemStyle: { decal: { symbol: "rect" } } },
    ]);
    expect(optionOf(chart, 600).series).not.toMatchObject([{ itemStyle: { decal: {} } }, {}]);
  });

  it("leaves the numbers above the bars out where they would run into each other", () => {
    expect(optionOf(chart, 600).series).toMatchObject([{ label: { show: true } }, { label: { show: true } }]);
    expect(optionOf(chart, 90).series).toMatchObject([{ label: { show: false } }, { label: { show: false } }]);
  });

  it("grows its type for a room", () => {
    expect(optionOf(chart, 600)).toMatchObject({ textStyle: { fontSize: 12 } });
    expect(optionOf(chart, 600, 1.5)).toMatchObject({ textStyle: { fontSize: 18 } });
  });

  it("gives the names of lying bars a part of the room only", () => {
    const funnel = optionOf({ ...chart, kind: "funnel" }, 300);
    expect(funnel.yAxis).toMatchObject({ axisLabel: { width: 126, overflow: "break" } });
  });
});

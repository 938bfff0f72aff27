import { describe, expect, it } from "vitest";
import type { Chart } from "../../../lambdas/contract/board.ts";
import { chartOption } from "../../../lambdas/views/meeting/chart-option.ts";

const both = (text: string) => ({ es: text, en: text });
const bars = (values: readonly (number | null)[], promised: number): Chart => ({
  id: "mqls",
  title: both("MQL"),
  alt: both("…"),
  kind: "bars",
  categories: values.map((_, i) => both(`W${i}`)),
  series: [
    { name: both("MQL"), values, as: "bar" },
    { name: both("Promised"), values: values.map(() => promised), as: "promise" },
  ],
});

describe("the numbers of a chart's bars", () => {
  it("stand in a bar above which the line of the promise runs, and on all others", () => {
    const inside = (value: number) => ({ value, label: expect.objectContaining({ position: "insideTop" }) });
    const { series } = chartOption(bars([1, 14, 15, 16, 27, null], 15), { language: "en", theme: "light" });
    expect(series).toMatchObject([{ data: [1, inside(14), inside(15), 16, 27, null] }, {}]);
  });

  it("never stand in a bar that is too short for them", () => {
    const { series } = chartOption(bars([1, 20], 2), { language: "en", theme: "light" });
    expect(series).toMatchObject([{ data: [1, 20] }, {}]);
  });
});

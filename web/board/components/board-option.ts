import type { Chart } from "../../../lambdas/contract/board.ts";
import { type ChartLook, chartOption } from "../../../lambdas/views/meeting/chart-option.ts";

/** Pixels that the number above a bar needs, by unit. */
const labelWidths = { count: 26, share: 40, amount: 68, duration: 52 } as const;

/** Pixels of one entry of the legend. */
const legendWidth = 160;

/** Of a chart with horizontal bars, at most this share of the width is for their names. */
const shareOfNames = 0.42;

/** The colours of a raised surface of the page. */
const tooltipLooks = {
  light: { backgroundColor: "#ffffff", borderColor: "#868c97", textStyle: { color: "#1b1d22", fontSize: 13 } },
  dark: { backgroundColor: "#24272d", borderColor: "#747b87", textStyle: { color: "#eceef1", fontSize: 13 } },
} as const;

export interface Room {
  /** Pixels. */
  readonly width: number;
  /** Of the type: 1 at a desk, more while presenting. */
  readonly scale: number;
}

/**
 * The meeting's chart, adapted to the page. The tooltip is drawn on the canvas, as the content security policy forbids
 * the inline styles of an HTML tooltip; numbers above the bars are left out where there is no room.
 */
export const boardOption = ({ chart, ...look }: ChartLook & { readonly chart: Chart }, { width, scale }: Room) => {
  const { aria: _, tooltip, series, grid, yAxis, ...option } = entriesOf(enlarged(chartOption(chart, look), scale));
  const isFunnel = chart.kind === "funnel";
  const bars = chart.series.filter(({ as }) => as !== "promise").length;
  const isCrowded = !isFunnel && width / (chart.categories.length * bars) < scale * labelWidths[chart.unit ?? "count"];
  const legendBreaks = !isFunnel && width < chart.series.length * legendWidth * scale;
  return {
    ...option,
    grid: { ...entriesOf(grid), ...(!isFunnel && { top: scale * (legendBreaks ? 60 : 40) }) },
    tooltip: { ...entriesOf(tooltip), ...tooltipLooks[look.theme], renderMode: "richText" },
    yAxis: isFunnel ? withRoomForNames(entriesOf(yAxis), { width, scale }) : yAxis,
    series: Array.isArray(series) ? series.map((each, i) => barOf(each, i, isCrowded)) : series,
  };
};

const enlarged = (value: unknown, scale: number): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => enlarged(each, scale));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      key === "fontSize" && typeof inner === "number" ? Math.round(inner * scale) : enlarged(inner, scale),
    ]),
  );
};

const withRoomForNames = (axis: Record<string, unknown>, { width, scale }: Room) => ({
  ...axis,
  axisLabel: {
    ...entriesOf(axis.axisLabel),
    width: Math.min(240, Math.round(width * shareOfNames)),
    overflow: "break",
    lineHeight: 14 * scale,
  },
});

/** Stripes tell a second bar from the first without relying on colour. */
const barOf = (series: unknown, i: number, isCrowded: boolean) => {
  const { itemStyle, label, ...rest } = entriesOf(series);
  return {
    ...rest,
    label: isCrowded ? { show: false } : label,
    itemStyle: { ...entriesOf(itemStyle), ...(i > 0 && rest.type === "bar" && { decal: stripes }) },
  };
};

const stripes = {
  symbol: "rect",
  color: "rgba(255, 255, 255, 0.4)",
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
};

const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

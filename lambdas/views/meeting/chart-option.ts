import type { Chart } from "../../contract/board.ts";
import { defaultCurrency } from "../../contract/money.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayMoney } from "../../domain/text/say-money.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { sayPart } from "../../domain/text/say-part.ts";

export interface ChartLook {
  readonly language: Language;
  readonly theme: "light" | "dark";
}

/** An ECharts option, as plain data and functions: this module knows nothing of the library. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** Each has a contrast of 3:1 at least to its ground, and they differ in lightness, too. */
const palettes = {
  light: {
    ground: "#ffffff",
    ink: "#1b2430",
    quiet: "#566173",
    line: "#dfe3e9",
    series: ["#0b5cad", "#c2571a"],
    promise: "#1b2430",
  },
  dark: {
    ground: "#1a212b",
    ink: "#e8ecf2",
    quiet: "#a9b4c4",
    line: "#333d4b",
    series: ["#63a9f0", "#f0a35e"],
    promise: "#e8ecf2",
  },
} as const;
type Palette = (typeof palettes)[keyof typeof palettes];

/** What ECharts needs to draw the chart, on the board and for the mail alike; the size is the container's. */
export const chartOption = (chart: Chart, { language, theme }: ChartLook): ChartOption => {
  const palette = palettes[theme];
  const say = sayIn(chart, language);
  return {
    backgroundColor: "transparent",
    animation: false,
    textStyle: { color: palette.ink, fontSize: 12 },
    aria: { enabled: true, label: { description: chart.alt[language] } },
    tooltip: { trigger: "axis", valueFormatter: say, confine: true },
    ...(chart.kind === "funnel"
      ? { grid: { left: 8, right: 44, top: 8, bottom: 8, ...withLabels } }
      : {
          grid: { left: 8, right: 12, top: chart.series.length > 2 ? 58 : 40, bottom: 8, ...withLabels },
          legend: legendOf(palette, chart, language),
        }),
    ...axesOf(chart, { language, palette, say }),
    series: chart.series.map((series, i) => seriesOf(chart, series, { language, palette, say, i })),
  };
};

/** The margins are those of the labels, not of the plot. */
const withLabels = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" } as const;

const legendOf = ({ ink }: Palette, { series }: Chart, language: Language) => ({
  // The promise is a line without points.
  data: series.map(({ name, as }) => ({
    name: name[language],
    ...(as === "promise" && { itemStyle: { opacity: 0 }, lineStyle: { type: "dashed" } }),
  })),
  top: 0,
  left: 0,
  itemWidth: 18,
  itemHeight: 10,
  textStyle: { color: ink, fontSize: 12 },
});

type Say = (value: unknown) => string;

const sayIn =
  ({ unit = "count", currency = defaultCurrency }: Chart, language: Language): Say =>
  (value) => {
    if (typeof value !== "number") return "–";
    switch (unit) {
      case "share":
        return sayShare(value, language);
      case "count":
        return sayNumber(value, language);
      case "amount":
        return sayMoney({ amount: value, currency }, language);
      case "duration":
        return sayHours(value, language);
      default:
        return assertNever(unit);
    }
  };

const days = { es: { one: "# día", other: "# días" }, en: { one: "# day", other: "# days" } } as const;

/** Short, for axes. */
const sayHours = (seconds: number, language: Language): string =>
  seconds < 86_400
    ? `${sayNumber(seconds / 3600, language, 1)} h`
    : plural(seconds / 86_400, language, days[language], 1);

interface Look {
  readonly language: Language;
  readonly palette: Palette;
  readonly say: Say;
}

const axesOf = (chart: Chart, { language, palette, say }: Look) => {
  const category = {
    type: "category",
    data: chart.categories.map((each) => each[language]),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.ink, fontSize: 12, lineHeight: 14, width: 170, overflow: "break" },
  };
  const value = {
    type: "value",
    min: 0,
    ...(chart.unit === "share" && { max: 1, interval: 0.25 }),
    minInterval: chart.unit === "count" ? 1 : undefined,
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.quiet, fontSize: 12, formatter: say },
  };
  return chart.kind === "funnel"
    ? {
        xAxis: { ...value, axisLabel: { show: false }, splitLine: { show: false } },
        yAxis: { ...category, inverse: true, axisLine: { show: false } },
      }
    : {
        xAxis: { ...category, axisLabel: { color: palette.ink, fontSize: 12, lineHeight: 14, formatter: inTwoLines } },
        yAxis: value,
      };
};

const none = { part: 0, whole: 0 } as const;

/** "So far" stands below the week's name, where it takes no room from the others. */
const inTwoLines = (name: string): string => name.replace(" (", "\n(");

const symbols = ["circle", "diamond"] as const;

const seriesOf = (
  chart: Chart,
  { name, values, as, counts }: Chart["series"][number],
  { language, palette, say, i }: Look & { readonly i: number },
) => {
  const { kind } = chart;
  const colour = palette.series[i % palette.series.length];
  const common = { name: name[language], data: values };
  if (as === "promise")
    return {
      ...common,
      type: "line",
      symbol: "none",
      step: "middle",
      color: palette.promise,
      lineStyle: { color: palette.promise, width: 2, type: "dashed" },
    };
  if (as === "line" || (as === undefined && kind === "lines"))
    return {
      ...common,
      type: "line",
      color: colour,
      symbol: symbols[i % symbols.length],
      symbolSize: 7,
      lineStyle: { color: colour, width: 2.5 },
      ...(counts && {
        tooltip: { valueFormatter: (_: unknown, at: number) => sayPart(counts[at] ?? none, language) },
      }),
    };
  return {
    ...common,
    data: values.map((value, at) => dataOf(value, at, chart, palette)),
    type: "bar",
    color: colour,
    barMaxWidth: 36,
    itemStyle: { borderRadius: kind === "funnel" ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    label: {
      show: true,
      position: kind === "funnel" ? "right" : "top",
      color: palette.ink,
      // Readable where the line of the promise crosses it, too.
      textBorderColor: palette.ground,
      textBorderWidth: 3,
      fontSize: 12,
      formatter: ({ value }: { readonly value: unknown }) => say(value),
    },
  };
};

/** A week that is not over is drawn paler: it is still growing. */
const dataOf = (value: number | null, at: number, chart: Chart, palette: Palette) => {
  if (chart.endsOpen === true && at === chart.categories.length - 1)
    return { value, itemStyle: { opacity: 0.45 }, label: { opacity: 1 } };
  return touchesPromise(value, chart) ? inBar(value, palette) : value;
};

/** As much of the chart's height as a label takes. */
const labelShare = 0.12;

/** The line of the promise would cross the label above the bar. */
const touchesPromise = (value: number | null, { kind, series }: Chart): boolean => {
  if (value === null || kind === "funnel") return false;
  const room = labelShare * Math.max(...series.flatMap(({ values }) => values.map((each) => each ?? 0)));
  const promised = series.filter(({ as }) => as === "promise").flatMap(({ values }) => values.map((each) => each ?? 0));
  return value > room && promised.some((line) => line >= value && line - value < room);
};

const inBar = (value: number | null, { ground }: Palette) => ({
  value,
  label: { position: "insideTop", color: ground, textBorderWidth: 0 },
});

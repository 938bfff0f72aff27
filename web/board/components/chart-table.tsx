import type { Chart } from "../../../lambdas/contract/board.ts";
import type { Bilingual, Language } from "../../../lambdas/contract/stages.ts";
import { type Part, sayPart } from "../../../lambdas/domain/text/say-part.ts";
import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { chartWords as words } from "./chart-words.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

/** The numbers of a chart as a table, with a download. */
export const ChartTable = ({ chart }: { readonly chart: Chart }) => {
  const { language, say } = useLanguage();
  const show = useShow(chart);
  return (
    <details className="chart-table">
      <summary>{say(words.asTable)}</summary>
      <DataTable
        caption={say(chart.title)}
        csvName={chart.id}
        rows={chartRows(chart, language)}
        columns={chartColumns(chart, show, language)}
      />
    </details>
  );
};

/** On the page and in its file: the category, then each series; of shares, in the file, also how many of how many. */
export const chartColumns = (
  chart: Chart,
  show: (value: number | null) => string,
  language: Language,
): DataColumn<ChartRow>[] => {
  const say = (text: Bilingual): string => text[language];
  return [
    { id: "name", label: say(chart.kind === "funnel" ? words.row : words.week), value: ({ name }) => name },
    ...chart.series.flatMap(({ name }, i): DataColumn<ChartRow>[] => [
      {
        id: String(i),
        label: say(name),
        ...(chart.currency !== undefined && { labelInFile: `${say(name)} (${chart.currency})` }),
        align: "end",
        value: ({ values, parts }) => (parts[i] === undefined ? show(values[i] ?? null) : sayPart(parts[i], language)),
        csv: ({ values }) => values[i] ?? null,
      },
      ...countColumns(chart, i, say),
    ]),
  ];
};

const useShow = ({ unit = "count", currency }: Chart): ((value: number | null) => string) => {
  const format = useFormat();
  const shows = {
    count: format.number,
    share: format.share,
    amount: (value: number) => format.money(value, currency),
    duration: format.duration,
  };
  return (value) => (value === null ? "–" : shows[unit](value));
};

interface ChartRow {
  readonly name: string;
  /** One for each series; of shares, also how many of how many. */
  readonly values: readonly (number | null)[];
  readonly parts: readonly (Part | undefined)[];
}

const countColumns = ({ series }: Chart, i: number, say: (text: Bilingual) => string): DataColumn<ChartRow>[] =>
  series[i]?.counts === undefined
    ? []
    : (["part", "whole"] as const).map((id) => ({
        id: `${id}-${i}`,
        label: `${say(series[i]?.name ?? words.row)}: ${say(words[id])}`,
        value: ({ parts }: ChartRow) => parts[i]?.[id] ?? 0,
        onlyInFile: true as const,
      }));

/** The numbers of a chart, one row for each category: exactly what is drawn. */
export const chartRows = ({ categories, series }: Chart, language: Language): ChartRow[] =>
  categories.map((category, i) => ({
    name: category[language],
    values: series.map(({ values }) => values[i] ?? null),
    parts: series.map(({ counts }) => counts?.[i]),
  }));

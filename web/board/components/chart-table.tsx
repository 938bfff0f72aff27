import type { Chart } from "../../../lambdas/contract/board.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { chartWords as words } from "./chart-words.ts";
import { DataTable } from "./data-table.tsx";

/** The numbers of a chart as a table, with a download. */
export const ChartTable = ({ chart }: { readonly chart: Chart }) => {
  const { language, say } = useLanguage();
  const show = useShow(chart.unit ?? "count");
  return (
    <details className="chart-table">
      <summary>{say(words.asTable)}</summary>
      <DataTable
        caption={say(chart.title)}
        csvName={chart.id}
        rows={chartRows(chart, language)}
        columns={[
          { id: "name", label: say(chart.kind === "funnel" ? words.row : words.week), value: ({ name }) => name },
          ...chart.series.map(({ name }, i) => ({
            id: String(i),
            label: say(name),
            align: "end" as const,
            value: ({ values }: { readonly values: readonly (number | null)[] }) => show(values[i] ?? null),
            csv: ({ values }: { readonly values: readonly (number | null)[] }) => values[i] ?? null,
          })),
        ]}
      />
    </details>
  );
};

const useShow = (unit: NonNullable<Chart["unit"]>): ((value: number | null) => string) => {
  const format = useFormat();
  const shows = { count: format.number, share: format.share, amount: format.money, duration: format.duration };
  return (value) => (value === null ? "–" : shows[unit](value));
};

interface ChartRow {
  readonly name: string;
  /** One for each series. */
  readonly values: readonly (number | null)[];
}

/** The numbers of a chart, one row for each category: exactly what is drawn. */
export const chartRows = ({ categories, series }: Chart, language: Language): ChartRow[] =>
  categories.map((category, i) => ({
    name: category[language],
    values: series.map(({ values }) => values[i] ?? null),
  }));

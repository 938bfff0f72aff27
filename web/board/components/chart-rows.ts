import type { Chart } from "../../../lambdas/contract/board.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";

export interface ChartRow {
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

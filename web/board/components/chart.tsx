import "./chart.css";
import { lazy, Suspense } from "react";
import type { Chart as ChartData } from "../../../lambdas/contract/board.ts";
import { useLanguage } from "../language.tsx";
import { ChartTable } from "./chart-table.tsx";

/** The chart library is loaded only when there is a chart to draw. */
const ChartCanvas = lazy(() => import("./chart-canvas.tsx"));

interface Props {
  readonly chart: ChartData;
  /** Level of its heading on the page. @default 3 */
  readonly level?: 2 | 3 | 4;
}

/** A chart with its text alternative, and the same numbers as a table and as CSV. */
export const Chart = ({ chart, level = 3 }: Props) => {
  const { say } = useLanguage();
  const Heading = `h${level}` as const;
  return (
    <figure className="chart">
      <figcaption>
        <Heading className="chart-title">{say(chart.title)}</Heading>
      </figcaption>
      <div className="chart-picture" data-kind={chart.kind} role="img" aria-label={say(chart.alt)}>
        <Suspense fallback={null}>
          <ChartCanvas chart={chart} />
        </Suspense>
      </div>
      <ChartTable chart={chart} />
    </figure>
  );
};

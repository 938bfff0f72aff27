import type { DrawChart } from "../adapters/chart-pictures.ts";
import type { Chart } from "../contract/board.ts";
import type { Language } from "../contract/stages.ts";
import { chartOption } from "../domain/meeting/chart-option.ts";
import type { PaintedChart } from "../domain/meeting/pack-mail.ts";

/** As wide as a mail's text; drawn smaller than that, so that its words are still read on a phone. */
const shownWidth = 528;
const drawnWidth = 400;
const heightOf = ({ kind, categories }: Chart): number => (kind === "funnel" ? 24 + 34 * categories.length : 210);

/** The charts in one language, painted once for all its readers; on a light ground, which mails bring along. */
export const paintCharts = (charts: readonly Chart[], language: Language, draw: DrawChart): PaintedChart[] =>
  charts.map((chart) => {
    const height = heightOf(chart);
    const size = { width: shownWidth, height: Math.round((height * shownWidth) / drawnWidth) };
    const option = chartOption(chart, { language, theme: "light" });
    return { chart, size, bytes: draw(option, { width: drawnWidth, height }) };
  });

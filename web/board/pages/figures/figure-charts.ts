import type { Chart, Figures, Me, WeekFigures } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { weekLabel } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { bilingual } from "../../../../lambdas/domain/text/bilingual.ts";
import { sayNumber } from "../../../../lambdas/domain/text/say-number.ts";
import { chartsOf } from "../../../../lambdas/views/meeting/charts.ts";

/** The meeting's pictures by their ids, so that mail and board draw the same, and what only this page shows. */
export const figureCharts = (figures: Figures, stages: Me["stages"]) => {
  const meeting = chartsOf(figures, stages);
  const shared = (id: string): Chart[] => meeting.filter((chart) => chart.id === id);
  return {
    trends: [...shared("mqls"), ...shared("rates"), leadsChart(figures), outcomesChart(figures), amountChart(figures)],
    funnel: shared("funnel"),
    sources: sourcesChart(figures),
  };
};

const byWeek = (weeks: readonly WeekFigures[], read: (week: WeekFigures) => number) => ({
  kind: "bars" as const,
  categories: weeks.map(({ week }) => weekLabel(week)),
  values: weeks.map(read),
});

const totalOf = (values: readonly number[]): Bilingual => {
  const total = values.reduce((all, one) => all + one, 0);
  return { es: sayNumber(total, "es"), en: sayNumber(total, "en") };
};

const leadsChart = ({ weeks }: Figures): Chart => {
  const { values, ...chart } = byWeek(weeks, ({ leads }) => leads);
  return {
    ...chart,
    id: "leads",
    title: { es: "Leads captados", en: "Leads captured" },
    alt: bilingual((language) => ({
      es: `Leads captados por semana; ${totalOf(values)[language]} en ${weeks.length} semanas.`,
      en: `Leads captured a week; ${totalOf(values)[language]} in ${weeks.length} weeks.`,
    })),
    unit: "count",
    series: [{ name: { es: "Leads", en: "Leads" }, values, as: "bar" }],
  };
};

const outcomesChart = ({ weeks }: Figures): Chart => {
  const { values: won, ...chart } = byWeek(weeks, (week) => week.won);
  const { values: lost } = byWeek(weeks, (week) => week.lost);
  return {
    ...chart,
    id: "outcomes",
    title: { es: "Ganados y perdidos", en: "Won and lost" },
    alt: bilingual((language) => ({
      es: `${totalOf(won)[language]} ganados y ${totalOf(lost)[language]} perdidos en ${weeks.length} semanas.`,
      en: `${totalOf(won)[language]} won and ${totalOf(lost)[language]} lost in ${weeks.length} weeks.`,
    })),
    unit: "count",
    series: [
      { name: { es: "Ganados", en: "Won" }, values: won, as: "bar" },
      { name: { es: "Perdidos", en: "Lost" }, values: lost, as: "bar" },
    ],
  };
};

const amountChart = ({ weeks }: Figures): Chart => {
  const { values, ...chart } = byWeek(weeks, ({ amount }) => amount);
  return {
    ...chart,
    id: "amount",
    title: { es: "Importe ganado", en: "Amount won" },
    alt: bilingual((language) => ({
      es: `Importe ganado por semana; ${totalOf(values)[language]} en ${weeks.length} semanas.`,
      en: `Amount won a week; ${totalOf(values)[language]} in ${weeks.length} weeks.`,
    })),
    unit: "amount",
    series: [{ name: { es: "Importe", en: "Amount" }, values, as: "bar" }],
  };
};

/** How many deals each source brought, the best first. */
const sourcesChart = ({ bySource }: Figures): Chart => {
  const sources = [...bySource].sort((one, other) => other.won - one.won);
  return {
    id: "sources",
    title: { es: "Ventas ganadas por origen", en: "Deals won by source" },
    alt: bilingual((language) => ({
      es: `Ventas ganadas por origen: ${sources.map(({ label, won }) => `${label[language]}, ${won}`).join("; ")}.`,
      en: `Deals won by source: ${sources.map(({ label, won }) => `${label[language]}, ${won}`).join("; ")}.`,
    })),
    kind: "funnel",
    unit: "count",
    categories: sources.map(({ label }) => label),
    series: [{ name: { es: "Ganados", en: "Won" }, values: sources.map(({ won }) => won), as: "bar" }],
  };
};

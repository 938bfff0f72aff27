import type { Chart, Figures, Me, WeekFigures } from "../../../../lambdas/contract/board.ts";
import { defaultCurrency } from "../../../../lambdas/contract/money.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { sumsOf } from "../../../../lambdas/domain/money/money.ts";
import { bilingual } from "../../../../lambdas/domain/text/bilingual.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import { sayMoney } from "../../../../lambdas/domain/text/say-money.ts";
import { sayNumber } from "../../../../lambdas/domain/text/say-number.ts";
import { chartsOf, byWeek as weeksOf } from "../../../../lambdas/views/meeting/charts.ts";
import { currenciesIn, wonIn } from "./amounts.ts";

/** The meeting's charts, so that mail and board draw the same, and those that only this page shows. */
export const figureCharts = (figures: Figures, { stages, currencies }: Pick<Me, "stages" | "currencies">) => {
  const [own = defaultCurrency] = currencies;
  const meeting = chartsOf(figures, stages);
  const shared = (id: string): Chart[] => meeting.filter((chart) => chart.id === id);
  return {
    trends: [
      ...shared("mqls"),
      ...shared("rates"),
      leadsChart(figures),
      outcomesChart(figures),
      ...currenciesIn(figures.weeks, own).map((currency) => amountChart(figures, currency, own)),
    ],
    funnel: shared("funnel"),
    sources: sourcesChart(figures),
  };
};

const byWeek = (weeks: readonly WeekFigures[], read: (week: WeekFigures) => number) => ({
  kind: "bars" as const,
  ...weeksOf(weeks),
  values: weeks.map(read),
});

const sumOf = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const weeksIn = ({ length }: readonly unknown[]): Bilingual =>
  pluralInBoth(length, { es: ["# semana", "# semanas"], en: ["# week", "# weeks"] });
const wonDeals = (count: number): Bilingual =>
  pluralInBoth(count, { es: ["# ganado", "# ganados"], en: ["# won", "# won"] });
const lostDeals = (count: number): Bilingual =>
  pluralInBoth(count, { es: ["# perdido", "# perdidos"], en: ["# lost", "# lost"] });

const leadsChart = ({ weeks }: Figures): Chart => {
  const { values, ...chart } = byWeek(weeks, ({ leads }) => leads);
  return {
    ...chart,
    id: "leads",
    title: { es: "Leads captados", en: "Leads captured" },
    alt: bilingual((language) => ({
      es: `Leads captados por semana; ${sayNumber(sumOf(values), language)} en ${weeksIn(weeks).es}.`,
      en: `Leads captured per week; ${sayNumber(sumOf(values), language)} in ${weeksIn(weeks).en}.`,
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
    alt: {
      es: `${wonDeals(sumOf(won)).es} y ${lostDeals(sumOf(lost)).es} en ${weeksIn(weeks).es}.`,
      en: `${wonDeals(sumOf(won)).en} and ${lostDeals(sumOf(lost)).en} in ${weeksIn(weeks).en}.`,
    },
    unit: "count",
    series: [
      { name: { es: "Ganados", en: "Won" }, values: won, as: "bar" },
      { name: { es: "Perdidos", en: "Lost" }, values: lost, as: "bar" },
    ],
  };
};

/** Amounts of two currencies have no common axis: each has a chart of its own. */
const amountChart = ({ weeks }: Figures, currency: string, own: string): Chart => {
  const { values, ...chart } = byWeek(weeks, (week) => wonIn(week, currency));
  const [all = { amount: 0, currency }] = sumsOf(
    values.map((amount) => ({ amount, currency })),
    [],
  );
  const named = currency === own ? "" : ` (${currency})`;
  return {
    ...chart,
    id: currency === own ? "amount" : `amount-${currency.toLowerCase()}`,
    title: { es: `Importe ganado${named}`, en: `Amount won${named}` },
    alt: {
      es: `Importe ganado por semana; ${sayMoney(all, "es")} en ${weeksIn(weeks).es}.`,
      en: `Amount won per week; ${sayMoney(all, "en")} in ${weeksIn(weeks).en}.`,
    },
    unit: "amount",
    currency,
    series: [{ name: { es: "Importe", en: "Amount" }, values, as: "bar" }],
  };
};

/** How many deals each source brought, best first. */
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

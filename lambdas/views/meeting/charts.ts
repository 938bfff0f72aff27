import type { Chart, Figures, WeekFigures } from "../../contract/board.ts";
import type { Bilingual, Stage } from "../../contract/stages.ts";
import { weekLabel } from "../../domain/meeting/meeting-week.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { type Part, sayPart } from "../../domain/text/say-part.ts";

type Charted = Pick<Figures, "weeks" | "stages" | "rejectReasons">;
type StageLabels = readonly { readonly id: Stage; readonly label: Bilingual }[];

/**
 * The steps on the way to a deal, in order. Each is the figure that the weeks show: new leads and not their later cycles,
 * MQLs and acceptances once a cycle, deals with their corrections.
 */
const funnelOf = ({ weeks, stages }: Charted): { readonly stage: Stage; readonly count: number }[] => {
  const sum = (of: (week: WeekFigures) => number) => weeks.reduce((all, week) => all + of(week), 0);
  const entered = (id: Stage) => stages.find(({ stage }) => stage === id)?.entered ?? 0;
  return [
    { stage: "captured", count: sum(({ leads }) => leads) },
    { stage: "qualified", count: sum(({ mqls }) => mqls) },
    { stage: "accepted", count: sum(({ accepted }) => accepted) },
    { stage: "sales-qualified", count: entered("sales-qualified") },
    { stage: "opportunity", count: entered("opportunity") },
    { stage: "won", count: sum(({ won }) => won) },
  ];
};

const mostReasons = 6;

const inWeeks = {
  es: { one: "# semana", other: "# semanas" },
  en: { one: "# week", other: "# weeks" },
} as const;

/**
 * The figures as pictures, the same for mail and board; what has nothing to show is left out.
 * @param stages the agreement's words for the stages; their ids where it has none
 */
export const chartsOf = (figures: Charted, stages: StageLabels = []): Chart[] => [
  ...(figures.weeks.length === 0 ? [] : [mqlChart(figures), rateChart(figures)]),
  ...funnelChart(figures, stages),
  ...reasonChart(figures),
];

/** What all charts by week have in common: a week that is not over says so. */
export const byWeek = (weeks: readonly WeekFigures[]) => ({
  categories: weeks.map(weekCalled),
  ...(weeks.at(-1)?.state === "current" && { endsOpen: true }),
});

/** A week on an axis, or above a column. */
export const weekCalled = ({ week, state }: WeekFigures): Bilingual => {
  const { es, en } = weekLabel(week);
  return state === "current" ? { es: `${es} (en curso)`, en: `${en} (so far)` } : { es, en };
};

const mqlChart = ({ weeks }: Charted): Chart => {
  const last = weeks.at(-1);
  return {
    id: "mqls",
    title: { es: "MQL por semana y los prometidos", en: "MQLs per week and promised" },
    alt: bilingual((language) => {
      const values = weeks.map((week) => `${weekCalled(week)[language]}: ${sayNumber(week.mqls, language)}`);
      const promise = sayNumber(last?.promisedMqls ?? 0, language);
      return {
        es: `MQL por semana: ${values.join(", ")}. Prometidos: ${promise}.`,
        en: `MQLs per week: ${values.join(", ")}. Promised: ${promise}.`,
      };
    }),
    kind: "bars",
    unit: "count",
    ...byWeek(weeks),
    series: [
      { name: { es: "MQL", en: "MQLs" }, values: weeks.map(({ mqls }) => mqls), as: "bar" },
      { name: { es: "Prometidos", en: "Promised" }, values: weeks.map((week) => week.promisedMqls), as: "promise" },
    ],
  };
};

const rateChart = ({ weeks }: Charted): Chart => {
  const [inTime, accepted] = [weeks.map(inTimeIn), weeks.map(acceptedIn)];
  const rates = (counts: readonly Part[]) => counts.map(({ part, whole }) => (whole === 0 ? null : part / whole));
  return {
    id: "rates",
    title: { es: "Atendidos en plazo y aceptación", en: "Followed up on time and acceptance" },
    alt: bilingual((language) => {
      const each = weeks.map((week) => {
        const [met, yes] = [sayPart(inTimeIn(week), language), sayPart(acceptedIn(week), language)];
        return `${weekCalled(week)[language]}: ${met} / ${yes}`;
      });
      return {
        es: `Atendidos en plazo / leads aceptados: ${each.join("; ")}.`,
        en: `Followed up on time / leads accepted: ${each.join("; ")}.`,
      };
    }),
    kind: "lines",
    unit: "share",
    ...byWeek(weeks),
    series: [
      { name: { es: "En plazo (ventas)", en: "On time (sales)" }, values: rates(inTime), as: "line", counts: inTime },
      {
        name: { es: "Aceptación (marketing)", en: "Acceptance (marketing)" },
        values: rates(accepted),
        as: "line",
        counts: accepted,
      },
      {
        name: { es: "Aceptación acordada", en: "Agreed acceptance" },
        values: weeks.map(({ leastAcceptanceRate }) => leastAcceptanceRate),
        as: "promise",
      },
    ],
  };
};

/** Answers in time, of all promises that were decided in the week: by an answer in time, or by the deadline. */
export const inTimeIn = ({ inTime, breached }: WeekFigures): Part => ({ part: inTime, whole: inTime + breached });

/** Leads accepted, of all that sales decided on in the week. */
export const acceptedIn = ({ accepted, rejected }: WeekFigures): Part => ({
  part: accepted,
  whole: accepted + rejected,
});

const funnelChart = (figures: Charted, labels: StageLabels): Chart[] => {
  const steps = funnelOf(figures);
  if (!steps.some(({ count }) => count > 0)) return [];
  const { weeks } = figures;
  const labelOf = (id: Stage): Bilingual => labels.find((each) => each.id === id)?.label ?? { es: id, en: id };
  return [
    {
      id: "funnel",
      title: {
        es: `De lead a venta: lo que ocurrió en ${plural(weeks.length, "es", inWeeks.es)}`,
        en: `From lead to deal: what happened in ${plural(weeks.length, "en", inWeeks.en)}`,
      },
      alt: bilingual((language) => {
        const each = steps.map(({ stage, count }) => `${labelOf(stage)[language]}: ${sayNumber(count, language)}`);
        return { es: `Leads por etapa: ${each.join(", ")}.`, en: `Leads by stage: ${each.join(", ")}.` };
      }),
      kind: "funnel",
      unit: "count",
      categories: steps.map(({ stage }) => labelOf(stage)),
      series: [{ name: { es: "Leads", en: "Leads" }, values: steps.map(({ count }) => count), as: "bar" }],
    },
  ];
};

const reasonChart = ({ rejectReasons, weeks }: Charted): Chart[] => {
  const given = rejectReasons
    .map(({ label, counts }) => ({ label, count: counts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, mostReasons);
  if (given.length === 0) return [];
  return [
    {
      id: "reject-reasons",
      title: {
        es: `Por qué ventas rechaza leads (${plural(weeks.length, "es", inWeeks.es)})`,
        en: `Why sales rejects leads (${plural(weeks.length, "en", inWeeks.en)})`,
      },
      alt: bilingual((language) => {
        const each = given.map(({ label, count }) => `${label[language]}: ${sayNumber(count, language)}`);
        return { es: `Rechazos por motivo: ${each.join(", ")}.`, en: `Rejections by reason: ${each.join(", ")}.` };
      }),
      kind: "funnel",
      unit: "count",
      categories: given.map(({ label }) => label),
      series: [{ name: { es: "Rechazos", en: "Rejections" }, values: given.map(({ count }) => count), as: "bar" }],
    },
  ];
};

import type { Chart, Figures } from "../../contract/board.ts";
import type { Bilingual, Stage } from "../../contract/stages.ts";
import { weekLabel } from "../../domain/meeting/meeting-week.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";

type Charted = Pick<Figures, "weeks" | "stages" | "rejectReasons">;
type StageLabels = readonly { readonly id: Stage; readonly label: Bilingual }[];

/** The stages whose entries show how far leads come, in order. */
const funnelStages = [
  "captured",
  "qualified",
  "accepted",
  "sales-qualified",
  "opportunity",
  "won",
] as const satisfies readonly Stage[];

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

const mqlChart = ({ weeks }: Charted): Chart => {
  const last = weeks.at(-1);
  return {
    id: "mqls",
    title: { es: "MQL por semana y los prometidos", en: "MQLs per week and promised" },
    alt: bilingual((language) => {
      const values = weeks.map(({ week, mqls }) => `${weekLabel(week)[language]}: ${sayNumber(mqls, language)}`);
      const promise = sayNumber(last?.promisedMqls ?? 0, language);
      return {
        es: `MQL por semana: ${values.join(", ")}. Prometidos: ${promise}.`,
        en: `MQLs per week: ${values.join(", ")}. Promised: ${promise}.`,
      };
    }),
    kind: "bars",
    unit: "count",
    categories: weeks.map(({ week }) => weekLabel(week)),
    series: [
      { name: { es: "MQL", en: "MQLs" }, values: weeks.map(({ mqls }) => mqls), as: "bar" },
      { name: { es: "Prometidos", en: "Promised" }, values: weeks.map((week) => week.promisedMqls), as: "promise" },
    ],
  };
};

const rateChart = ({ weeks }: Charted): Chart => ({
  id: "rates",
  title: { es: "Atendidos en plazo y aceptación", en: "Followed up on time and acceptance" },
  alt: bilingual((language) => {
    const say = (rate: number | null) => (rate === null ? "–" : sayShare(rate, language));
    const each = weeks.map(
      ({ week, shareInTime, acceptanceRate }) =>
        `${weekLabel(week)[language]}: ${say(shareInTime)} / ${say(acceptanceRate)}`,
    );
    return {
      es: `Atendidos en plazo / leads aceptados: ${each.join(", ")}.`,
      en: `Followed up on time / leads accepted: ${each.join(", ")}.`,
    };
  }),
  kind: "lines",
  unit: "share",
  categories: weeks.map(({ week }) => weekLabel(week)),
  series: [
    {
      name: { es: "En plazo (ventas)", en: "On time (sales)" },
      values: weeks.map(({ shareInTime }) => shareInTime),
      as: "line",
    },
    {
      name: { es: "Aceptación (marketing)", en: "Acceptance (marketing)" },
      values: weeks.map(({ acceptanceRate }) => acceptanceRate),
      as: "line",
    },
    {
      name: { es: "Aceptación acordada", en: "Agreed acceptance" },
      values: weeks.map(({ leastAcceptanceRate }) => leastAcceptanceRate),
      as: "promise",
    },
  ],
});

const funnelChart = ({ stages, weeks }: Charted, labels: StageLabels): Chart[] => {
  const entries = funnelStages.flatMap((id) => stages.find(({ stage }) => stage === id) ?? []);
  if (!entries.some(({ entered }) => entered > 0)) return [];
  const labelOf = (id: Stage): Bilingual => labels.find((each) => each.id === id)?.label ?? { es: id, en: id };
  return [
    {
      id: "funnel",
      title: {
        es: `Hasta dónde llegan los leads (${plural(weeks.length, "es", inWeeks.es)})`,
        en: `How far leads get (${plural(weeks.length, "en", inWeeks.en)})`,
      },
      alt: bilingual((language) => {
        const each = entries.map(
          ({ stage, entered }) => `${labelOf(stage)[language]}: ${sayNumber(entered, language)}`,
        );
        return { es: `Leads por etapa: ${each.join(", ")}.`, en: `Leads by stage: ${each.join(", ")}.` };
      }),
      kind: "funnel",
      unit: "count",
      categories: entries.map(({ stage }) => labelOf(stage)),
      series: [{ name: { es: "Leads", en: "Leads" }, values: entries.map(({ entered }) => entered), as: "bar" }],
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

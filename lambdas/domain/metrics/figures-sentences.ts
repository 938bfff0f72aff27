import type { Effect, Figures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { sayNumber, sayShare } from "./say-number.ts";
import type { SlaOfWeek } from "./sla-of-week.ts";

/**
 * What the figures say, one thing a sentence and the same for both sides: this week, the last one, the quarter, where
 * MQLs come from, why leads are turned down, and what speaks for a deal.
 * @param slas of the last week and of this one
 */
export const figuresSentences = (figures: Omit<Figures, "sentences">, slas: readonly SlaOfWeek[]): Bilingual[] => [
  ...(slas.at(-1)?.sentences ?? []),
  ...slas.slice(0, -1).flatMap(lastWeek),
  goal(figures.goal),
  ...bestSource(figures),
  ...mostFrequentReason(figures),
  ...strongestEffect(figures.effects),
];

const lastWeek = ({ kept }: SlaOfWeek): Bilingual[] => {
  const { marketing, sales } = kept;
  if (typeof marketing !== "boolean" || typeof sales !== "boolean") return [];
  if (marketing === sales)
    return [
      marketing
        ? { es: "La semana pasada cumplieron los dos equipos.", en: "Last week both teams kept their promises." }
        : {
            es: "La semana pasada no cumplió ninguno de los dos equipos.",
            en: "Last week neither team kept its promises.",
          },
    ];
  return [
    marketing
      ? {
          es: "La semana pasada cumplió marketing; ventas, no.",
          en: "Last week marketing kept its promises; sales did not.",
        }
      : {
          es: "La semana pasada cumplió ventas; marketing, no.",
          en: "Last week sales kept its promises; marketing did not.",
        },
  ];
};

const goal = ({ won, target }: Figures["goal"]): Bilingual => ({
  es: `En el trimestre se han ganado ${sayNumber(won, "es")} de los ${sayNumber(target, "es")} contratos que son la meta.`,
  en: `This quarter ${sayNumber(won, "en")} of the ${sayNumber(target, "en")} deals that are the goal have been won.`,
});

const bestSource = ({ bySource, weeks }: Pick<Figures, "bySource" | "weeks">): Bilingual[] => {
  const [best] = bySource.filter(({ id, mqls }) => id !== "other" && mqls > 0).toSorted((a, b) => b.mqls - a.mqls);
  if (best === undefined) return [];
  const [count, all] = [best.mqls, weeks.reduce((sum, { mqls }) => sum + mqls, 0)];
  return [
    {
      es: `De donde más MQL vienen es de «${best.label.es}»: ${sayNumber(count, "es")} de ${sayNumber(all, "es")} en estas semanas.`,
      en: `Most MQLs come from “${best.label.en}”: ${sayNumber(count, "en")} of ${sayNumber(all, "en")} in these weeks.`,
    },
  ];
};

const mostFrequentReason = ({ rejectReasons }: Pick<Figures, "rejectReasons">): Bilingual[] => {
  const counted = rejectReasons.map(({ label, counts }) => ({
    label,
    count: counts.reduce((sum, one) => sum + one, 0),
  }));
  const [first] = counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (first === undefined) return [];
  const { label, count } = first;
  return [
    {
      es: `El motivo de rechazo más frecuente es «${label.es}»: ${sayNumber(count, "es")} ${count === 1 ? "vez" : "veces"}.`,
      en: `The most frequent reason to turn a lead down is “${label.en}”: ${sayNumber(count, "en")} ${count === 1 ? "time" : "times"}.`,
    },
  ];
};

/** Fewer closed leads than this on either side say nothing. */
const leastEnded = 10;

const strongestEffect = (effects: readonly Effect[]): Bilingual[] => {
  const telling = effects.flatMap(({ label, with: has, without }) =>
    has.rate !== null && without.rate !== null && has.ended >= leastEnded && without.ended >= leastEnded
      ? [{ label, has: has.rate, without: without.rate }]
      : [],
  );
  const [best] = telling
    .filter((each) => each.has > each.without)
    .toSorted((a, b) => b.has - b.without - (a.has - a.without));
  if (best === undefined) return [];
  const { label, has, without } = best;
  return [
    {
      es: `Lo que más habla a favor de un contrato es «${label.es}»: se gana el ${sayShare(has, "es")} de esos leads, y el ${sayShare(without, "es")} de los demás.`,
      en: `What speaks most for a deal is “${label.en}”: ${sayShare(has, "en")} of those leads are won, and ${sayShare(without, "en")} of the others.`,
    },
  ];
};

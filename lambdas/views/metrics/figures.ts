import type { Agreement } from "../../contract/agreement.ts";
import type { SlaOfWeek } from "../../contract/api.ts";
import type { Effect, Figures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
import { effectsOf } from "../../domain/metrics/effects.ts";
import { goalOf, type QuarterRead, quarterLabel } from "../../domain/metrics/goal.ts";
import { noCounters, of, type PeriodCounters } from "../../domain/metrics/period-counters.ts";
import { slaOfWeek } from "../../domain/metrics/sla-of-week.ts";
import { personaRows, repRows, sourceRows } from "../../domain/metrics/slice-rows.ts";
import { slices } from "../../domain/metrics/slices.ts";
import { stageFigures } from "../../domain/metrics/stage-figures.ts";
import { weekFigures } from "../../domain/metrics/week-figures.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { slaSentences } from "./sla-sentences.ts";

/** What the table has counted. */
export interface CountersRead {
  /** Oldest first; the last one is the one that the figures are about. */
  readonly weeks: readonly PeriodCounters[];
  readonly quarter: QuarterRead;
  /** MQLs that wait for a rep now. */
  readonly waiting: number;
}

/** All figures from the counters, with the agreement's labels. */
export const figuresOf = ({ weeks, quarter, waiting }: CountersRead, agreement: Agreement, now: string): Figures => {
  const { timeZone } = agreement.terms.company;
  const both = weeks.map((week) => {
    const sla = slaOfWeek(week.slices.get(slices.all) ?? noCounters, agreement, week.period, now);
    return { sla, week: weekFigures(week, sla, agreement) };
  });
  const figures = {
    asOf: now,
    timeZone,
    weeks: both.map(({ week }) => week),
    bySource: sourceRows(weeks),
    byPersona: personaRows(weeks, agreement),
    byRep: repRows(weeks, agreement),
    stages: stageFigures(weeks),
    rejectReasons: rejectReasons(weeks, agreement),
    effects: effectsOf(weeks, agreement.terms),
    goal: goalOf(quarter, agreement),
    waiting,
  };
  const slas = both.slice(-2).map(({ sla }) => sla);
  return { ...figures, sentences: figuresSentences(figures, slas) };
};

/** The agreement's reasons in its order; then those that it no longer has. */
const rejectReasons = (weeks: readonly PeriodCounters[], { terms }: Agreement): Figures["rejectReasons"] => {
  const all = weeks.map(({ slices: found }) => found.get(slices.all) ?? noCounters);
  const labels = new Map<string, Bilingual>(terms.sla.sales.rejectReasons.map(({ id, label }) => [id, label]));
  const counted = all.flatMap((counters) => [...counters.keys()].filter((name) => name.startsWith(beginning)));
  const ids = new Set([...labels.keys(), ...counted.map((name) => name.slice(beginning.length)).sort()]);
  return [...ids].map((id) => ({
    id,
    label: labels.get(id) ?? { es: id, en: id },
    counts: all.map((counters) => of(`${beginning}${id}`, counters)),
  }));
};

const beginning = "rejected:";

/**
 * The figures in sentences, the same for both sides: the week they are about, the one before, the quarter, where
 * MQLs come from, why leads are rejected, and what goes with a deal.
 * @param slas of the week before and of the one they are about
 */
const figuresSentences = (figures: Omit<Figures, "sentences">, slas: readonly SlaOfWeek[]): Bilingual[] => [
  ...slas.slice(-1).flatMap(slaSentences),
  ...slas.slice(0, -1).flatMap(weekBefore),
  goal(figures.goal),
  ...bestSource(figures),
  ...mostFrequentReason(figures),
  ...strongestEffect(figures.effects),
];

const weekBefore = ({ week, kept }: SlaOfWeek): Bilingual[] => {
  const { marketing, sales } = kept;
  if (typeof marketing !== "boolean" || typeof sales !== "boolean") return [];
  const number = weekNumber(week);
  const say = (es: string, en: string): Bilingual[] => [
    { es: `En la semana anterior (${number}) ${es}.`, en: `In the week before (week ${number}) ${en}.` },
  ];
  if (marketing && sales) return say("cumplieron los dos equipos", "both teams kept their promises");
  if (!marketing && !sales) return say("no cumplió ninguno de los dos equipos", "neither team kept its promises");
  return marketing
    ? say("cumplió marketing; ventas, no", "marketing kept its promises; sales did not")
    : say("cumplió ventas; marketing, no", "sales kept its promises; marketing did not");
};

const goal = ({ quarter, won, target }: Figures["goal"]): Bilingual => {
  const when = quarterLabel(quarter);
  return {
    es: `Ventas ganadas en ${when.es}: ${sayNumber(won, "es")}; el objetivo son ${sayNumber(target, "es")}.`,
    en: `Deals won in ${when.en}: ${sayNumber(won, "en")}; the goal is ${sayNumber(target, "en")}.`,
  };
};

const bestSource = ({ bySource, weeks }: Pick<Figures, "bySource" | "weeks">): Bilingual[] => {
  const [best] = bySource.filter(({ id, mqls }) => id !== "other" && mqls > 0).toSorted((a, b) => b.mqls - a.mqls);
  if (best === undefined) return [];
  const [count, all] = [best.mqls, weeks.reduce((sum, { mqls }) => sum + mqls, 0)];
  return [
    {
      es: `El origen que más MQL aporta es «${best.label.es}»: ${sayNumber(count, "es")} de ${sayNumber(all, "es")} en este periodo.`,
      en: `The source with the most MQLs is “${best.label.en}”: ${sayNumber(count, "en")} of ${sayNumber(all, "en")} in this period.`,
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
      es: `El motivo de rechazo más frecuente es «${label.es}»: ${plural(count, "es", { one: "# vez", other: "# veces" })}.`,
      en: `The most frequent rejection reason is “${label.en}”: ${plural(count, "en", { one: "once", other: "# times" })}.`,
    },
  ];
};

/** Too few closed leads on either side to compare. */
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
      es: `Lo que más acompaña a las ventas ganadas es «${label.es}»: se gana el ${sayShare(has, "es")} de esos leads y el ${sayShare(without, "es")} de los demás.`,
      en: `What goes with won deals most often is “${label.en}”: ${sayShare(has, "en")} of those leads are won, against ${sayShare(without, "en")} of the others.`,
    },
  ];
};

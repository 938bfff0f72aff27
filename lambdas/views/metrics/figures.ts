import type { Agreement } from "../../contract/agreement.ts";
import type { SlaOfWeek } from "../../contract/api.ts";
import type { Effect, Figures } from "../../contract/board.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
import { effectsOf } from "../../domain/metrics/effects.ts";
import { goalOf, type QuarterRead, quarterLabel } from "../../domain/metrics/goal.ts";
import { judgeEffect } from "../../domain/metrics/judge-effect.ts";
import { noCounters, of, type PeriodCounters } from "../../domain/metrics/period-counters.ts";
import { slaOfWeek } from "../../domain/metrics/sla-of-week.ts";
import { personaRows, repRows, sourceRows } from "../../domain/metrics/slice-rows.ts";
import { slices } from "../../domain/metrics/slices.ts";
import { stageFigures } from "../../domain/metrics/stage-figures.ts";
import { isEmpty, weeksBeforeStart } from "../../domain/metrics/start.ts";
import { weekFigures } from "../../domain/metrics/week-figures.ts";
import { pluralInBoth } from "../../domain/text/plural.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { sayPart } from "../../domain/text/say-part.ts";
import { beforeStart, slaSentences } from "./sla-sentences.ts";

/** What the table has counted. */
export interface CountersRead {
  /** Oldest first; the last one is the one that the figures are about. */
  readonly weeks: readonly PeriodCounters[];
  readonly quarter: QuarterRead;
  /** When the first agreement came into force, if that is known. */
  readonly inForceSince?: string | undefined;
  /** MQLs that wait for a rep now. */
  readonly waiting: number;
}

/** All figures from the counters, with the agreement's labels; weeks before the start are left out. */
export const figuresOf = (read: CountersRead, agreement: Agreement, now: string): Figures => {
  const { timeZone } = agreement.terms.company;
  const { quarter, waiting } = read;
  const weeks = sinceStart(read, timeZone, now);
  const both = weeks.map((week) => {
    const sla = slaOfWeek(week.slices.get(slices.all) ?? noCounters, agreement, week.period, now);
    return { sla, week: weekFigures(week, sla, agreement) };
  });
  const figures = {
    asOf: now,
    timeZone,
    weeks: both.map(({ week }) => week),
    bySource: sourceRows(weeks, agreement),
    byPersona: personaRows(weeks, agreement),
    byRep: repRows(weeks, agreement),
    stages: stageFigures(weeks),
    rejectReasons: rejectReasons(weeks, agreement),
    effects: effectsOf(weeks, agreement.terms),
    goal: goalOf(quarter, agreement),
    waiting,
  };
  if (weeks.length === 0) return { ...figures, sentences: [beforeStart] };
  const slas = both.slice(-2).map(({ sla }) => sla);
  return { ...figures, sentences: figuresSentences(figures, slas) };
};

/** None when all lie before the start: the first pack of a new pipeline. */
const sinceStart = ({ weeks, inForceSince }: CountersRead, timeZone: string, now: string) => {
  const asked = weeks.map(({ period, slices: found }) => ({
    week: period,
    isEmpty: [...found.values()].every(isEmpty),
  }));
  return weeks.slice(weeksBeforeStart(asked, inForceSince, timeZone, now));
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

/** One of several that bring equally many is not the one that brings most. */
const bestSource = ({ bySource, weeks }: Pick<Figures, "bySource" | "weeks">): Bilingual[] => {
  const [best, second] = bySource.filter(({ id }) => id !== "other").toSorted((a, b) => b.mqls - a.mqls);
  if (best === undefined || best.mqls === 0 || best.mqls === second?.mqls) return [];
  const [count, all] = [best.mqls, weeks.reduce((sum, { mqls }) => sum + mqls, 0)];
  const during = duringWeeks(weeks.length);
  return [
    {
      es: `${during.es}, el origen que más MQL aporta es «${best.label.es}»: ${sayNumber(count, "es")} de ${sayNumber(all, "es")}.`,
      en: `${during.en}, “${best.label.en}” brought the most MQLs: ${sayNumber(count, "en")} of ${sayNumber(all, "en")}.`,
    },
  ];
};

const duringWeeks = (count: number): Bilingual =>
  pluralInBoth(count, {
    es: ["En esta semana", "En estas # semanas"],
    en: ["In this week", "In these # weeks"],
  });

const mostFrequentReason = ({ rejectReasons, weeks }: Pick<Figures, "rejectReasons" | "weeks">): Bilingual[] => {
  const counted = rejectReasons.map(({ label, counts }) => ({
    label,
    count: counts.reduce((sum, one) => sum + one, 0),
  }));
  const [first, second] = counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (first === undefined || first.count === second?.count) return [];
  const [{ label, count }, during] = [first, duringWeeks(weeks.length)];
  const all = counted.reduce((sum, each) => sum + each.count, 0);
  return [
    {
      es: `${during.es}, el motivo de rechazo más frecuente es «${label.es}»: ${sayNumber(count, "es")} de ${sayNumber(all, "es")}.`,
      en: `${during.en}, the most frequent rejection reason is “${label.en}”: ${sayNumber(count, "en")} of ${sayNumber(all, "en")}.`,
    },
  ];
};

const strongestEffect = (effects: readonly Effect[]): Bilingual[] => {
  const [best] = effects
    .map((effect) => ({ ...judgeEffect(effect), label: effect.label, has: effect.with, without: effect.without }))
    .filter(({ verdict }) => verdict === "more-won")
    .map(({ difference, ...effect }) => ({ ...effect, more: difference ?? 0 }))
    .toSorted((a, b) => b.more - a.more);
  if (best === undefined) return [];
  const { label, has, without } = best;
  const rate = ({ won, ended }: Effect["with"], language: Language) => sayPart({ part: won, whole: ended }, language);
  return [
    {
      es: `Lo que más acompaña a las ventas ganadas es «${label.es}»: se gana el ${rate(has, "es")} de esos leads cerrados y el ${rate(without, "es")} de los demás.`,
      en: `What goes with won deals most often is “${label.en}”: ${rate(has, "en")} of those closed leads are won, against ${rate(without, "en")} of the others.`,
    },
  ];
};

import type { Agreement } from "../../contract/agreement.ts";
import type { Figures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { effectsOf } from "./effects.ts";
import { figuresSentences } from "./figures-sentences.ts";
import { noCounters, of, type PeriodCounters } from "./period-counters.ts";
import { spanOfQuarter } from "./quarter.ts";
import { slaOfWeek } from "./sla-of-week.ts";
import { personaRows, repRows, sourceRows } from "./slice-rows.ts";
import { slices } from "./slices.ts";
import { stageFigures } from "./stage-figures.ts";
import { weekFigures } from "./week-figures.ts";

/** What the table has counted. */
export interface CountersRead {
  /** Oldest first; the last one is the current one. */
  readonly weeks: readonly PeriodCounters[];
  /** The current one. */
  readonly quarter: PeriodCounters;
  /** MQLs that wait for a rep now. */
  readonly waiting: number;
}

/** Everything that the counters say, in the words of the agreement. */
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

const goalOf = ({ period, slices: found }: PeriodCounters, { terms }: Agreement): Figures["goal"] => {
  const { from, to } = spanOfQuarter(period, terms.company.timeZone);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    won: of("won", found.get(slices.all) ?? noCounters),
    target: terms.goals.wonPerQuarter,
  };
};

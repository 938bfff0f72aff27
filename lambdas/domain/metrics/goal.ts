import type { Agreement } from "../../contract/agreement.ts";
import type { Figures } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { type Counters, noCounters, of, type PeriodCounters } from "./period-counters.ts";
import { slices } from "./slices.ts";
import { spanOfQuarter } from "./week.ts";

/** What is counted of a quarter's deals, seen from the end of a week. */
export interface QuarterRead {
  readonly quarter: PeriodCounters;
  /** The quarter after it, and the week after the one looked at: nothing where they have not begun. */
  readonly next?: PeriodCounters | undefined;
  readonly weekAfter?: PeriodCounters | undefined;
}

/**
 * Deals won in the quarter, up to the end of the week that is looked at, against the goal. A deal that was won in the
 * week after counts when that week is looked at; if the quarter ends within it, what is won beyond belongs to the next.
 */
export const goalOf = ({ quarter, next, weekAfter }: QuarterRead, { terms }: Agreement): Figures["goal"] => {
  const { from, to } = spanOfQuarter(quarter.period, terms.company.timeZone);
  const later = Math.max(0, of("outcome:won", allOf(weekAfter)) - of("won", allOf(next)));
  return {
    quarter: quarter.period,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    won: of("won", allOf(quarter)) - later,
    target: terms.goals.wonPerQuarter,
  };
};

const allOf = (period: PeriodCounters | undefined): Counters => period?.slices.get(slices.all) ?? noCounters;

/** `2026-Q4` in a sentence: `Ventas ganadas en el 4.º trimestre de 2026`. */
export const quarterLabel = (quarter: string | undefined): Bilingual => {
  const [year, number] = quarter?.split("-Q") ?? [];
  if (number === undefined) return { es: "el trimestre", en: "the quarter" };
  const ordinal = number === "1" || number === "3" ? ".er" : ".º";
  return { es: `el ${number}${ordinal} trimestre de ${year}`, en: `Q${number} ${year}` };
};

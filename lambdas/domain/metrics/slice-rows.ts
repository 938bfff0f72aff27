import type { Agreement } from "../../contract/agreement.ts";
import type { SliceRow } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { currenciesOf, sumsOf } from "../money/money.ts";
import { colleagueOf } from "../team/owner.ts";
import { wonAmounts } from "./amounts.ts";
import { type Counters, idsOver, noCounters, of, type PeriodCounters, sourcesOf } from "./period-counters.ts";
import { slices } from "./slices.ts";
import { sourceLabel } from "./source-label.ts";

type Figured = Omit<SliceRow, "id" | "label">;

/** How many sources have a row of their own; all others share one more. */
const mostSources = 15;

/** Every lead is in one of the rows: what has no source, or one of the many small ones, is in the last. */
export const sourceRows = (weeks: readonly PeriodCounters[], agreement: Agreement): SliceRow[] => {
  const currencies = currenciesOf(agreement);
  const named = sourcesOf(weeks)
    .filter((id) => id !== "other")
    .slice(0, mostSources)
    .map((id) => ({
      id,
      label: sourceLabel(id, agreement.terms.sources),
      ...figured(weeks, slices.source(id), currencies),
    }));
  const rest = named.reduce<Figured>(
    (left, part) => without(left, part, currencies),
    figured(weeks, slices.all, currencies),
  );
  const hasRest = Object.values(rest).some((count) => (typeof count === "number" ? count > 0 : count.length > 0));
  return [...named, ...(hasRest ? [{ id: "other", label: other, ...rest }] : [])];
};

const other: Bilingual = { es: "Otros", en: "Other" };

/** The agreement's personas in its order; then those that it no longer has. */
export const personaRows = (weeks: readonly PeriodCounters[], agreement: Agreement): SliceRow[] => {
  const names = new Map(agreement.terms.personas.map(({ id, name }) => [id, name]));
  return rowsOf(weeks, "persona", [...names.keys()], agreement, (id) => names.get(id) ?? plain(id));
};

/**
 * The reps of the agreement in its order; then anyone else has had leads. Of a rep, leads and MQLs are those given to
 * them.
 */
export const repRows = (weeks: readonly PeriodCounters[], agreement: Agreement): SliceRow[] => {
  const reps = agreement.terms.team.reps.map(({ id }) => id);
  return rowsOf(weeks, "rep", reps, agreement, (id) => plain(colleagueOf(id, agreement)?.name ?? id));
};

const rowsOf = (
  weeks: readonly PeriodCounters[],
  kind: "persona" | "rep",
  agreed: readonly string[],
  agreement: Agreement,
  label: (id: string) => Bilingual,
): SliceRow[] =>
  [...new Set([...agreed, ...idsOver(weeks, kind).sort()])].map((id) => ({
    id,
    label: label(id),
    ...figured(weeks, slices[kind](id), currenciesOf(agreement)),
  }));

const plain = (text: string): Bilingual => ({ es: text, en: text });

/** A breach is counted by week as in the SLA of the week: by its notification, or when the clock stopped. */
const figured = (weeks: readonly PeriodCounters[], slice: string, currencies: readonly string[]): Figured => {
  const all = weeks.map((week) => week.slices.get(slice) ?? noCounters);
  const sum = (figure: (counters: Counters) => number): number =>
    all.reduce((total, counters) => total + figure(counters), 0);
  const count = (name: string): number => sum((counters) => of(name, counters));
  return {
    leads: count("leads") + count("given"),
    mqls: count("mql") + count("given"),
    accepted: count("accepted"),
    rejected: count("rejected"),
    won: count("outcome:won"),
    lost: count("outcome:lost"),
    amounts: wonAmounts(all, currencies),
    followedUp: count("followed-up"),
    inTime: count("followed-up-in-time"),
    breached: sum((counters) => Math.max(of("breached", counters), of("broken", counters))),
  };
};

const without = (rest: Figured, part: SliceRow, currencies: readonly string[]): Figured => ({
  leads: less(rest.leads, part.leads),
  mqls: less(rest.mqls, part.mqls),
  accepted: less(rest.accepted, part.accepted),
  rejected: less(rest.rejected, part.rejected),
  won: less(rest.won, part.won),
  lost: less(rest.lost, part.lost),
  amounts: sumsOf(
    [...rest.amounts, ...part.amounts.map(({ amount, currency }) => ({ amount: -amount, currency }))],
    currencies,
  ).filter(({ amount }) => amount > 0),
  followedUp: less(rest.followedUp, part.followedUp),
  inTime: less(rest.inTime, part.inTime),
  breached: less(rest.breached, part.breached),
});

const less = (whole: number, part: number): number => Math.max(0, whole - part);

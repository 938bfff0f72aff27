import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Effect } from "../../contract/board.ts";
import { type Counters, of, type PeriodCounters, ratio, sliceOver } from "./period-counters.ts";
import { bounded, slices } from "./slices.ts";

/**
 * Of the leads that sales has closed: how many were won with each criterion, engagement and piece of content, and
 * without. A criterion is asked of one persona, and compared among the leads of that persona.
 */
export const effectsOf = (
  weeks: readonly PeriodCounters[],
  { personas, familiarity, nurture }: Pick<AgreementTerms, "personas" | "familiarity" | "nurture">,
): Effect[] => {
  const all = sliceOver(weeks, slices.effect());
  return [
    ...personas.flatMap(({ id: persona, criteria }) => {
      const counters = sliceOver(weeks, slices.effect(persona));
      return criteria
        .filter(({ points }) => points > 0)
        .map(({ id, label }) => ({
          id,
          persona,
          kind: "criterion" as const,
          label,
          ...rates(counters, `effect:${bounded(id)}`),
        }));
    }),
    ...familiarity
      .filter(({ points }) => points > 0)
      .map(({ kind: id, label }) => ({
        id,
        kind: "familiarity" as const,
        label,
        ...rates(all, `effect:${bounded(id)}`),
      })),
    ...nurture.content.map(({ id, title }) => ({
      id,
      kind: "content" as const,
      label: title,
      ...rates(all, `read:${bounded(id)}`),
    })),
  ];
};

const rates = (counters: Counters, name: string): Pick<Effect, "with" | "without"> => {
  const has = { won: of(`${name}:won`, counters), ended: of(`${name}:ended`, counters) };
  const all = { won: of("closed:won", counters), ended: of("closed:ended", counters) };
  return { with: rated(has), without: rated({ won: all.won - has.won, ended: all.ended - has.ended }) };
};

const rated = ({ won, ended }: { readonly won: number; readonly ended: number }) => ({
  won,
  ended,
  rate: ratio(won, ended),
});

import type { AgreementTerms, FamiliarityEvent } from "../../../lambdas/contract/agreement.ts";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import { elapsedMillis } from "../../../lambdas/domain/working-time/duration.ts";

/**
 * The points by kind as the agreement says it in words: each event on its own, from all of the events, in plain
 * floating-point numbers and not rounded. What the running sums say has to agree with it.
 */
export const naiveFamiliarity = (
  engagements: readonly Engagement[],
  { familiarity, company }: Pick<AgreementTerms, "familiarity" | "company">,
  now: string,
): Record<string, number> =>
  Object.fromEntries(
    familiarity.flatMap((terms) => {
      const times = engagements.filter(({ kind }) => kind === terms.kind).map(({ at }) => at);
      return times.length === 0 ? [] : [[terms.kind, worthOf(terms, times, company.timeZone, now)]];
    }),
  );

const worthOf = (terms: FamiliarityEvent, times: readonly string[], timeZone: string, now: string): number => {
  const counting = terms.counts === "once" ? times.toSorted().slice(-1) : times;
  const worth = counting
    .map((at) => {
      const sameDay = counting.filter((other) => dateOf(other, timeZone) === dateOf(at, timeZone)).length;
      const share = Math.min(1, (terms.capPerDay ?? Infinity) / (sameDay * Math.abs(terms.points)));
      return terms.points * share * 0.5 ** ((Date.parse(now) - Date.parse(at)) / elapsedMillis(terms.halfLife));
    })
    .reduce((sum, each) => sum + each, 0);
  return Math.min(Math.max(worth, -terms.cap), terms.cap);
};

const calendars = new Map<string, Intl.DateTimeFormat>();

const dateOf = (at: string, timeZone: string): string => {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  calendars.set(timeZone, calendar);
  return calendar.format(Date.parse(at));
};

import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Score } from "../../contract/journey.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { addToKind, canAdd } from "../score/familiarity-kind.ts";
import { type KindRule, kindRules } from "../score/familiarity-rules.ts";
import type { FamiliaritySums } from "../score/familiarity-sums.ts";
import { scoreFamiliarity } from "../score/score-familiarity.ts";
import { written } from "../score/score-line.ts";
import { plural } from "../text/plural.ts";
import { sayDuration } from "../text/say-duration.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { atLeast, type Condition, condition } from "./condition.ts";

/** How well the lead knows the brand: the score, whether it is hot, and what the score was made of. */
export interface Familiarity extends Pick<Score, "points" | "hot"> {
  readonly sums: FamiliaritySums;
}

/** Enough points, or something done so recently that they are not asked for; else what would make them enough. */
export const familiarityConditions = (familiarity: Familiarity, terms: AgreementTerms, now: string): Condition[] => {
  const { leastFamiliarity } = terms.gate;
  const enough = atLeast("familiarity", familiarity.points, leastFamiliarity, () =>
    sayEngagements(engagementsThatWouldDo(familiarity.sums, terms, now)),
  );
  if (familiarity.hot === true) return [...(enough.met ? [enough] : []), fastLane(familiarity, terms, now)];
  return [enough];
};

/** `Vía rápida: «Demostración pedida» hace menos de 7 días; no se aplica el mínimo de familiaridad (tiene 12 de 40)`. */
const fastLane = ({ points, sums }: Familiarity, terms: AgreementTerms, now: string): Condition => {
  const { leastFamiliarity } = terms.gate;
  const engagements = newlyDone(sums, terms, now);
  const [es, en] = [
    engagements.map(({ label, within }) => `«${label.es}» hace menos de ${sayDuration(within, "es")}`),
    engagements.map(({ label, within }) => `“${label.en}” less than ${sayDuration(within, "en")} ago`),
  ];
  return condition(
    true,
    `Vía rápida: ${es.join(" y ")}; no se aplica el mínimo de familiaridad (tiene ${written(points, "es")} de ${written(leastFamiliarity, "es")})`,
    `Fast lane: ${en.join(" and ")}; the familiarity minimum does not apply (has ${written(points, "en")} of ${written(leastFamiliarity, "en")})`,
  );
};

/** What opened the fast lane; if its time has run out since scoring, what it may have been. */
const newlyDone = ({ kinds }: FamiliaritySums, { gate, familiarity }: AgreementTerms, now: string) => {
  const labelled = gate.fastLane.map(({ kind, within }) => ({
    kind,
    within,
    label: familiarity.find((event) => event.kind === kind)?.label ?? { es: kind, en: kind },
  }));
  const done = labelled.filter(({ kind, within }) => {
    const newest = kinds[kind]?.newest;
    return newest !== undefined && Date.parse(now) - Date.parse(newest) <= elapsedMillis(within);
  });
  return done.length > 0 ? done : labelled.filter(({ kind }) => kinds[kind] !== undefined);
};

/** An engagement that, done this many times now, makes the lead familiar enough. */
export interface SuggestedEngagement {
  readonly kind: string;
  readonly label: Bilingual;
  readonly times: number;
}

/** A larger number is no help: no one reads ten articles in a row. */
const mostTimes = 5;
const mostSuggested = 2;

/**
 * What would make the lead familiar enough for the gate, by points or by the fast lane, if done now: what asks the
 * least of the lead, the fewest times first. The score itself says what would do, so that all caps are kept. Empty when
 * nothing does, alone and within reason.
 * @param sums what the lead's engagements add up to by the same terms.
 */
export const engagementsThatWouldDo = (
  sums: FamiliaritySums,
  terms: AgreementTerms,
  now: string,
): SuggestedEngagement[] => {
  const rules = new Map(kindRules(terms).map((rule) => [rule.kind, rule]));
  return terms.familiarity
    .flatMap((event) => {
      const times = event.points > 0 ? timesUntilEnough(rules.get(event.kind), sums, terms, now) : undefined;
      return times === undefined ? [] : [{ event, times, asks: times * event.points }];
    })
    .sort((one, other) => one.asks - other.asks || one.times - other.times)
    .slice(0, mostSuggested)
    .sort((one, other) => one.times - other.times)
    .map(({ event: { kind, label }, times }) => ({ kind, label, times }));
};

const timesUntilEnough = (rule: KindRule | undefined, sums: FamiliaritySums, terms: AgreementTerms, now: string) => {
  const done = rule && sums.kinds[rule.kind];
  if (rule === undefined || !canAdd(done, [now], rule)) return undefined;
  const isEnough = (times: number): boolean => {
    const engagements = Array.from({ length: times - 1 }, () => now);
    const kinds = { ...sums.kinds, [rule.kind]: addToKind(done, [now, ...engagements], rule) };
    const { points, hot } = scoreFamiliarity({ ...sums, kinds }, terms, now);
    return hot || points >= terms.gate.leastFamiliarity;
  };
  if (!isEnough(mostTimes)) return undefined;
  return Array.from({ length: mostTimes }, (_, i) => i + 1).find(isEnough);
};

/** `Bastaría con «Página de precios visitada» una vez, o con «Artículo leído» 2 veces`. */
export const sayEngagements = (engagements: readonly SuggestedEngagement[]): Bilingual | undefined => {
  if (engagements.length === 0) return undefined;
  const es = engagements.map(
    ({ label, times }) => `con «${label.es}» ${plural(times, "es", { one: "una vez", other: "# veces" })}`,
  );
  const en = engagements.map(
    ({ label, times }) => `“${label.en}” ${plural(times, "en", { one: "once", other: "# times" })}`,
  );
  return { es: `Bastaría ${es.join(", o ")}`, en: `It would take ${en.join(", or ")}` };
};

import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { addToKind, canAdd } from "../score/familiarity-kind.ts";
import { type KindRule, kindRules } from "../score/familiarity-rules.ts";
import type { FamiliaritySums } from "../score/familiarity-sums.ts";
import { scoreFamiliarity } from "../score/score-familiarity.ts";

/** Something that, done so many times now, makes the lead familiar enough. */
export interface Deed {
  readonly kind: string;
  readonly label: Bilingual;
  readonly times: number;
}

/** More than this is no advice: nobody reads ten articles in a row. */
const mostTimes = 5;
const mostDeeds = 2;

/**
 * What would make the lead familiar enough for the gate, by points or by the fast lane, if done now: what asks the least
 * of the lead, the fewest times first. The score itself says what would do, so that all caps are kept. Empty when
 * nothing does, alone and within reason.
 * @param sums what the lead's engagements add up to by the same terms.
 */
export const deedsThatWouldDo = (sums: FamiliaritySums, terms: AgreementTerms, now: string): Deed[] => {
  const rules = new Map(kindRules(terms).map((rule) => [rule.kind, rule]));
  return terms.familiarity
    .flatMap((event) => {
      const times = event.points > 0 ? timesUntilEnough(rules.get(event.kind), sums, terms, now) : undefined;
      return times === undefined ? [] : [{ event, times, asks: times * event.points }];
    })
    .sort((one, other) => one.asks - other.asks || one.times - other.times)
    .slice(0, mostDeeds)
    .sort((one, other) => one.times - other.times)
    .map(({ event: { kind, label }, times }) => ({ kind, label, times }));
};

const timesUntilEnough = (rule: KindRule | undefined, sums: FamiliaritySums, terms: AgreementTerms, now: string) => {
  const done = rule && sums.kinds[rule.kind];
  if (rule === undefined || !canAdd(done, [now], rule)) return undefined;
  const isEnough = (times: number): boolean => {
    const deeds = Array.from({ length: times - 1 }, () => now);
    const kinds = { ...sums.kinds, [rule.kind]: addToKind(done, [now, ...deeds], rule) };
    const { points, hot } = scoreFamiliarity({ ...sums, kinds }, terms, now);
    return hot || points >= terms.gate.leastFamiliarity;
  };
  if (!isEnough(mostTimes)) return undefined;
  return Array.from({ length: mostTimes }, (_, i) => i + 1).find(isEnough);
};

/** `Bastaría con «Página de precios visitada» una vez, o con «Artículo leído» 2 veces`. */
export const sayDeeds = (deeds: readonly Deed[]): Bilingual | undefined => {
  if (deeds.length === 0) return undefined;
  const es = deeds.map(({ label, times }) => `con «${label.es}» ${times === 1 ? "una vez" : `${times} veces`}`);
  const en = deeds.map(({ label, times }) => `“${label.en}” ${timesInEnglish[times] ?? `${times} times`}`);
  return { es: `Bastaría ${es.join(", o ")}`, en: `It would take ${en.join(", or ")}` };
};

const timesInEnglish: Record<number, string> = { 1: "once", 2: "twice" };

import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Score } from "../../contract/journey.ts";
import { sayDuration } from "../page/say-duration.ts";
import type { FamiliaritySums } from "../score/familiarity-sums.ts";
import { written } from "../score/score-line.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { atLeast, type Condition, condition } from "./condition.ts";
import { deedsThatWouldDo, sayDeeds } from "./deeds-that-would-do.ts";

/** How well the lead knows the brand: the score, whether it is hot, and what the score was made of. */
export interface Familiarity extends Pick<Score, "points" | "hot"> {
  readonly sums: FamiliaritySums;
}

/** Enough points, or something done so recently that they are not asked for; else what would make them enough. */
export const familiarityConditions = (familiarity: Familiarity, terms: AgreementTerms, now: string): Condition[] => {
  const { leastFamiliarity } = terms.gate;
  const enough = atLeast("familiarity", familiarity.points, leastFamiliarity);
  if (familiarity.hot === true) return [...(enough.met ? [enough] : []), fastLane(familiarity, terms, now)];
  if (enough.met) return [enough];
  return [{ ...enough, wayThere: sayDeeds(deedsThatWouldDo(familiarity.sums, terms, now)) }];
};

/** `Vía rápida: «Demostración pedida» hace menos de 7 días; no se pide el mínimo de familiaridad (tiene 12 de 40)`. */
const fastLane = ({ points, sums }: Familiarity, terms: AgreementTerms, now: string): Condition => {
  const { leastFamiliarity } = terms.gate;
  const deeds = newlyDone(sums, terms, now);
  const [es, en] = [
    deeds.map(({ label, within }) => `«${label.es}» hace menos de ${sayDuration(within, "es")}`),
    deeds.map(({ label, within }) => `“${label.en}” less than ${sayDuration(within, "en")} ago`),
  ];
  return condition(
    true,
    `Vía rápida: ${es.join(" y ")}; no se pide el mínimo de familiaridad (tiene ${written(points, "es")} de ${written(leastFamiliarity, "es")})`,
    `Fast lane: ${en.join(" and ")}; the least familiarity is not asked for (has ${written(points, "en")} of ${written(leastFamiliarity, "en")})`,
  );
};

/** What opened the fast lane. Should its time have run out since the score was made: what it may have been. */
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

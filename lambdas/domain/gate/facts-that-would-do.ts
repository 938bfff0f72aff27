import type { Criterion } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { signed } from "../score/score-line.ts";

/** More than this is no advice. */
const mostFacts = 3;

/**
 * The criteria that would make up for the points lacking, if what is not on record yet should meet them: the weightiest
 * first, one for each fact, since a fact can meet two only by chance. Empty when they would not be enough.
 */
export const factsThatWouldDo = (lacks: number, lead: Facts, criteria: readonly Criterion[]): Criterion[] => {
  const open = criteria
    .filter(({ field, points }) => points > 0 && factOf(lead, field) === undefined)
    .sort((one, other) => other.points - one.points);
  const oneEach = open.filter(({ field }, i) => open.findIndex((other) => other.field === field) === i);
  const counts = Array.from({ length: Math.min(mostFacts, oneEach.length) }, (_, i) => i + 1);
  const enough = counts.find((count) => sumOf(oneEach.slice(0, count)) >= lacks);
  return enough === undefined ? [] : oneEach.slice(0, enough);
};

const sumOf = (criteria: readonly Criterion[]): number => criteria.reduce((sum, { points }) => sum + points, 0);

/** `Podría alcanzarlo con lo que aún no consta: Tamaño de la empresa (+15)`. */
export const sayFacts = (criteria: readonly Criterion[]): Bilingual | undefined => {
  if (criteria.length === 0) return undefined;
  const es = criteria.map(({ label, points }) => `${label.es} (${signed(points, "es")})`);
  const en = criteria.map(({ label, points }) => `${label.en} (${signed(points, "en")})`);
  return {
    es: `Podría alcanzarlo con lo que aún no consta: ${es.join(", ")}`,
    en: `Could get there by what is not on record yet: ${en.join(", ")}`,
  };
};

import type { AgreementTerms, FamiliarityEvent } from "../../contract/agreement.ts";
import type { Engagement } from "../lead/lead.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import type { Scored } from "./score-fit.ts";
import { type ScoreLine, signed, sumOfPoints } from "./score-line.ts";

/** How well the lead knows the brand at this instant: one line for each kind of event that the agreement counts. */
export const scoreFamiliarity = (
  engagements: readonly Engagement[],
  { familiarity }: Pick<AgreementTerms, "familiarity">,
  now: string,
): Scored => {
  const lines = familiarity.flatMap((terms) => lineOf(terms, engagements, now));
  return { points: sumOfPoints(lines), matched: lines.filter(({ points }) => points > 0).length, lines };
};

const lineOf = (terms: FamiliarityEvent, engagements: readonly Engagement[], now: string): ScoreLine[] => {
  const ages = engagements.filter(({ kind }) => kind === terms.kind).map(({ at }) => ageInMillis(at, now));
  if (ages.length === 0) return [];
  const worth = ages.reduce((sum, age) => sum + millionths(terms, age), 0);
  const most = Math.abs(terms.cap) * million;
  const points = toTenths(Math.min(Math.max(worth, -most), most));
  return [
    {
      criterion: terms.kind,
      value: String(ages.length),
      points,
      sentence: sentenceOf(terms, ages.length, points, worth),
    },
  ];
};

const million = 1_000_000;

/** What one event is still worth, in whole millionths: whole numbers add up to the same in any order. */
const millionths = ({ points, halfLife }: FamiliarityEvent, age: number): number =>
  Math.round(points * million * (age === 0 ? 1 : 0.5 ** (age / elapsedMillis(halfLife))));

/** A clock that runs ahead of ours must not make an event worth more than a new one. */
const ageInMillis = (at: string, now: string): number => Math.max(0, Date.parse(now) - Date.parse(at));

const toTenths = (worth: number): number => Math.round(worth / (million / 10)) / 10;

const sentenceOf = ({ label, cap }: FamiliarityEvent, count: number, points: number, worth: number) => {
  const capped = Math.abs(worth) > Math.abs(cap) * million;
  return {
    es: `${label.es}: ${count} ${count === 1 ? "vez" : "veces"}${capped ? ", con el tope acordado" : ""} (${signed(points, "es")})`,
    en: `${label.en}: ${count === 1 ? "once" : `${count} times`}${capped ? ", at the agreed cap" : ""} (${signed(points, "en")})`,
  };
};

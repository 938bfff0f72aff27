import type { AgreementTerms, Criterion } from "../../contract/agreement.ts";
import { type Facts, factOf } from "./fact.ts";
import { matchOf } from "./match.ts";
import { type ScoreLine, signed, sumOfPoints } from "./score-line.ts";

/** A score with its reasons: `points` is always the sum of the lines' points. */
export interface Scored {
  readonly points: number;
  /** How many lines speak for the lead. */
  readonly matched: number;
  readonly lines: readonly ScoreLine[];
}

/** How well the lead matches the buyer persona: one line for each criterion that it meets. */
export const scoreFit = (lead: Facts, { persona }: Pick<AgreementTerms, "persona">): Scored => {
  const lines = persona.criteria.flatMap((criterion) => lineOf(criterion, lead));
  return { points: sumOfPoints(lines), matched: lines.filter(({ points }) => points > 0).length, lines };
};

const lineOf = ({ id, label, field, test, points }: Criterion, lead: Facts): ScoreLine[] => {
  const fact = factOf(lead, field);
  const match = matchOf(test, fact);
  if (fact === undefined || match === undefined) return [];
  const sentence = {
    es: `${label.es}: «${fact}» ${match.es} (${signed(points, "es")})`,
    en: `${label.en}: “${fact}” ${match.en} (${signed(points, "en")})`,
  };
  return [{ criterion: id, value: String(fact), points, sentence }];
};

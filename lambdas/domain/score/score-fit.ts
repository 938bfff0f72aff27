import type { AgreementTerms, Criterion, Persona } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Facts } from "./fact.ts";
import { type Answer, answersOf, type Questions, questionsOf } from "./persona-questions.ts";
import { type ScoreLine, signed, sumOfPoints } from "./score-line.ts";

/** A score with its reasons: `points` is always the sum of the lines' points. */
export interface Scored {
  readonly points: number;
  /** How many lines speak for the lead. */
  readonly matched: number;
  readonly lines: readonly ScoreLine[];
  /** Of a fit: the persona that the lead matches best. */
  readonly persona?: string;
}

/**
 * How well the lead matches the buyer persona: one line for each criterion that it meets. Of several personas the one
 * with most points counts; of equals, the one with most matches; then the one that the agreement names first.
 */
export const scoreFit = (lead: Facts, { personas }: Pick<AgreementTerms, "personas">): Scored => {
  const { questions, candidates } = readyFor(personas);
  const answers = answersOf(lead, questions);
  const best = candidates
    .map((candidate) => fitWith(candidate, answers))
    .reduce((one, other) => (isBetter(other, one) ? other : one));
  const lines = best.met.map((criterion) => lineOf(criterion, answers[criterion.answer]));
  return { points: best.points, matched: matchedOf(best), lines, persona: best.persona };
};

interface Fit {
  readonly persona: string;
  readonly points: number;
  readonly met: readonly ReadyCriterion[];
}

const isBetter = (one: Fit, other: Fit): boolean =>
  one.points > other.points || (one.points === other.points && matchedOf(one) > matchedOf(other));

const matchedOf = ({ met }: Fit): number => met.filter(({ points }) => points > 0).length;

const fitWith = ({ id, criteria }: Candidate, answers: readonly Answer[]): Fit => {
  const met = criteria.filter(({ answer }) => answers[answer] !== undefined);
  return { persona: id, points: sumOfPoints(met), met };
};

const lineOf = ({ id, points, before, after }: ReadyCriterion, answer: Answer): ScoreLine => {
  const value = String(answer?.fact);
  return {
    criterion: id,
    value,
    points,
    sentence: {
      es: `${before.es}${value}» ${answer?.match.es}${after.es}`,
      en: `${before.en}${value}” ${answer?.match.en}${after.en}`,
    },
  };
};

interface ReadyCriterion extends Pick<Criterion, "id" | "points"> {
  readonly answer: number;
  /** The text before and after the fact and its match in a sentence. */
  readonly before: Bilingual;
  readonly after: Bilingual;
}

interface Candidate {
  readonly id: string;
  readonly criteria: readonly ReadyCriterion[];
}

interface Ready {
  readonly questions: Questions;
  readonly candidates: readonly Candidate[];
}

/** The agreement does not change between leads: what follows from it alone is computed once. */
const readyFor = (personas: readonly Persona[]): Ready => {
  const known = readyOnes.get(personas);
  if (known !== undefined) return known;
  const ready = madeReady(personas);
  readyOnes.set(personas, ready);
  return ready;
};

const readyOnes = new WeakMap<readonly Persona[], Ready>();

const madeReady = (personas: readonly Persona[]): Ready => {
  const questions = questionsOf(personas);
  const ready = (criterion: Criterion): ReadyCriterion => ({
    id: criterion.id,
    points: criterion.points,
    answer: questions.answerTo(criterion),
    before: { es: `${criterion.label.es}: «`, en: `${criterion.label.en}: “` },
    after: { es: ` (${signed(criterion.points, "es")})`, en: ` (${signed(criterion.points, "en")})` },
  });
  return { questions, candidates: personas.map(({ id, criteria }) => ({ id, criteria: criteria.map(ready) })) };
};

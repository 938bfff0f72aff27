import type { AgreementTerms, Criterion, OwnField, Persona } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { type Facts, type Naming, sayFound } from "./fact.ts";
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
export const scoreFit = (lead: Facts, terms: Scoring): Scored => {
  const { questions, candidates } = readyFor(terms);
  const answers = answersOf(lead, questions);
  const best = candidates
    .map((candidate) => fitWith(candidate, answers))
    .reduce((one, other) => (isBetter(other, one) ? other : one));
  const lines = best.met.map((criterion) => lineOf(criterion, answers[criterion.answer], terms));
  return { points: best.points, matched: matchedOf(best), lines, persona: best.persona };
};

type Scoring = Pick<AgreementTerms, "personas"> & Naming;

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

const lineOf = ({ id, points, field, before, after }: ReadyCriterion, answer: Answer, terms: Naming): ScoreLine => {
  if (answer === undefined) throw new Error(`criterion ${id} is not met`);
  const { fact } = answer;
  return {
    criterion: id,
    value: String(fact),
    points,
    // Of very many leads only the points are asked for.
    get sentence() {
      const { said, match } = sayFound(fact, answer.match, field, terms);
      return {
        es: `${before.es}${said.es}» ${match.es}${after.es}`,
        en: `${before.en}${said.en}” ${match.en}${after.en}`,
      };
    },
  };
};

interface ReadyCriterion extends Pick<Criterion, "id" | "points" | "field"> {
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
const readyFor = ({ personas, fields = none }: Scoring): Ready => {
  const ready = readyOnes.get(fields) ?? new WeakMap<readonly Persona[], Ready>();
  readyOnes.set(fields, ready);
  const known = ready.get(personas) ?? madeReady(personas, fields);
  ready.set(personas, known);
  return known;
};

const none: readonly OwnField[] = [];

const readyOnes = new WeakMap<readonly OwnField[], WeakMap<readonly Persona[], Ready>>();

const madeReady = (personas: readonly Persona[], fields: readonly OwnField[]): Ready => {
  const questions = questionsOf(personas, fields);
  const ready = (criterion: Criterion): ReadyCriterion => ({
    id: criterion.id,
    points: criterion.points,
    answer: questions.answerTo(criterion),
    field: criterion.field,
    before: { es: `${criterion.label.es}: «`, en: `${criterion.label.en}: “` },
    after: { es: ` (${signed(criterion.points, "es")})`, en: ` (${signed(criterion.points, "en")})` },
  });
  return { questions, candidates: personas.map(({ id, criteria }) => ({ id, criteria: criteria.map(ready) })) };
};

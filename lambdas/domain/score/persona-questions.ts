import type { Criterion, OwnField, Persona } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { type Facts, factOf, type LeadFact } from "./fact.ts";
import { readingOf } from "./job-title.ts";
import { type Matcher, matcherOf } from "./match.ts";

/** The distinct tests of all personas, and the test that decides each criterion. */
export interface Questions {
  readonly byField: readonly { readonly field: string; readonly tests: readonly Matcher[] }[];
  /** Place of the criterion's answer among all. */
  readonly answerTo: (criterion: Criterion) => number;
}

/** A test that the lead passes, and how; `undefined` when it does not. */
export type Answer = { readonly fact: LeadFact; readonly match: Bilingual } | undefined;

/** Personas share many tests: every fact is read once, and every test run once. */
export const questionsOf = (personas: readonly Persona[], own: readonly OwnField[] | undefined): Questions => {
  const criteria = [
    ...new Map(personas.flatMap((persona) => persona.criteria.map((each) => [keyOf(each), each]))).values(),
  ];
  const fields = [...new Set(criteria.map(({ field }) => field))];
  const asked = fields.map((field) => ({ field, criteria: criteria.filter((each) => each.field === field) }));
  const order = asked.flatMap((each) => each.criteria.map(keyOf));
  return {
    byField: asked.map((each) => ({
      field: each.field,
      tests: each.criteria.map(({ test }) => matcherOf(test, each.field, own)),
    })),
    answerTo: (criterion) => order.indexOf(keyOf(criterion)),
  };
};

const keyOf = ({ field, test }: Criterion): string => `${field} ${JSON.stringify(test)}`;

/** The answers of a lead, in the order of the questions. */
export const answersOf = (lead: Facts, { byField }: Questions): readonly Answer[] => {
  const answers: Answer[] = [];
  for (const { field, tests } of byField) {
    const fact = factOf(lead, field);
    const known = fact === undefined ? undefined : readingOf(fact, lead.today);
    for (const test of tests) {
      const match = known && test(known);
      answers.push(known && match && { fact: known.fact, match });
    }
  }
  return answers;
};

import { Engine } from "json-rules-engine";
import { type AgreementTerms, LeadFieldSchema, type Test } from "../../lambdas/contract/agreement.ts";
import { type Facts, factOf } from "../../lambdas/domain/score/fact.ts";
import { type FactReading, readingOf } from "../../lambdas/domain/score/job-title.ts";
import { matcherOf } from "../../lambdas/domain/score/match.ts";
import { scoreFit } from "../../lambdas/domain/score/score-fit.ts";

type Terms = Pick<AgreementTerms, "personas">;
type Fit = Pick<ReturnType<typeof scoreFit>, "persona" | "points" | "matched">;

/** Our own scoring, with its sentences in both languages. */
export const ours =
  (terms: Terms) =>
  (lead: Facts): Fit =>
    scoreFit(lead, terms);

/**
 * The same criteria as rules of json-rules-engine, without sentences. It gets every help that we give ourselves: the
 * engine is made once, a fact is read once for all rules, and its operator is our own test, prepared before.
 */
export const rulesEngine = ({ personas }: Terms): ((lead: Facts) => Promise<Fit>) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<FactReading | undefined, Test>(
    "passes",
    (known, test) => known !== undefined && matcherOf(test)(known) !== undefined,
  );
  for (const { id, criteria } of personas)
    for (const { field, test, points } of criteria)
      engine.addRule({
        conditions: { all: [{ fact: field, operator: "passes", value: test }] },
        event: { type: "criterion-met", params: { persona: id, points } },
      });
  return async (lead) => {
    const { events } = await engine.run(toldOf(lead));
    const fits = personas.map(({ id }): Fit => {
      const points = events.flatMap(({ params }): number[] => (params?.persona === id ? [params.points] : []));
      return { persona: id, points: sum(points), matched: points.filter((each) => each > 0).length };
    });
    return fits.reduce((best, fit) => (isBetter(fit, best) ? fit : best));
  };
};

const toldOf = (lead: Facts): Record<string, FactReading | undefined> =>
  Object.fromEntries(
    LeadFieldSchema.options.map((field) => {
      const fact = factOf(lead, field);
      return [field, fact === undefined ? undefined : readingOf(fact)];
    }),
  );

const isBetter = (one: Fit, other: Fit): boolean =>
  one.points > other.points || (one.points === other.points && one.matched > other.matched);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

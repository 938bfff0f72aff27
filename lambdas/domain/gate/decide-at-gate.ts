import type { Agreement } from "../../contract/agreement.ts";
import type { GateVerdict, Score } from "../../contract/journey.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { atLeast, type Condition, condition, notGivenBack } from "./condition.ts";

/** A lead at the gate with its two scores. */
export interface Applicant {
  readonly lead: Facts & Pick<Lead, "givenBackAt">;
  readonly fit: Pick<Score, "points" | "matched">;
  readonly familiarity: Pick<Score, "points">;
}

export type Verdict = Exclude<GateVerdict["verdict"], "moved">;

export interface Decision {
  readonly verdict: Verdict;
  /** What speaks for the verdict or, when it is `not-yet`, for the lead. */
  readonly reasons: readonly Bilingual[];
  /** What the lead still lacks; empty unless the verdict is `not-yet`. */
  readonly missing: readonly Bilingual[];
}

/** Is the lead an MQL? One disqualifier settles it; else every condition of the agreement must be met. */
export const decideAtGate = (applicant: Applicant, agreement: Agreement): Decision => {
  const disqualified = disqualifiersOf(applicant.lead, agreement);
  if (disqualified.length > 0) return { verdict: "disqualified", reasons: disqualified, missing: [] };
  const conditions = conditionsOf(applicant, agreement);
  const missing = conditions.filter(({ met }) => !met).map(({ sentence }) => sentence);
  const reasons = conditions.filter(({ met }) => met).map(({ sentence }) => sentence);
  return { verdict: missing.length === 0 ? "qualified" : "not-yet", reasons, missing };
};

const disqualifiersOf = (lead: Facts, { terms }: Agreement): Bilingual[] =>
  terms.gate.disqualifiers.flatMap(({ label, field, test }) => {
    const fact = factOf(lead, field);
    const match = matchOf(test, fact);
    if (match === undefined) return [];
    return [{ es: `${label.es}: «${fact}» ${match.es}`, en: `${label.en}: “${fact}” ${match.en}` }];
  });

const conditionsOf = ({ lead, fit, familiarity }: Applicant, { terms }: Agreement): Condition[] => [
  ...terms.gate.mustHaves.map((id) => mustHave(id, lead, terms.persona.criteria)),
  atLeast("match", fit.matched, terms.gate.leastMatches),
  atLeast("fit", fit.points, terms.gate.leastFit),
  atLeast("familiarity", familiarity.points, terms.gate.leastFamiliarity),
  ...(lead.givenBackAt === undefined ? [] : [notGivenBack]),
];

/** A must-have that the persona does not know can never be met; the agreement's check does not let it pass. */
const mustHave = (id: string, lead: Facts, criteria: Agreement["terms"]["persona"]["criteria"]): Condition => {
  const criterion = criteria.find((each) => each.id === id);
  const [es, en] = [criterion?.label.es ?? id, criterion?.label.en ?? id];
  const fact = criterion && factOf(lead, criterion.field);
  const match = criterion && matchOf(criterion.test, fact);
  if (match !== undefined)
    return condition(
      true,
      `Requisito cumplido, ${es}: «${fact}» ${match.es}`,
      `Must-have met, ${en}: “${fact}” ${match.en}`,
    );
  return fact === undefined
    ? condition(false, `Falta un requisito, ${es}: no consta`, `Must-have missing, ${en}: not on record`)
    : condition(
        false,
        `Falta un requisito, ${es}: «${fact}» no lo cumple`,
        `Must-have missing, ${en}: “${fact}” does not meet it`,
      );
};

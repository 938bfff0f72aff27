import type { Agreement, AgreementTerms, Criterion } from "../../contract/agreement.ts";
import type { GateVerdict, Score } from "../../contract/journey.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { atLeast, type Condition, notGivenBack, withWayThere } from "./condition.ts";
import { coolDown } from "./cool-down.ts";
import { factsThatWouldDo, sayFacts } from "./facts-that-would-do.ts";
import { type Familiarity, familiarityConditions } from "./familiarity-condition.ts";
import { mustHave } from "./must-have.ts";
import { sayOverride } from "./override-gate.ts";

/** A lead at the gate with its two scores. */
export interface Applicant {
  readonly lead: Facts & Pick<Lead, "givenBackAt" | "override" | "recycled">;
  readonly fit: Pick<Score, "points" | "matched" | "persona">;
  readonly familiarity: Familiarity;
}

export type Verdict = Exclude<GateVerdict["verdict"], "moved">;

export interface Decision {
  readonly verdict: Verdict;
  /** What speaks for the verdict or, when it is `not-yet`, for the lead; all figures when marketing decided by hand. */
  readonly reasons: readonly Bilingual[];
  /** What the lead still lacks, and what would do; empty unless the gate itself says `not-yet`. */
  readonly missing: readonly Bilingual[];
  /** Of a qualified lead that asked for something that must not wait. */
  readonly lane: "fast" | undefined;
}

/**
 * Is the lead an MQL? What marketing decided by hand stands for the rest of the cycle. Else one disqualifier settles
 * it, and without one every condition of the agreement must be met.
 */
export const decideAtGate = (applicant: Applicant, agreement: Agreement, now: string): Decision => {
  const { lead, familiarity } = applicant;
  const disqualified = disqualifiersOf(lead, agreement);
  const conditions = conditionsOf(applicant, agreement, now);
  const lane = familiarity.hot === true ? "fast" : undefined;
  if (lead.override !== undefined) {
    const figures = conditions.map(({ sentence }) => sentence);
    const { verdict } = lead.override;
    return {
      verdict,
      reasons: [sayOverride(lead.override), ...disqualified, ...figures],
      missing: [],
      lane: verdict === "qualified" ? lane : undefined,
    };
  }
  if (disqualified.length > 0) return { verdict: "disqualified", reasons: disqualified, missing: [], lane: undefined };
  const reasons = conditions.filter(({ met }) => met).map(({ sentence }) => sentence);
  const missing = conditions.filter(({ met }) => !met).map(withWayThere);
  return missing.length === 0
    ? { verdict: "qualified", reasons, missing, lane }
    : { verdict: "not-yet", reasons, missing, lane: undefined };
};

const disqualifiersOf = (lead: Facts, { terms }: Agreement): Bilingual[] =>
  terms.gate.disqualifiers.flatMap(({ label, field, test }) => {
    const fact = factOf(lead, field);
    const match = matchOf(test, fact, field);
    if (match === undefined) return [];
    return [{ es: `${label.es}: «${fact}» ${match.es}`, en: `${label.en}: “${fact}” ${match.en}` }];
  });

const conditionsOf = ({ lead, fit, familiarity }: Applicant, agreement: Agreement, now: string): Condition[] => {
  const { terms } = agreement;
  const criteria = criteriaOf(fit.persona, terms);
  return [
    ...terms.gate.mustHaves.map((id) => mustHave(id, lead, criteria)),
    atLeast("match", fit.matched, terms.gate.leastMatches),
    fitCondition(fit.points, terms.gate.leastFit, lead, criteria),
    ...familiarityConditions(familiarity, terms, now),
    ...(lead.givenBackAt === undefined ? [] : [notGivenBack]),
    // Who asks for something that must not wait has shown that the time has come after all.
    ...(familiarity.hot === true ? [] : coolDown(lead.recycled, agreement, now)),
  ];
};

/** Those of the persona that fits best. */
const criteriaOf = (persona: string | undefined, { personas }: AgreementTerms): readonly Criterion[] =>
  (personas.find(({ id }) => id === persona) ?? personas[0])?.criteria ?? [];

const fitCondition = (points: number, least: number, lead: Facts, criteria: readonly Criterion[]): Condition => {
  const enough = atLeast("fit", points, least);
  return enough.met ? enough : { ...enough, wayThere: sayFacts(factsThatWouldDo(least - points, lead, criteria)) };
};

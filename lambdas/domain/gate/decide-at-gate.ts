import type { Agreement, AgreementTerms, Criterion } from "../../contract/agreement.ts";
import type { GateVerdict, Score } from "../../contract/journey.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { isSilenceOurs } from "../escalation/nobody-answered.ts";
import type { Lead } from "../lead/lead.ts";
import { reasonLabel } from "../outcome/reason-label.ts";
import { type Facts, factOf, onDay, sayFound } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { signed } from "../score/score-line.ts";
import { readerIn, sayLongDay } from "../text/when.ts";
import { sayOverride } from "./apply-override.ts";
import { atLeast, type Condition, condition, notAnswered, notReturned, resting, withWayThere } from "./condition.ts";
import { type Familiarity, familiarityConditions } from "./familiarity-condition.ts";
import { laneFull } from "./fast-lane-place.ts";

/** A lead at the gate with its two scores. */
export interface Applicant {
  readonly lead: Facts & Pick<Lead, "returnedAt" | "override" | "recycled" | "nobodyAnswered">;
  readonly fit: Pick<Score, "points" | "matched" | "persona">;
  readonly familiarity: Familiarity;
  /** It asks for a place in the fast lane, and there is none: it is no MQL, whatever its wish is worth in points. */
  readonly isLaneFull?: boolean;
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
 * Decides whether the lead is an MQL. An override holds for the rest of the cycle. Otherwise one disqualifier settles
 * it, and without one every condition of the agreement must be met.
 */
export const decideAtGate = (applicant: Applicant, agreement: Agreement, now: string): Decision => {
  const { familiarity, isLaneFull = false } = applicant;
  const lead = onDay(applicant.lead, now);
  const disqualified = disqualifiersOf(lead, agreement);
  const conditions = conditionsOf({ ...applicant, lead }, agreement, now);
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
  const unmet = conditions.filter(({ met }) => !met).map(withWayThere);
  const missing = isLaneFull ? [laneFull, ...unmet] : unmet;
  return missing.length === 0
    ? { verdict: "qualified", reasons, missing, lane }
    : { verdict: "not-yet", reasons, missing, lane: undefined };
};

/** The verdict alone, of a lead about whom nobody has decided by hand: without the words, for very many leads. */
export const verdictAtGate = (applicant: Applicant, agreement: Agreement, now: string): Verdict => {
  const lead = onDay(applicant.lead, now);
  if (disqualifiersOf(lead, agreement).length > 0) return "disqualified";
  return conditionsOf({ ...applicant, lead }, agreement, now).every(({ met }) => met) ? "qualified" : "not-yet";
};

const disqualifiersOf = (lead: Facts, { terms }: Agreement): Bilingual[] =>
  terms.gate.disqualifiers.flatMap(({ label, field, test }) => {
    const fact = factOf(lead, field);
    const passes = matchOf(test, fact, field, terms.fields, lead.today);
    if (fact === undefined || passes === undefined) return [];
    const { said, match } = sayFound(fact, passes, field, terms);
    return [{ es: `${label.es}: «${said.es}» ${match.es}`, en: `${label.en}: “${said.en}” ${match.en}` }];
  });

const conditionsOf = ({ lead, fit, familiarity }: Applicant, agreement: Agreement, now: string): Condition[] => {
  const { terms } = agreement;
  const criteria = criteriaOf(fit.persona, terms);
  return [
    ...terms.gate.mustHaves.map((id) => mustHave(id, lead, criteria, terms)),
    atLeast("match", fit.matched, terms.gate.leastMatches),
    fitCondition(fit.points, terms.gate.leastFit, lead, criteria),
    ...familiarityConditions(familiarity, terms, now),
    ...(lead.returnedAt === undefined ? [] : [isSilenceOurs(lead) ? notAnswered : notReturned]),
    // The fast lane ends the cool-down: the lead has asked for something that must not wait.
    ...(familiarity.hot === true ? [] : coolDown(lead.recycled, agreement, now)),
  ];
};

/** Those of the persona that fits best. */
const criteriaOf = (persona: string | undefined, { personas }: AgreementTerms): readonly Criterion[] =>
  (personas.find(({ id }) => id === persona) ?? personas[0])?.criteria ?? [];

const fitCondition = (points: number, least: number, lead: Facts, criteria: readonly Criterion[]): Condition =>
  atLeast("fit", points, least, () => sayFacts(factsThatWouldDo(least - points, lead, criteria)));

/** A returned lead does not pass again before the cool-down of its reason is over. */
const coolDown = (recycled: Lead["recycled"], agreement: Agreement, now: string): Condition[] => {
  if (recycled?.coolUntil === undefined || now >= recycled.coolUntil) return [];
  const { coolUntil, reason } = recycled;
  const label = reasonLabel({ kind: "rejected", reason }, agreement) ?? { es: reason, en: reason };
  const dayIn = (language: Language) => sayLongDay(coolUntil, readerIn(language, agreement));
  return [resting(label, { es: dayIn("es"), en: dayIn("en") })];
};

/** A must-have that the persona does not know can never be met; the agreement's check does not let it pass. */
const mustHave = (id: string, lead: Facts, criteria: readonly Criterion[], terms: AgreementTerms): Condition => {
  const criterion = criteria.find((each) => each.id === id);
  const [es, en] = [criterion?.label.es ?? id, criterion?.label.en ?? id];
  const fact = criterion && factOf(lead, criterion.field);
  if (criterion === undefined || fact === undefined)
    return condition(false, `Falta algo imprescindible, ${es}: no consta`, `Must-have missing, ${en}: not on record`);
  const passes = matchOf(criterion.test, fact, criterion.field, terms.fields, lead.today);
  const { said, match } = sayFound(fact, passes ?? none, criterion.field, terms);
  return passes === undefined
    ? condition(
        false,
        `Falta algo imprescindible, ${es}: «${said.es}» no lo cumple`,
        `Must-have missing, ${en}: “${said.en}” does not meet it`,
      )
    : condition(
        true,
        `Imprescindible cumplido, ${es}: «${said.es}» ${match.es}`,
        `Must-have met, ${en}: “${said.en}” ${match.en}`,
      );
};

const none: Bilingual = { es: "", en: "" };

/** A longer list is no help. */
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

/** `Podría llegar con datos que todavía no constan: Tamaño de la empresa (+15)`. */
export const sayFacts = (criteria: readonly Criterion[]): Bilingual | undefined => {
  if (criteria.length === 0) return undefined;
  const es = criteria.map(({ label, points }) => `${label.es} (${signed(points, "es")})`);
  const en = criteria.map(({ label, points }) => `${label.en} (${signed(points, "en")})`);
  return {
    es: `Podría llegar con datos que todavía no constan: ${es.join(", ")}`,
    en: `Could get there with details not on record yet: ${en.join(", ")}`,
  };
};

import { createHash } from "node:crypto";
import type { AgreementTerms, FamiliarityEvent } from "../../contract/agreement.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { clocksAt, dayMillis } from "../working-time/zone.ts";

/** The terms that decide what a lead's engagements add up to. */
export type FamiliarityTerms = Pick<AgreementTerms, "company" | "familiarity" | "gate" | "nurture">;

/** How the events of one kind add up. */
export interface KindRule {
  readonly kind: string;
  /** In milliseconds. */
  readonly halfLife: number;
  /** Only the newest time counts. */
  readonly once: boolean;
  /** The events of a day of the company's calendar share this; no such limit when left out. */
  readonly day?: DayRule | undefined;
}

export interface DayRule {
  /** What an event is worth when it is new, without its sign. */
  readonly each: number;
  /** What all events of a day are worth at most when they are new. */
  readonly most: number;
  /** The day of an instant, counted from 1970. */
  readonly dayOf: (instant: number) => number;
}

/** The agreement does not change between leads: what follows from it alone is computed once. */
const knownRules = new WeakMap<object, readonly KindRule[]>();

/** One rule for each kind of event that counts, and for what opens the fast lane though it is worth no points. */
export const kindRules = (terms: Omit<FamiliarityTerms, "nurture">): readonly KindRule[] => {
  const rules = knownRules.get(terms) ?? rulesOf(terms);
  knownRules.set(terms, rules);
  return rules;
};

const rulesOf = ({ familiarity, gate, company }: Omit<FamiliarityTerms, "nurture">): KindRule[] => {
  const scored = familiarity.map((terms) => ({
    kind: terms.kind,
    halfLife: elapsedMillis(terms.halfLife),
    once: terms.counts === "once",
    day: dayRule(terms, company.timeZone),
  }));
  const others = gate.fastLane.filter(({ kind }) => familiarity.every((terms) => terms.kind !== kind));
  const fast = others.map(({ kind, within }) => ({ kind, halfLife: Math.max(1, elapsedMillis(within)), once: true }));
  return [...scored, ...fast];
};

/** Kinds of event that can come to count; of others nothing is kept. That a form was sent is always worth knowing. */
export const knownKinds = (terms: Pick<FamiliarityTerms, "familiarity" | "gate" | "company">): ReadonlySet<string> =>
  new Set(["form-submitted", ...kindRules(terms).map(({ kind }) => kind)]);

const dayRule = ({ points, capPerDay: most }: FamiliarityEvent, timeZone: string): DayRule | undefined =>
  most === undefined
    ? undefined
    : { each: Math.abs(points), most, dayOf: (instant) => Math.floor(clocksAt(instant, timeZone) / dayMillis) };

/** Another form of the sums has another number: those that were kept in the old one are then rebuilt. */
const form = 1;

const knownFingerprints = new WeakMap<FamiliarityTerms, string>();

/** Identifies the terms of the sums: under other terms they are invalid. */
export const fingerprintOf = (terms: FamiliarityTerms): string => {
  const fingerprint = knownFingerprints.get(terms) ?? madeFrom(terms);
  knownFingerprints.set(terms, fingerprint);
  return fingerprint;
};

const madeFrom = (terms: FamiliarityTerms): string => {
  const rules = kindRules(terms).map(({ kind, halfLife, once, day }) => [kind, halfLife, once, day?.each, day?.most]);
  const pieces = terms.nurture.content.map(({ id, url }) => [id, url.es, url.en]);
  const decisive = JSON.stringify([form, rules, terms.company.timeZone, pieces]);
  return createHash("sha256").update(decisive).digest("base64url").slice(0, 22);
};

import * as z from "zod/mini";
import type { Engagement } from "../lead/lead.ts";
import { contentReadBy } from "./content-read.ts";
import { addToKind, canAdd, KindSumsSchema, latestOf } from "./familiarity-kind.ts";
import { type FamiliarityTerms, fingerprintOf, kindRules } from "./familiarity-rules.ts";

/**
 * What all engagements of a lead add up to, in a size that does not grow with them. Each engagement is to be added
 * once; in what order, and in how many portions, makes no difference.
 */
export const FamiliaritySumsSchema = z.object({
  /** Identifies the terms by which it was computed. */
  terms: z.string(),
  /** When the lead last did something, of whatever kind. */
  lastAt: z.optional(z.string()),
  /** Ids of the pieces of content that the lead has read. */
  read: z.array(z.string()),
  kinds: z.record(z.string(), KindSumsSchema),
});
export type FamiliaritySums = z.infer<typeof FamiliaritySumsSchema>;

/** The sums of all of a lead's engagements. */
export const sumsOf = (engagements: readonly Engagement[], terms: FamiliarityTerms): FamiliaritySums =>
  add({ terms: fingerprintOf(terms), read: [], kinds: {} }, engagements, terms);

/**
 * The sums with further engagements; `undefined` when they need all engagements again: the terms have
 * changed, or one arrived long after its day.
 */
export const addToSums = (
  sums: FamiliaritySums,
  engagements: readonly Engagement[],
  terms: FamiliarityTerms,
): FamiliaritySums | undefined => {
  const times = timesByKind(engagements);
  const canBeAdded = kindRules(terms).every((rule) => canAdd(sums.kinds[rule.kind], times.get(rule.kind) ?? [], rule));
  return canBeAdded && areInForce(sums, terms) ? add(sums, engagements, terms) : undefined;
};

/** Whether the sums were computed by these terms. */
export const areInForce = (sums: FamiliaritySums, terms: FamiliarityTerms): boolean =>
  sums.terms === fingerprintOf(terms);

const add = (sums: FamiliaritySums, engagements: readonly Engagement[], terms: FamiliarityTerms): FamiliaritySums => {
  const times = timesByKind(engagements);
  const kinds = kindRules(terms).flatMap((rule) => {
    const [known, fresh] = [sums.kinds[rule.kind], times.get(rule.kind)];
    const added = fresh === undefined ? known : addToKind(known, fresh, rule);
    return added === undefined ? [] : [[rule.kind, added]];
  });
  const lastAt = latestOf([sums.lastAt ?? "", ...engagements.map(({ at }) => at)]);
  return {
    terms: sums.terms,
    ...(lastAt !== "" && { lastAt }),
    read: [...new Set([...sums.read, ...engagements.flatMap(contentReadBy(terms))])].sort(),
    kinds: Object.fromEntries(kinds),
  };
};

const timesByKind = (engagements: readonly Engagement[]): Map<string, string[]> => {
  const times = new Map<string, string[]>();
  for (const { kind, at } of engagements) {
    const known = times.get(kind);
    if (known === undefined) times.set(kind, [at]);
    else known.push(at);
  }
  return times;
};

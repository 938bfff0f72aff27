import type { Criterion, Persona } from "../../contract/agreement.ts";

/** Of a persona: the criteria that no lead of a form can meet, since the form does not ask. */
export interface NeverMatching {
  readonly persona: Persona;
  readonly criteria: readonly Criterion[];
}

/** Known of every lead: by its address, and by the agreement when it says nothing of it. */
const always = ["emailDomain", "language"];

/**
 * A fact that is not known passes no test, not even one that says what it must not be.
 * @param asked the fields that a form asks for, by our names or the ids of the agreement's own
 */
export const neverMatching = (personas: readonly Persona[], asked: ReadonlySet<string>): NeverMatching[] => {
  const known = new Set([...asked, ...always]);
  return personas
    .map((persona) => ({ persona, criteria: persona.criteria.filter(({ field }) => !known.has(field)) }))
    .filter(({ criteria }) => criteria.length > 0);
};

import type { OwnValue } from "../../../contract/own-value.ts";
import { factFields, factsOf, isFactField, knownValue, mostEarlier } from "../../lead/claims.ts";
import type { Contact, Fact, Lead } from "../../lead/lead.ts";
import type { Facts } from "../../score/fact.ts";

type KnownThen = Omit<Facts, "today">;

/** The values of one field with the instants from which each was known, the newest first. */
interface Past {
  readonly field: string;
  readonly values: readonly Pick<Fact, "value" | "at">[];
}

/**
 * What was known of the lead at an instant: each value from when it was said, and until another one took its place. What
 * each was read as is left out: neither score nor gate look at it.
 */
export const factsOverTime = (lead: Lead): ((instant: string) => KnownThen) => {
  const fields = [...factFields, ...ownFieldsOf(lead)];
  const pasts = fields.map((field): Past => ({ field, values: valuesOf(lead, field) }));
  const instants = [...new Set(pasts.flatMap(({ values }) => values.map(({ at }) => at)))].sort();
  const known = new Map<number, KnownThen>();
  return (instant) => {
    const changes = instants.findLastIndex((at) => at <= instant);
    const facts = known.get(changes) ?? knownAt(lead, pasts, instant);
    known.set(changes, facts);
    return facts;
  };
};

const ownFieldsOf = ({ contact, facts = {} }: Lead): string[] => [
  ...new Set([...Object.keys(contact.own ?? {}), ...Object.keys(facts).filter((field) => !isFactField(field))]),
];

/** A field of which nothing is kept beside its value came with the first form. */
const valuesOf = (lead: Lead, field: string): Past["values"] => {
  const [kept, value] = [factsOf(lead, field), knownValue(lead, field)];
  const [newest] = kept ?? [];
  if (kept === undefined || newest === undefined) return value === undefined ? [] : [{ value, at: lead.createdAt }];
  // So many are kept: the oldest of these stands for those before it.
  const past = kept.length > mostEarlier ? [...kept.slice(0, -1), { ...kept.at(-1), at: lead.createdAt }] : kept;
  // An older release has replaced the value without saying whose it is.
  const isNewest = value === undefined || JSON.stringify(newest.value) === JSON.stringify(value);
  const values = past.flatMap(({ value: each, at }) => (each === undefined ? [] : [{ value: each, at }]));
  return isNewest ? values : [{ value, at: newest.at }, ...values];
};

const knownAt = ({ language, email }: Lead, pasts: readonly Past[], instant: string): KnownThen => {
  const contact: Record<string, OwnValue> = {};
  const own: Record<string, OwnValue> = {};
  let spoken = language;
  for (const { field, values } of pasts) {
    const value = values.find(({ at }) => at <= instant)?.value;
    // Emptied: a colleague said that what was known is wrong.
    if (value === undefined || value === "") continue;
    if (field === "language") spoken = value === "es" || value === "en" ? value : spoken;
    else if (isFactField(field)) contact[field] = value;
    else own[field] = value;
  }
  return { contact: { ...toContact(contact), ...(Object.keys(own).length > 0 && { own }) }, language: spoken, email };
};

/** The values have the types under which the lead's schema let them in. */
const toContact = (values: Readonly<Record<string, OwnValue>>): Contact => {
  const { companySize, ...texts } = values;
  const contact: Contact = Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === "string"));
  return typeof companySize === "number" ? { ...contact, companySize } : contact;
};

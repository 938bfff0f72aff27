import type { AgreementTerms, LeadField, OwnField } from "../../contract/agreement.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { domainForPeople } from "../text/address-for-people.ts";
import { inBoth } from "../text/bilingual.ts";
import { namedIndustry } from "../text/industry-label.ts";
import { sayOwnValue } from "../text/say-own-value.ts";

/** What criteria look at: the lead's own words, its language and its e-mail, and the day on which they do. */
export type Facts = Pick<Lead, "contact" | "language" | "email"> & { readonly today?: string | undefined };

/** The lead as it is looked at on the day of this instant. */
export const onDay = <T extends object>(lead: T, now: string): T & { readonly today: string } => ({
  ...lead,
  today: now.slice(0, "2026-05-15".length),
});
export type LeadFact = OwnValue;

/** The fact that a criterion asks about, one that every agreement knows or one of its own; `undefined` when it is not known. */
export const factOf = (lead: Facts, field: string): LeadFact | undefined => known(readerOf(field)(lead));

type Reader = (lead: Facts) => LeadFact | undefined;

const readerOf = (field: string): Reader =>
  isLeadField(field)
    ? readers[field]
    : ({ contact: { own = {} } }) => (Object.hasOwn(own, field) ? own[field] : undefined);

const isLeadField = (field: string): field is LeadField => Object.hasOwn(readers, field);

const readers: Readonly<Record<LeadField, Reader>> = {
  jobTitle: ({ contact }) => contact.jobTitle,
  company: ({ contact }) => contact.company,
  companySize: ({ contact }) => contact.companySize,
  industry: ({ contact }) => contact.industry,
  phone: ({ contact }) => contact.phone,
  interest: ({ contact }) => contact.interest,
  country: ({ contact }) => countryCode(contact.country),
  language: ({ language }) => language,
  emailDomain: ({ email }) => domainForPeople(email.slice(email.lastIndexOf("@") + 1)),
};

const known = (fact: LeadFact | undefined): LeadFact | undefined =>
  typeof fact === "string" && fact.trim() === "" ? undefined : fact;

/** A country that was not recognised is kept as written, and counts as unknown. */
const countryCode = (country: string | undefined): string | undefined =>
  country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;

/** The declaration of one of the agreement's own fields; `undefined` for one that every agreement knows. */
export const ownField = (field: string | undefined, fields: readonly OwnField[] = []): OwnField | undefined =>
  fields.find(({ id }) => id === field);

/** What of the agreement says how facts are called. */
export interface Naming {
  readonly fields?: readonly OwnField[] | undefined;
  readonly industries?: AgreementTerms["industries"];
}

/** The fact, and how it passed or failed, as sentences have them. */
export interface Found {
  readonly said: Bilingual;
  readonly match: Bilingual;
}

/** An industry with a name goes by it, and then the word that matched, which is of one language, is not quoted. */
export const sayFound = (fact: LeadFact, match: Bilingual, field: string, terms: Naming): Found => {
  const named = field === "industry" ? namedIndustry(String(fact), terms.industries) : undefined;
  return named === undefined
    ? { said: sayFact(fact, ownField(field, terms.fields)), match }
    : { said: named.label, match: asAgreed };
};

const asAgreed: Bilingual = { es: "cumple lo acordado", en: "meets what is agreed" };

const sayFact = (fact: LeadFact, own: OwnField | undefined): Bilingual =>
  own === undefined ? inBoth(() => String(fact)) : sayOwnValue(fact, own);

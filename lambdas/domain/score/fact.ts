import type { AgreementTerms, LeadField, OwnField } from "../../contract/agreement.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { domainForPeople } from "../text/address-for-people.ts";
import { inBoth } from "../text/bilingual.ts";
import { namedIndustry } from "../text/industry-label.ts";
import { interestLabel, requestLabel } from "../text/requested-kind.ts";
import { sayCountry } from "../text/say-names.ts";
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
  readonly familiarity?: AgreementTerms["familiarity"] | undefined;
}

/** The fact, and how it passed or failed, as sentences have them. */
export interface Found {
  readonly said: Bilingual;
  readonly match: Bilingual;
}

/** What has a name goes by it, and then the word or the code that matched, which is of one language, is not quoted. */
export const sayFound = (fact: LeadFact, match: Bilingual, field: string, terms: Naming): Found => {
  const text = String(fact);
  const named = nameOf(text, field, terms);
  if (named === undefined) return { said: sayFact(fact, ownField(field, terms.fields)), match };
  // Not among the countries that a test names is one of all others: which they are stays.
  return { said: named, match: field === "country" && match.es !== `es ${named.es}` ? match : asAgreed };
};

/** The name of an industry, a country or a wish that is known; `undefined` of what a lead wrote in words of its own. */
const nameOf = (text: string, field: string, { industries, familiarity }: Naming): Bilingual | undefined => {
  switch (field) {
    case "industry":
      return namedIndustry(text, industries)?.label;
    case "interest":
      return text.split(",").every((part) => requestLabel(part, familiarity) !== undefined)
        ? interestLabel(text, familiarity)
        : undefined;
    case "country":
      return /^[A-Z]{2}$/.test(text) ? inBoth((language) => sayCountry(text, language)) : undefined;
    default:
      return undefined;
  }
};

const asAgreed: Bilingual = { es: "cumple lo acordado", en: "meets what is agreed" };

const sayFact = (fact: LeadFact, own: OwnField | undefined): Bilingual =>
  own === undefined && typeof fact !== "number" ? inBoth(() => String(fact)) : sayOwnValue(fact, own);

import type { LeadField } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead } from "../lead/lead.ts";
import { domainForPeople } from "../text/address-for-people.ts";

/** What criteria look at: the lead's own words, its language and its e-mail. */
export type Facts = Pick<Lead, "contact" | "language" | "email">;
export type LeadFact = string | number;

/** The fact that a criterion asks about; `undefined` when it is not known. */
export const factOf = ({ contact, language, email }: Facts, field: LeadField): LeadFact | undefined => {
  switch (field) {
    case "jobTitle":
    case "company":
    case "companySize":
    case "industry":
    case "phone":
    case "interest":
      return known(contact[field]);
    case "country":
      return countryCode(contact.country);
    case "language":
      return language;
    case "emailDomain":
      return known(domainForPeople(email.slice(email.lastIndexOf("@") + 1)));
    default:
      return assertNever(field);
  }
};

const known = (fact: LeadFact | undefined): LeadFact | undefined =>
  typeof fact === "string" && fact.trim() === "" ? undefined : fact;

/** A country that was not recognised is kept as written, and counts as unknown. */
const countryCode = (country: string | undefined): string | undefined =>
  country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;

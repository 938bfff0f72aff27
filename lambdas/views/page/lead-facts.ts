import type { Agreement, OwnField } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { type FactField, isFactField } from "../../domain/lead/claims.ts";
import type { Fact, Lead } from "../../domain/lead/lead.ts";
import { type ReadAs, readAs } from "../../domain/lead/read-as.ts";
import { ownField } from "../../domain/score/fact.ts";
import { addressForPeople } from "../../domain/text/address-for-people.ts";
import { industryLabel } from "../../domain/text/industry-label.ts";
import { perhapsMeant } from "../../domain/text/misspelt-address.ts";
import { oneLine, someLines } from "../../domain/text/plain-text.ts";
import { plural } from "../../domain/text/plural.ts";
import { interestLabel } from "../../domain/text/requested-kind.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { sayOwnValue } from "../../domain/text/say-own-value.ts";
import type { FactLine } from "./facts.ts";

type Described = Pick<Lead, "contact" | "email">;

/** Most characters of a field that a lead filled in, where we show it. */
const mostOfField = 120;
const mostOfMessage = 2000;
/** Of a message that is shown as one line among others. */
const mostOfMessageInLine = 300;

const words = {
  es: {
    name: "Nombre",
    company: "Empresa",
    jobTitle: "Cargo",
    email: "Correo",
    misspelt: "¿Correo mal escrito?",
    meant: (address: string) => `Quizá quiso escribir ${address}`,
    phone: "Teléfono",
    companySize: "Tamaño",
    people: { one: "# persona", other: "# personas" },
    upTo: (from: string) => ({ one: `${from} a # personas`, other: `${from} a # personas` }),
    orMore: { one: "# persona o más", other: "# personas o más" },
    industry: "Sector",
    country: "País",
    region: "Región o provincia",
    interest: "Interés",
    message: "Mensaje",
    language: "Idioma",
    spoken: { es: "español", en: "inglés" },
  },
  en: {
    name: "Name",
    company: "Company",
    jobTitle: "Job title",
    email: "E-mail",
    misspelt: "E-mail misspelt?",
    meant: (address: string) => `Perhaps they meant ${address}`,
    phone: "Phone",
    companySize: "Size",
    people: { one: "# person", other: "# people" },
    upTo: (from: string) => ({ one: `${from} to # people`, other: `${from} to # people` }),
    orMore: { one: "# person or more", other: "# people or more" },
    industry: "Industry",
    country: "Country",
    region: "Region",
    interest: "Interest",
    message: "Message",
    language: "Language",
    spoken: { es: "Spanish", en: "English" },
  },
} as const;

/** The lead in one line: `Inés Otero (Talleres Norte)`, or their address when they gave no name. */
export const nameOf = ({ contact, email }: Described): string => {
  const [name, company] = [contact.name ?? "", contact.company ?? ""].map((text) => oneLine(text, 60));
  const person = name || oneLine(email, 80);
  return company ? `${person} (${company})` : person;
};

/** Where people read them: on the lead's page, or in a mail to sales. */
type Where = "lead" | "hand-off";

/**
 * The lead's known facts, for the person who is to contact it.
 * @param agreement by whose words an interest that it knows is called; as the lead wrote it when left out. Its own fields
 *   are there where it says that they are shown
 */
export const leadFacts = (
  lead: Described & Pick<Lead, "language"> & Partial<Pick<Lead, "consents">>,
  language: Language,
  agreement?: Pick<Agreement, "terms">,
  where: Where = "hand-off",
): FactLine[] => {
  const { contact, email } = lead;
  const label = words[language];
  const lines: (Omit<FactLine, "value"> & { value: string | undefined })[] = [
    { label: label.name, value: contact.name },
    { label: label.jobTitle, value: contact.jobTitle },
    { label: label.company, value: contact.company },
    { label: label.email, value: addressForPeople(email), href: mailto(email) },
    { label: label.misspelt, value: meantAddress(lead, label.meant) },
    ...phonesOf(contact).map((line) => ({ label: label.phone, ...line })),
    {
      label: label.companySize,
      value: sizeOf(contact.companySize, readAs(contact, "companySize", contact.companySize), language),
    },
    { label: label.industry, value: industryOf(contact.industry, language, agreement) },
    { label: label.country, value: countryOf(contact.country, language) },
    { label: label.region, value: contact.region },
    { label: label.interest, value: interestOf(contact.interest, language, agreement) },
    ...ownLines(contact.own, language, where, agreement?.terms.fields),
    { label: label.language, value: label.spoken[lead.language] },
  ];
  return lines.flatMap(({ value = "", ...line }) => {
    const shown = oneLine(value, mostOfField);
    return shown === "" ? [] : [{ ...line, value: shown }];
  });
};

/** One value of a lead with its label, as `leadFacts` shows it. */
export const labelledValue = (
  field: string,
  value: Fact["value"],
  language: Language,
  agreement?: Pick<Agreement, "terms">,
  read?: ReadAs,
): { readonly label: string; readonly shown: string } => {
  const say = words[language];
  if (!isFactField(field)) {
    const own = ownField(field, agreement?.terms.fields);
    return { label: own?.label[language] ?? field, shown: oneLine(sayOwnValue(value, own)[language], mostOfField) };
  }
  return {
    label: say[field],
    shown: oneLine(shownAs(field, value, language, agreement, read) ?? "", mostOfClaim(field)),
  };
};

/** In the agreement's order; what an earlier agreement asked for comes last, by its id, on the lead's page only. */
const ownLines = (
  own: Lead["contact"]["own"] = {},
  language: Language,
  where: Where,
  fields: readonly OwnField[] = [],
): Omit<FactLine, "href">[] => {
  const said = new Map(Object.entries(own));
  const declared = fields.flatMap((field) => {
    const value = said.get(field.id);
    said.delete(field.id);
    if (value === undefined || !field.shown.includes(where)) return [];
    return [{ label: field.label[language], value: sayOwnValue(value, field)[language] }];
  });
  if (where !== "lead") return declared;
  return [
    ...declared,
    ...[...said].map(([id, value]) => ({ label: id, value: sayOwnValue(value, undefined)[language] })),
  ];
};

const mostOfClaim = (field: FactField): number => (field === "message" ? mostOfMessageInLine : mostOfField);

const shownAs = (
  field: FactField,
  value: Fact["value"],
  language: Language,
  agreement: Pick<Agreement, "terms"> | undefined,
  read: ReadAs | undefined,
): string | undefined => {
  switch (field) {
    case "companySize":
      return sizeOf(Number(value), read, language);
    case "country":
      return countryOf(String(value), language);
    case "industry":
      return industryOf(String(value), language, agreement);
    case "interest":
      return interestOf(String(value), language, agreement);
    case "language":
      return value === "es" || value === "en" ? words[language].spoken[value] : String(value);
    default:
      return String(value);
  }
};

/** The lead's message, bounded; empty when there is none. */
export const messageOf = ({ contact }: Pick<Lead, "contact">): string =>
  someLines(contact.message ?? "", mostOfMessage);

/** Forms send codes such as `guide`: those that the agreement knows as a request get its label. */
const interestOf = (
  interest: string | undefined,
  language: Language,
  agreement: Pick<Agreement, "terms"> | undefined,
): string | undefined => interest && interestLabel(interest, agreement?.terms.familiarity)[language];

const industryOf = (
  industry: string | undefined,
  language: Language,
  agreement: Pick<Agreement, "terms"> | undefined,
): string | undefined => industry && industryLabel(industry, agreement?.terms.industries)[language];

const mailto = (email: string): string => `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`;

/** An address from which something was confirmed is read by somebody. */
const meantAddress = (
  { email, consents = [] }: Described & Partial<Pick<Lead, "consents">>,
  say: (address: string) => string,
): string | undefined => {
  const meant = consents.some(({ confirmedAt }) => confirmedAt !== undefined) ? undefined : perhapsMeant(email);
  return meant === undefined ? undefined : say(addressForPeople(meant));
};

/** Each number as it was typed, with what a telephone dials. */
const phonesOf = (contact: Lead["contact"]): { value: string | undefined; href?: string | undefined }[] => {
  const numbers = readAs(contact, "phone", contact.phone)?.numbers ?? [];
  return numbers.length === 0
    ? [{ value: contact.phone, href: tel(contact.phone) }]
    : numbers.map(({ as, dial }) => ({ value: numbers.length === 1 ? contact.phone : as, href: `tel:${dial}` }));
};

/** A number that was not read, of an earlier release: at least three digits, without a `(0)` after the country's. */
const tel = (phone = ""): string | undefined => {
  const number = phone
    .replace(/^(\s*(?:\+|00)[\d\s]{1,5})\(0\)/, "$1")
    .replace(/[^\d+]/g, "")
    .replace(/(?!^)\+/g, "");
  return /\d{3}/.test(number) ? `tel:${number}` : undefined;
};

/** A range is said as one. */
const sizeOf = (
  people: number | undefined,
  { upTo, orMore }: Pick<ReadAs, "upTo" | "orMore"> = {},
  language: Language,
): string | undefined => {
  const say = words[language];
  if (people === undefined) return undefined;
  if (upTo !== undefined) return plural(upTo, language, say.upTo(sayNumber(people, language)));
  return plural(people, language, orMore === true ? say.orMore : say.people);
};

const countryOf = (country: string | undefined, language: Language): string | undefined =>
  country === undefined ? undefined : countryName(country, language);

/** A country that was not recognised goes by what was written. */
export const countryName = (country: string, language: Language): string =>
  (/^[A-Z]{2}$/.test(country) && new Intl.DisplayNames(language, { type: "region" }).of(country)) || country;

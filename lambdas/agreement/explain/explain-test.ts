import type { LeadField, OwnField, Test } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { atLeastRank, roleNames } from "../../domain/score/job-title-words.ts";
import { quoted, sayCountry, sayLanguage, sayList } from "../../domain/text/say-names.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { sayDays, sayOwnTerms, sayOwnTest } from "./explain-own-test.ts";

const fields: Record<Language, Record<LeadField, string>> = {
  es: {
    jobTitle: "el cargo",
    company: "el nombre de la empresa",
    companySize: "la plantilla",
    industry: "el sector",
    country: "el país",
    phone: "el teléfono",
    interest: "lo que pide",
    language: "el idioma",
    emailDomain: "el dominio del correo",
  },
  en: {
    jobTitle: "the job title",
    company: "the company's name",
    companySize: "the company size",
    industry: "the industry",
    country: "the country",
    phone: "the phone number",
    interest: "what they ask for",
    language: "the language",
    emailDomain: "the e-mail domain",
  },
};

/** A field as it is called within a sentence; `undefined` for one that no criterion asks about. */
export const sayField = (field: string, language: Language): string | undefined =>
  new Map<string, string>(Object.entries(fields[language])).get(field);

const phrases = {
  es: {
    is: (what: string, values: string) => `${what} es ${values}`,
    isNone: (what: string, values: string) => `${what} consta y no está entre ${values}`,
    contains: (what: string, values: string) => `${what} contiene una palabra que empieza por ${values}`,
    matches: (what: string, pattern: string) => `${what} cumple el patrón ${pattern}`,
    atLeast: (least: string) => `la empresa tiene ${least} personas o más`,
    between: (least: string, most: string) => `la empresa tiene entre ${least} y ${most} personas`,
    exists: (what: string) => `${what} consta`,
    rank: (what: string, rank: string) => `${what} es de ${rank}`,
    roles: (what: string, values: string) => `${what} es del área de ${values}`,
  },
  en: {
    is: (what: string, values: string) => `${what} is ${values}`,
    isNone: (what: string, values: string) => `${what} is on record and not among ${values}`,
    contains: (what: string, values: string) => `${what} contains a word that starts with ${values}`,
    matches: (what: string, pattern: string) => `${what} matches the pattern ${pattern}`,
    atLeast: (least: string) => `the company has ${least} people or more`,
    between: (least: string, most: string) => `the company has between ${least} and ${most} people`,
    exists: (what: string) => `${what} is on record`,
    rank: (what: string, rank: string) => `${what} is that of ${rank}`,
    roles: (what: string, values: string) => `${what} is in ${values}`,
  },
} as const;

interface Looked {
  readonly field: string;
  readonly test: Test;
}

/**
 * A test as a sentence without its full stop: `la empresa tiene entre 50 y 999 personas`.
 * @param own the agreement's own fields
 */
export const sayTest = ({ field, test }: Looked, own: readonly OwnField[] | undefined, language: Language): string => {
  const ofOwn = own?.find(({ id }) => id === field);
  return ofOwn === undefined ? sayBuiltIn(field, test, language) : sayOwnTest(ofOwn, test, language);
};

const isLeadField = (field: string): field is LeadField => Object.hasOwn(fields.es, field);

const sayBuiltIn = (field: string, test: Test, language: Language): string => {
  const [what, say] = [isLeadField(field) ? fields[language][field] : quoted(field, language), phrases[language]];
  const value = (text: string): string => sayValue(field, text, language);
  if ("equals" in test) return say.is(what, value(test.equals));
  if ("oneOf" in test) return say.is(what, sayList(test.oneOf.map(value), language, "or"));
  if ("noneOf" in test) return say.isNone(what, sayList(test.noneOf.map(value), language));
  if ("contains" in test)
    return say.contains(
      what,
      sayList(
        test.contains.map((text) => quoted(text, language)),
        language,
        "or",
      ),
    );
  if ("matches" in test) return say.matches(what, `\`${test.matches}\``);
  if ("exists" in test) return say.exists(what);
  if ("roles" in test)
    return say.roles(
      what,
      sayList(
        test.roles.map((role) => roleNames[role][language]),
        language,
        "or",
      ),
    );
  if ("seniority" in test) return say.rank(what, atLeastRank[test.seniority][language]);
  if ("after" in test || "before" in test) return `${what}: ${sayDays(test, language)}`;
  if ("within" in test) return `${what}: ${sayDays(test, language)}`;
  const [least, most] = [sayNumber(test.atLeast, language, 2), sayNumber(test.atMost ?? test.atLeast, language, 2)];
  return test.atMost === undefined ? say.atLeast(least) : say.between(least, most);
};

const sayValue = (field: string, text: string, language: Language): string => {
  if (field === "country") return sayCountry(text, language);
  if (field === "language") return sayLanguage(text, language);
  return field === "emailDomain" ? text : quoted(text, language);
};

/** So many countries are named on the page; more of them only in the annex. */
const mostCountries = 4;

const factWords = {
  es: {
    upTo: (most: string) => `hasta ${most} personas`,
    between: (least: string, most: string) => `de ${least} a ${most} personas`,
    atLeast: (least: string) => `${least} personas o más`,
  },
  en: {
    upTo: (most: string) => `up to ${most} people`,
    between: (least: string, most: string) => `${least} to ${most} people`,
    atLeast: (least: string) => `${least} people or more`,
  },
} as const;

/** What a label leaves open and a few words can settle: a size, a rank, some countries. */
export const sayFact = (
  { field, test }: Looked,
  own: readonly OwnField[] | undefined,
  language: Language,
): string | undefined => {
  const ofOwn = own?.find(({ id }) => id === field);
  if (ofOwn !== undefined) return isShort(test) ? sayOwnTerms(ofOwn, test, language) : undefined;
  if ("seniority" in test) return atLeastRank[test.seniority][language];
  if ("atLeast" in test) return sayRange(test, language);
  if (field !== "country") return undefined;
  const countries = "equals" in test ? [test.equals] : "oneOf" in test ? test.oneOf : [];
  if (countries.length === 0 || countries.length > mostCountries) return undefined;
  return sayList(
    countries.map((code) => sayCountry(code, language)),
    language,
    "or",
  );
};

/** Lists of options are left to the annex. */
const isShort = (test: Test): boolean => "atLeast" in test || "after" in test || "before" in test || "within" in test;

const sayRange = (range: { atLeast: number; atMost?: number | undefined }, language: Language): string => {
  const { atLeast, atMost } = range;
  const [least, most] = [sayNumber(atLeast, language, 2), sayNumber(atMost ?? atLeast, language, 2)];
  if (atMost === undefined) return factWords[language].atLeast(least);
  return atLeast === 0 ? factWords[language].upTo(most) : factWords[language].between(least, most);
};

import type { JobRole, JobSeniority, LeadField, Test } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { quoted, sayCountry, sayLanguage, sayList } from "./explain-words.ts";

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
    phone: "the telephone",
    interest: "what they ask for",
    language: "the language",
    emailDomain: "the e-mail domain",
  },
};

const roles: Record<Language, Record<JobRole, string>> = {
  es: {
    "general-management": "dirección general",
    operations: "operaciones",
    logistics: "logística",
    purchasing: "compras",
    production: "producción",
    quality: "calidad",
    finance: "finanzas",
    technology: "tecnología",
    "human-resources": "recursos humanos",
    marketing: "marketing",
    sales: "ventas",
  },
  en: {
    "general-management": "general management",
    operations: "operations",
    logistics: "logistics",
    purchasing: "purchasing",
    production: "production",
    quality: "quality",
    finance: "finance",
    technology: "technology",
    "human-resources": "human resources",
    marketing: "marketing",
    sales: "sales",
  },
};

/** Whoever decides at least so much. */
export const ranks: Record<Language, Record<JobSeniority, string>> = {
  es: {
    student: "estudiante o superior",
    specialist: "especialista o superior",
    manager: "mando intermedio o superior",
    director: "dirección o superior",
    executive: "alta dirección",
  },
  en: {
    student: "a student or above",
    specialist: "a specialist or above",
    manager: "a manager or above",
    director: "a director or above",
    executive: "a top executive",
  },
};

const phrases = {
  es: {
    is: (what: string, values: string) => `${what} es ${values}`,
    isNone: (what: string, values: string) => `${what} consta y no está entre ${values}`,
    contains: (what: string, values: string) => `${what} contiene una palabra que empieza por ${values}`,
    matches: (what: string, pattern: string) => `${what} cumple el patrón ${pattern}`,
    atLeast: (least: number) => `la empresa tiene ${least} personas o más`,
    between: (least: number, most: number) => `la empresa tiene entre ${least} y ${most} personas`,
    exists: (what: string) => `${what} consta`,
    rank: (what: string, rank: string) => `${what} es de ${rank}`,
    roles: (what: string, values: string) => `${what} es del área de ${values}`,
  },
  en: {
    is: (what: string, values: string) => `${what} is ${values}`,
    isNone: (what: string, values: string) => `${what} is on record and not among ${values}`,
    contains: (what: string, values: string) => `${what} contains a word that starts with ${values}`,
    matches: (what: string, pattern: string) => `${what} matches the pattern ${pattern}`,
    atLeast: (least: number) => `the company has ${least} people or more`,
    between: (least: number, most: number) => `the company has between ${least} and ${most} people`,
    exists: (what: string) => `${what} is on record`,
    rank: (what: string, rank: string) => `${what} is that of ${rank}`,
    roles: (what: string, values: string) => `${what} is in ${values}`,
  },
} as const;

/** A test as a sentence without its full stop: `la empresa tiene entre 50 y 999 personas`. */
export const sayTest = (field: LeadField, test: Test, language: Language): string => {
  const [what, say] = [fields[language][field], phrases[language]];
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
        test.roles.map((role) => roles[language][role]),
        language,
        "or",
      ),
    );
  if ("seniority" in test) return say.rank(what, ranks[language][test.seniority]);
  return test.atMost === undefined ? say.atLeast(test.atLeast) : say.between(test.atLeast, test.atMost);
};

const sayValue = (field: LeadField, text: string, language: Language): string => {
  if (field === "country") return sayCountry(text, language);
  if (field === "language") return sayLanguage(text, language);
  return field === "emailDomain" ? text : quoted(text, language);
};

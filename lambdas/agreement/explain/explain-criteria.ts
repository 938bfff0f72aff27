import type { AgreementTerms, Criterion, LeadField, Test } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";
import { ranks, sayTest } from "./explain-test.ts";
import { sayCountry, sayList, sayPoints } from "./explain-words.ts";

const words = {
  es: {
    criteria: "Cuándo se cumple cada criterio",
    number: (number: number, name: string) => `**Cliente ${number}. ${name}**`,
    mustHave: "imprescindible",
    asAbove: "como arriba",
    disqualifiers: "Cuándo un lead nunca es un MQL",
  },
  en: {
    criteria: "When each criterion is met",
    number: (number: number, name: string) => `**Buyer ${number}. ${name}**`,
    mustHave: "must-have",
    asAbove: "as above",
    disqualifiers: "When a lead is never an MQL",
  },
} as const;

/** Every criterion with its test in words; a test already listed under the same label is not repeated. */
export const explainCriteria = ({ personas, gate }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const said = new Set<string>();
  const criterion = ({ id, label, field, test, points }: Criterion): string => {
    const must = gate.mustHaves.includes(id) ? `, ${say.mustHave}` : "";
    const rule = `${label[language]}: ${sayTest(field, test, language)}`;
    const text = said.has(rule) ? say.asAbove : sayTest(field, test, language);
    said.add(rule);
    return `- **${label[language]}** (${sayPoints(points)}${must}): ${text}.`;
  };
  const lines = personas.flatMap(({ name, criteria }, i) => [
    say.number(i + 1, name[language]),
    ...criteria.map(criterion),
  ]);
  return { heading: say.criteria, lines };
};

export const explainDisqualifiers = ({ gate }: AgreementTerms, language: Language): Section => ({
  heading: words[language].disqualifiers,
  lines: gate.disqualifiers.map(({ label, field, test }) =>
    entry(label[language], `${sayTest(field, test, language)}.`),
  ),
});

/** So many countries are named on the page; more of them only in the annex. */
const mostCountries = 4;

const factWords = {
  es: {
    upTo: (most: number) => `hasta ${most} personas`,
    between: (least: number, most: number) => `de ${least} a ${most} personas`,
    atLeast: (least: number) => `${least} personas o más`,
  },
  en: {
    upTo: (most: number) => `up to ${most} people`,
    between: (least: number, most: number) => `${least} to ${most} people`,
    atLeast: (least: number) => `${least} people or more`,
  },
} as const;

/** What a label leaves open and a few words can settle: a size, a rank, some countries. */
export const sayFact = (field: LeadField, test: Test, language: Language): string | undefined => {
  if ("seniority" in test) return ranks[language][test.seniority];
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

const sayRange = (range: { atLeast: number; atMost?: number | undefined }, language: Language): string => {
  const { atLeast, atMost } = range;
  if (atMost === undefined) return factWords[language].atLeast(atLeast);
  return atLeast === 0 ? factWords[language].upTo(atMost) : factWords[language].between(atLeast, atMost);
};

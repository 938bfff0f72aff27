import type { LeadField, Test } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { ranks } from "./explain-test.ts";
import { sayCountry, sayList } from "./explain-words.ts";

/** So many countries are named on the page; more of them only in the annex. */
const mostCountries = 4;

const words = {
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
  if (atMost === undefined) return words[language].atLeast(atLeast);
  return atLeast === 0 ? words[language].upTo(atMost) : words[language].between(atLeast, atMost);
};

import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import type { Weekday } from "../../lambdas/contract/time.ts";
import { sayCountry, sayDate, sayDays, sayList, week } from "./explain-words.ts";

const words = {
  es: {
    and: "y",
    publicOf: (country: string, region: string | undefined) =>
      `los de ${country}${region === undefined ? "" : ` (región ${region})`}`,
    also: (days: string) => `, y además ${days}`,
    none: "ninguno",
  },
  en: {
    and: "and",
    publicOf: (country: string, region: string | undefined) =>
      `those of ${country}${region === undefined ? "" : ` (region ${region})`}`,
    also: (days: string) => `, and also ${days}`,
    none: "none",
  },
} as const;

type Company = AgreementTerms["company"];

/** Days with the same hours are told together. */
export const sayHours = ({ workingHours }: Pick<Company, "workingHours">, language: Language): string => {
  const byHours = week.reduce((groups, day) => {
    const hours = (workingHours[day] ?? []).join(` ${words[language].and} `);
    return hours === "" ? groups : groups.set(hours, [...(groups.get(hours) ?? []), day]);
  }, new Map<string, Weekday[]>());
  return [...byHours].map(([hours, days]) => `${sayDays(days, language)}, ${hours}`).join("; ");
};

export const sayHolidays = ({ holidays }: Pick<Company, "holidays">, language: Language): string => {
  const say = words[language];
  if (holidays === null) return say.none;
  const { country, region, also = [] } = holidays;
  const own = sayList(
    also.map((date) => sayDate(date, language)),
    language,
  );
  return `${say.publicOf(sayCountry(country.toUpperCase(), language), region)}${own === "" ? "" : say.also(own)}`;
};

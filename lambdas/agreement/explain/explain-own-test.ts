import type { OwnField, Test } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { sayDate, sayFigure, sayOwnValue } from "../../domain/text/say-own-value.ts";

const words = {
  es: {
    exists: "consta",
    between: (least: string, most: string) => `entre ${least} y ${most}`,
    atLeast: (least: string) => `${least} o más`,
    after: (day: string) => `después del ${day}`,
    before: (day: string) => `antes del ${day}`,
    within: (time: string) => `en los próximos ${time}`,
    days: (after: string, before: string) => `entre el ${after} y el ${before}`,
    none: (choices: string) => `consta y no está entre ${choices}`,
    contains: (choices: string) => `contiene una palabra que empieza por ${choices}`,
    includes: (choices: string) => `incluye ${choices}`,
    matches: (pattern: string) => `cumple el patrón ${pattern}`,
    yesNo: { yes: "sí", no: "no" },
  },
  en: {
    exists: "on record",
    between: (least: string, most: string) => `between ${least} and ${most}`,
    atLeast: (least: string) => `${least} or more`,
    after: (day: string) => `after ${day}`,
    before: (day: string) => `before ${day}`,
    within: (time: string) => `within the next ${time}`,
    days: (after: string, before: string) => `between ${after} and ${before}`,
    none: (choices: string) => `on record and not among ${choices}`,
    contains: (choices: string) => `contains a word that starts with ${choices}`,
    includes: (choices: string) => `includes ${choices}`,
    matches: (pattern: string) => `matches the pattern ${pattern}`,
    yesNo: { yes: "yes", no: "no" },
  },
} as const;

/** The test of one of the agreement's own fields as a sentence without its full stop: `«Almacenes»: 3 o más`. */
export const sayOwnTest = (field: OwnField, test: Test, language: Language): string =>
  `${quoted(field.label[language], language)}: ${sayOwnTerms(field, test, language)}`;

/** What the test asks for, without the field's name: `3 o más`. */
export const sayOwnTerms = (field: OwnField, test: Test, language: Language): string => {
  const say = words[language];
  const choices = (ids: readonly string[], of: "and" | "or" = "or") =>
    sayList(
      ids.map((id) => quoted(sayOwnValue(id, field)[language], language)),
      language,
      of,
    );
  if ("exists" in test) return say.exists;
  if ("atLeast" in test) return sayRange(field, test, language);
  if ("after" in test || "before" in test || "within" in test) return sayDays(test, language);
  if ("equals" in test) return field.type === "yes-no" ? yesOrNo(test.equals, language) : choices([test.equals]);
  if ("oneOf" in test) return choices(test.oneOf);
  if ("noneOf" in test) return say.none(choices(test.noneOf, "and"));
  if ("contains" in test)
    return field.type === "text" ? say.contains(choices(test.contains)) : say.includes(choices(test.contains));
  return "matches" in test ? say.matches(`\`${test.matches}\``) : "";
};

const yesOrNo = (text: string, language: Language): string => words[language].yesNo[text === "yes" ? "yes" : "no"];

type Range = Extract<Test, { atLeast: number }>;

const sayRange = (field: OwnField, { atLeast, atMost }: Range, language: Language): string => {
  const figure = (number: number) => sayFigure(number, field, language);
  return atMost === undefined
    ? words[language].atLeast(figure(atLeast))
    : words[language].between(figure(atLeast), figure(atMost));
};

interface Days {
  readonly after?: string;
  readonly before?: string | undefined;
  readonly within?: string;
}

export const sayDays = (test: Days, language: Language): string => {
  if (test.within !== undefined) return words[language].within(sayDuration(test.within, language));
  const { after = "", before = "" } = test;
  const [from, until] = [sayDate(after, language), sayDate(before, language)];
  if (after === "") return words[language].before(until);
  return before === "" ? words[language].after(from) : words[language].days(from, until);
};

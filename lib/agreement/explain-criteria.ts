import type { AgreementTerms, Criterion } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayTest } from "./explain-test.ts";
import { sayPoints } from "./explain-words.ts";

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
    mustHave: "a must",
    asAbove: "as above",
    disqualifiers: "When a lead never is an MQL",
  },
} as const;

/** Every criterion with its test in words; a test that stands further up under the same label is not told again. */
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

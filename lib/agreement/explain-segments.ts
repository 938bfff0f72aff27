import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayTest } from "./explain-test.ts";

const headings = { es: "Los segmentos, por orden", en: "The segments, in order" } as const satisfies Record<
  Language,
  string
>;

export const explainSegments = ({ segments }: AgreementTerms, language: Language): Section => ({
  heading: headings[language],
  lines: segments.map(({ label, field, test }) => entry(label[language], `${sayTest(field, test, language)}.`)),
});

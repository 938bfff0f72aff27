import type { Bilingual, Language } from "../../lambdas/contract/stages.ts";
import { locales } from "./locales.ts";

/** The singular and the plural of a text in each language; `#` stands for the number. */
type Forms = Readonly<Record<Language, readonly [one: string, other: string]>>;

const rules = { es: new Intl.PluralRules(locales.es), en: new Intl.PluralRules(locales.en) } as const;
const numbers = { es: new Intl.NumberFormat(locales.es), en: new Intl.NumberFormat(locales.en) } as const;

/** A text that agrees with the number in it: `1 lead abierto`, `0 leads abiertos`, `1,200 open leads`. */
export const plural = (count: number, forms: Forms): Bilingual => {
  const inLanguage = (language: Language): string => {
    const [one, other] = forms[language];
    const form = rules[language].select(count) === "one" ? one : other;
    return form.replaceAll("#", numbers[language].format(count));
  };
  return { es: inLanguage("es"), en: inLanguage("en") };
};

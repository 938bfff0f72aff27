import type { Bilingual, Language } from "../../contract/stages.ts";
import { whenNeeded } from "../../contract/start-light.ts";
import { locales, sayNumber } from "./say-number.ts";

/** The singular and the plural of a text; `#` stands for the number. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const rules = {
  es: whenNeeded(() => new Intl.PluralRules(locales.es)),
  en: whenNeeded(() => new Intl.PluralRules(locales.en)),
} as const;

/**
 * The form that agrees with the number: `1 lead abierto`, `0 leads abiertos`, `1,200 open leads`.
 * @param decimals most of them that are written, and so decide the form
 */
export const plural = (count: number, language: Language, { one, other }: Forms, decimals = 0): string => {
  const form = rules[language]().select(Number(count.toFixed(decimals))) === "one" ? one : other;
  return form.replaceAll("#", () => sayNumber(count, language, decimals));
};

/** As `Intl.NumberFormat` writes a number when nothing else is asked. */
const mostDecimals = 3;

/** The same in both languages, each with its singular and its plural. */
export const pluralInBoth = (
  count: number,
  forms: Readonly<Record<Language, readonly [one: string, other: string]>>,
): Bilingual => {
  const [[es, esOther], [en, enOther]] = [forms.es, forms.en];
  return {
    es: plural(count, "es", { one: es, other: esOther }, mostDecimals),
    en: plural(count, "en", { one: en, other: enOther }, mostDecimals),
  };
};

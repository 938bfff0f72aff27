import type { Language } from "../../contract/stages.ts";
import { sayNumber } from "./say-number.ts";

/** The singular and the plural of a text; `#` stands for the number. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const rules = { es: new Intl.PluralRules("es-ES"), en: new Intl.PluralRules("en-GB") } as const;

/**
 * The form that agrees with the number: `1 lead abierto`, `0 leads abiertos`, `1,200 open leads`.
 * @param decimals most of them that are written, and so decide the form
 */
export const plural = (count: number, language: Language, { one, other }: Forms, decimals = 0): string => {
  const form = rules[language].select(Number(count.toFixed(decimals))) === "one" ? one : other;
  return form.replaceAll("#", () => sayNumber(count, language, decimals));
};

import type { Language } from "../../contract/stages.ts";
import { locales } from "./say-number.ts";

/** `a, b y c`, `a, b or c`. */
export const sayList = (items: readonly string[], language: Language, of: "and" | "or" = "and"): string =>
  new Intl.ListFormat(locales[language], { type: of === "and" ? "conjunction" : "disjunction" }).format(items);

/** `“a”`, as the language quotes. */
export const quoted = (text: string, language: Language): string => (language === "es" ? `«${text}»` : `“${text}”`);

/** A country by its ISO 3166-1 code, a language by its code; the code itself where it has no name. */
export const sayCountry = (code: string, language: Language): string => codeName(code, "region", language) ?? code;
export const sayLanguage = (code: string, language: Language): string => codeName(code, "language", language) ?? code;

/** `undefined` for a code that has no name. @throws when it has not the form of a code. */
export const codeName = (code: string, type: "region" | "language", language: Language): string | undefined => {
  const key = `${language} ${type}` as const;
  const names = known.get(key) ?? new Intl.DisplayNames(language, { type, fallback: "none" });
  known.set(key, names);
  return names.of(code);
};

/** Made at the first need, once: making one takes longer than all that is asked of it. */
const known = new Map<string, Intl.DisplayNames>();

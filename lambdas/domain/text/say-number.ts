import type { Language } from "../../contract/stages.ts";

/** Whose rules numbers, dates and lists are written by. */
export const locales = { es: "es-ES", en: "en-GB" } as const satisfies Record<Language, string>;

/** As the language writes it, with at most this many decimals. */
export const sayNumber = (value: number, language: Language, decimals = 0): string =>
  formatIn(locales[language], { maximumFractionDigits: decimals }).format(value);

/** A share of one in per cent, with at most this many decimals. */
export const sayShare = (share: number, language: Language, decimals = 0): string =>
  formatIn(locales[language], { style: "percent", maximumFractionDigits: decimals }).format(share);

/** A format takes far longer to make than to use, and the program has a handful. */
const formats = new Map<string, Intl.NumberFormat>();

/** One for each locale and way of writing. */
export const formatIn = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const name = JSON.stringify([locale, options]);
  const format = formats.get(name) ?? new Intl.NumberFormat(locale, options);
  formats.set(name, format);
  return format;
};

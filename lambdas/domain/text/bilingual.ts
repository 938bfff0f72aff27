import type { Bilingual, Language } from "../../contract/stages.ts";

/** The same sentence in both languages. */
export const inBoth = (say: (language: Language) => string): Bilingual => ({ es: say("es"), en: say("en") });

/** A sentence whose values are written by the rules of each language: numbers, shares, dates. */
export const bilingual = (say: (language: Language) => Bilingual): Bilingual => ({
  es: say("es").es,
  en: say("en").en,
});

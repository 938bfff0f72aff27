import type { Bilingual, Language } from "../../../contract/stages.ts";

/** The same sentence in both languages. */
export const inBoth = (say: (language: Language) => string): Bilingual => ({ es: say("es"), en: say("en") });

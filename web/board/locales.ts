import type { Language } from "../../lambdas/contract/stages.ts";

export const locales = { es: "es-ES", en: "en-GB" } as const satisfies Record<Language, string>;

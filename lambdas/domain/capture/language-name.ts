import type { Language } from "../../contract/stages.ts";

const called: Record<Language, RegExp> = {
  es: /^(es|spa|espanol|castellano|spanish)$/,
  en: /^(en|eng|ingles|english)$/,
};

/** One of our languages by its name or code (`es`, `es-ES`, `en_GB`, `Español`); `undefined` for others. */
export const readLanguage = (text: string): Language | undefined => {
  const [name = ""] = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .split(/[-_ (;,]/);
  if (called.es.test(name)) return "es";
  return called.en.test(name) ? "en" : undefined;
};

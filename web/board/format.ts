import type { Language } from "../../lambdas/contract/stages.ts";
import { createFormat, type Format } from "./format-of.ts";
import { useLanguage } from "./language.tsx";
import { useMe } from "./me.tsx";

const made = new Map<string, Format>();

/** One per language, zone and currency: every card needs it, and `Intl` formats are slow to create. */
const formatFor = (language: Language, timeZone: string, own: string | undefined): Format => {
  const key = `${language} ${timeZone} ${own}`;
  const format = made.get(key) ?? createFormat(language, timeZone, own);
  made.set(key, format);
  return format;
};

/** In the reader's language and the time zone of the agreement. */
export const useFormat = (): Format => {
  const { timeZone, currencies } = useMe();
  return formatFor(useLanguage().language, timeZone, currencies[0]);
};

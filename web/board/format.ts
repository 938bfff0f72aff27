import type { Language } from "../../lambdas/contract/stages.ts";
import { createFormat, type Format } from "./format-of.ts";
import { useLanguage } from "./language.tsx";
import { useMe } from "./me.tsx";

const made = new Map<string, Format>();

/** One per language and zone: every card needs it, and `Intl` formats are slow to create. */
const formatFor = (language: Language, timeZone: string): Format => {
  const key = `${language} ${timeZone}`;
  const format = made.get(key) ?? createFormat(language, timeZone);
  made.set(key, format);
  return format;
};

/** In the reader's language and the time zone of the agreement. */
export const useFormat = (): Format => formatFor(useLanguage().language, useMe().timeZone);

import type { Language } from "../../lambdas/contract/stages.ts";
import { createFormat, type Format } from "./format-of.ts";
import { useLanguage } from "./language.tsx";
import { useMe } from "./me.tsx";

const made = new Map<string, Format>();

/** Every card asks for it, and browsers take their time to make what writes dates and numbers: it is made once. */
const formatFor = (language: Language, timeZone: string): Format => {
  const key = `${language} ${timeZone}`;
  const format = made.get(key) ?? createFormat(language, timeZone);
  made.set(key, format);
  return format;
};

/** In the reader's language and by the clocks of the agreement. */
export const useFormat = (): Format => formatFor(useLanguage().language, useMe().timeZone);

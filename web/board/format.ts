import { useMemo } from "react";
import { createFormat, type Format } from "./format-of.ts";
import { useLanguage } from "./language.tsx";
import { useMe } from "./me.tsx";

/** In the reader's language and by the clocks of the agreement. */
export const useFormat = (): Format => {
  const { language } = useLanguage();
  const { timeZone } = useMe();
  return useMemo(() => createFormat(language, timeZone), [language, timeZone]);
};

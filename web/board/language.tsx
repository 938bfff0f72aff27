import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import type { Bilingual, Language } from "../../lambdas/contract/stages.ts";
import { locales } from "../../lambdas/domain/text/say-number.ts";
import { useChoice } from "./choices.ts";

interface LanguageOfPage {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly say: (text: Bilingual) => string;
}

const LanguageContext = createContext<LanguageOfPage | undefined>(undefined);

const browserLanguage = (): Language => (navigator.language.startsWith("es") ? "es" : "en");

/** The language of who was signed in last on this page: it says in it that the session has ended, too. */
let spoken: Language | undefined;

/** @param suggested the colleague's own language, used until they choose one on this device */
export const LanguageProvider = ({ suggested, children }: { suggested?: Language; children: ReactNode }) => {
  const [chosen, setLanguage] = useChoice("language");
  const language = chosen ?? suggested ?? spoken ?? browserLanguage();
  useEffect(() => {
    spoken = language;
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({ language, setLanguage, say: (text: Bilingual) => text[language] }),
    [language, setLanguage],
  );
  return (
    <LanguageContext value={value}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </LanguageContext>
  );
};

/** The reader's language, and `say`, which picks the text in it. @throws outside of the provider. */
export const useLanguage = (): LanguageOfPage => {
  const value = useContext(LanguageContext);
  if (value === undefined) throw new Error("no LanguageProvider above");
  return value;
};

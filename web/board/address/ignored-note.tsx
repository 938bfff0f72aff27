import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";
import "./ignored-note.css";

/** Says which parts of the address the page does not know, and therefore does not obey. */
export const IgnoredNote = ({ of }: { readonly of: readonly (Bilingual | false)[] }) => {
  const { say, language } = useLanguage();
  const names = of.flatMap((name) => (name === false ? [] : [say(name).toLocaleLowerCase(language)]));
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(language).format(names);
  return (
    <p className="ignored-note" role="status">
      {say({
        es: `La dirección pide algo que no existe o no puedes ver, y no se ha tenido en cuenta: ${list}.`,
        en: `The address asks for something that does not exist or that you may not see, and it was left out: ${list}.`,
      })}
    </p>
  );
};

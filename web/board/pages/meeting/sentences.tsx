import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";

interface Props {
  readonly of: readonly Bilingual[];
  /** Numbers let people refer to "the second one". */
  readonly areNumbered?: boolean;
}

export const Sentences = ({ of, areNumbered = false }: Props) => {
  const { say } = useLanguage();
  const List = areNumbered ? "ol" : "ul";
  return (
    <List className="meeting-sentences">
      {of.map((sentence) => (
        <li key={sentence.en}>{say(sentence)}</li>
      ))}
    </List>
  );
};

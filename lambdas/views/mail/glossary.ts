import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Block } from "./block.ts";

type Entry = AgreementTerms["glossary"][number];

/** The glossary's words that occur in these texts, in the glossary's order, each once. */
export const termsUsed = (glossary: readonly Entry[], language: Language, texts: readonly string[]): readonly Entry[] =>
  glossary.filter(({ term }) => {
    const word = wordOf(term[language]);
    return texts.some((text) => word.test(text));
  });

/** The parts of a mail whose words the glossary explains: not what a lead wrote, nor its facts. */
export const wordsOf = (blocks: readonly Block[]): string[] => blocks.flatMap(textsOf);

const textsOf = (block: Block): readonly string[] => {
  switch (block.is) {
    case "quote":
      return [];
    case "story":
      return block.lines;
    case "table":
      return [...block.columns, ...block.rows.flatMap(([label = ""]) => label)];
    case "picture":
      return [block.title];
    case "facts":
      return block.facts.map(({ label }) => label);
    case "list":
      return block.items;
    case "button":
    case "second-button":
    case "link":
      return [block.label];
    default:
      return [block.text];
  }
};

/** Whole words, in the singular or the plural. Abbreviations only as they are written: `sal` is Spanish for salt. */
const wordOf = (term: string): RegExp => {
  const stem = term.trim().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const forms = /y$/u.test(term) ? `${stem.slice(0, -1)}(?:y|ies)` : `${stem}(?:s|es)?`;
  const abbreviation = /\p{Lu}{2}/u.test(term);
  return new RegExp(`(?<![\\p{L}\\p{N}])${forms}(?![\\p{L}\\p{N}])`, abbreviation ? "u" : "iu");
};

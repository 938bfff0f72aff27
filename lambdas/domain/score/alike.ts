import type { LeadFact } from "./fact.ts";

/** Without case, accents and superfluous blanks: people write `Dirección`, `direccion` and `DIRECCIÓN`. */
export const alike = (fact: LeadFact): string => {
  const text = String(fact);
  // Most texts are plain ASCII and skip the expensive part.
  if (plain.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.test(bare) ? bare : bare.replace(/\s+/g, " ").trim();
};

/** ASCII words with one blank between. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** From the start of a word: `director` is in `Directora general`, `cto` is not in it. Both texts are `alike`. */
export const hasWords = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at === 0 || !letter.test(text.charAt(at - 1))) return true;
  return false;
};

const letter = /[\p{L}\p{N}]/u;

/**
 * The agreement's regular expression for a text that is `alike`: case and accents of the pattern do not count either.
 */
export const patternOf = (pattern: string): RegExp => new RegExp(pattern.normalize("NFD").replace(/\p{M}/gu, ""), "iu");

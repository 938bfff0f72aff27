import type { Test } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import type { Fact } from "./fact.ts";

/** How a fact passes a test, as the end of a sentence that begins with the fact; `undefined` when it does not pass. */
export const matchOf = (test: Test, fact: Fact | undefined): Bilingual | undefined => {
  if (fact === undefined) return undefined;
  if ("equals" in test) return among([test.equals], fact);
  if ("oneOf" in test) return among(test.oneOf, fact);
  if ("contains" in test) return agreesWith(test.contains.find((text) => hasWords(alike(fact), alike(text))));
  if ("atLeast" in test) return inRange(test, fact);
  if ("exists" in test) return { es: "consta en los datos", en: "is on record" };
  return assertNever(test);
};

const among = (texts: readonly string[], fact: Fact) => agreesWith(texts.find((text) => alike(text) === alike(fact)));

const agreesWith = (text: string | undefined): Bilingual | undefined =>
  text === undefined ? undefined : { es: `coincide con «${text}»`, en: `matches “${text}”` };

/** From the start of a word: `director` is in `Directora general`, `cto` is not in it. */
const hasWords = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
};

const inRange = ({ atLeast, atMost }: { atLeast: number; atMost?: number | undefined }, fact: Fact) => {
  const figure = typeof fact === "number" ? fact : Number(fact);
  if (Number.isNaN(figure) || figure < atLeast || (atMost !== undefined && figure > atMost)) return undefined;
  return atMost === undefined
    ? { es: `llega al mínimo de ${atLeast}`, en: `reaches the minimum of ${atLeast}` }
    : { es: `está entre ${atLeast} y ${atMost}`, en: `is between ${atLeast} and ${atMost}` };
};

/** Without case, accents and superfluous blanks: people write `Dirección`, `direccion` and `DIRECCIÓN`. */
const alike = (fact: Fact): string =>
  String(fact).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

import type { Agreement } from "../../contract/agreement.ts";
import type { Chapters } from "../../contract/agreement-explained.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Section } from "./explain-layout.ts";
import { chaptersOf } from "./explain-page.ts";

/** The chapters of the page that both departments sign, as the board shows them: plain sentences, in both languages. */
export const explainForBoard = ({ terms }: Pick<Agreement, "terms">): Chapters => {
  const english = chaptersOf(terms, "en");
  return chaptersOf(terms, "es").map((es, i) => {
    const en = english[i];
    if (en === undefined) throw new Error(`the English page lacks the chapter ${es.heading}`);
    return { title: { es: es.heading, en: en.heading }, lines: inBoth(linesOf(es), linesOf(en)) };
  });
};

/** Line by line where both languages have as many; else each in one. */
const inBoth = (es: readonly string[], en: readonly string[]): Bilingual[] =>
  es.length === en.length
    ? es.map((line, i) => ({ es: line, en: en[i] ?? line }))
    : [{ es: es.join(" "), en: en.join(" ") }];

/** What a paragraph of the page tells in several parts, each begun by its label, stands in lines of its own. */
const linesOf = ({ lines }: Section): string[] => lines.flatMap((line) => line.split(partBegins)).map(plain);

const partBegins = /\s+(?=\*[^*]+\*: )/;

/** Without the marks of Markdown that the page is written with. */
const plain = (line: string): string =>
  line
    .replace(/^- /, "")
    .replace(/^(\*{1,2})([^*]+)\1: /, "$2: ")
    .trim();

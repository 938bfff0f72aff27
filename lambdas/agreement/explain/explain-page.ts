import type { Agreement, AgreementTerms } from "../../contract/agreement.ts";
import type { Chapters } from "../../contract/agreement-explained.ts";
import type { Bilingual, Department, Language } from "../../contract/stages.ts";
import { signerOf } from "../../domain/agreement/proposal/signers.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { contractOf, type Section } from "./explain-layout.ts";
import { explainBuyers, explainFamiliarity, explainMql } from "./explain-lead.ts";
import { explainMarketing } from "./explain-marketing.ts";
import { explainSales } from "./explain-sales.ts";
import { explainStages, explainTogether } from "./explain-team.ts";

const words = {
  es: {
    title: (company: string) => `Acuerdo entre marketing y ventas de ${company}`,
    intro: (version: string) =>
      `Marketing y ventas acordamos aquí qué es un buen lead, quién es su responsable y qué promete cada equipo al otro. El sistema lo aplica a todos por igual y explica con estas palabras lo que decide. Versión ${version}: si cambia una condición, cambia el número.`,
    signatures: "Firmas",
    annex: (command: string) => `El anexo también se firma: ${command}`,
    by: (who: string) => `- Por ${who}: ______________________________  Fecha: ____________`,
    marketing: (name: string) => `marketing (${name})`,
    sales: (name: string) => `ventas (${name})`,
  },
  en: {
    title: (company: string) => `The agreement between marketing and sales at ${company}`,
    intro: (version: string) =>
      `Here marketing and sales agree on what a good lead is, who is responsible for them, and what each team promises the other. The system applies it to all leads alike and explains its decisions in these words. Version ${version}: when a term changes, so does the number.`,
    signatures: "Signatures",
    annex: (command: string) => `The annex is signed too: ${command}`,
    by: (who: string) => `- For ${who}: ______________________________  Date: ____________`,
    marketing: (name: string) => `marketing (${name})`,
    sales: (name: string) => `sales (${name})`,
  },
} as const;

/**
 * The agreement as one page that both departments can read and sign, as Markdown that also reads as plain text.
 * @param annexCommand prints the annex, which has what the page leaves out.
 */
export const explainPage = ({ terms, version }: Agreement, language: Language, annexCommand: string): string => {
  const say = words[language];
  return contractOf(say.title(terms.company.name), say.intro(version), [
    ...chaptersOf(terms, language),
    signatures(terms, language, annexCommand),
  ]);
};

const chapters = [
  explainBuyers,
  explainFamiliarity,
  explainMql,
  explainStages,
  explainMarketing,
  explainSales,
  explainTogether,
];

/** What is agreed, without title and signatures. */
export const chaptersOf = (terms: AgreementTerms, language: Language): Section[] =>
  chapters.map((chapter) => chapter(terms, language));

const signatures = (terms: AgreementTerms, language: Language, annexCommand: string): Section => {
  const say = words[language];

  return {
    heading: say.signatures,
    lines: [
      say.annex(`\`${annexCommand}\``),
      say.by(say.marketing(signerName("marketing", terms))),
      say.by(say.sales(signerName("sales", terms))),
    ],
  };
};

const signerName = (department: Department, terms: AgreementTerms): string =>
  nameOfPerson(signerOf(department, terms), { terms });

/** The chapters of the page that both departments sign, as the board shows them: plain sentences, in both languages. */
export const explainForBoard = ({ terms }: Pick<Agreement, "terms">): Chapters => {
  const english = chaptersOf(terms, "en");
  const chapters = chaptersOf(terms, "es").map((es, i) => {
    const en = english[i];
    if (en === undefined) throw new Error(`the English page lacks the chapter ${es.heading}`);
    return { title: { es: es.heading, en: en.heading }, lines: inBoth(linesOf(es), linesOf(en)) };
  });
  return [...chapters, signersForBoard(terms)];
};

/** On paper the signers stand below; on the board everybody reads who they are. */
const signersForBoard = (terms: AgreementTerms): Chapters[number] => {
  const [marketing, sales] = [signerName("marketing", terms), signerName("sales", terms)];
  return {
    title: { es: words.es.signatures, en: words.en.signatures },
    lines: [
      { es: `Por ${words.es.marketing(marketing)}.`, en: `For ${words.en.marketing(marketing)}.` },
      { es: `Por ${words.es.sales(sales)}.`, en: `For ${words.en.sales(sales)}.` },
    ],
  };
};

/** Line by line where both languages have as many; else each in one. */
const inBoth = (es: readonly string[], en: readonly string[]): Bilingual[] =>
  es.length === en.length
    ? es.map((line, i) => ({ es: line, en: en[i] ?? line }))
    : [{ es: es.join(" "), en: en.join(" ") }];

/** A paragraph of several labelled parts becomes one line per part. */
const linesOf = ({ lines }: Section): string[] => lines.flatMap((line) => line.split(partBegins)).map(plain);

const partBegins = /\s+(?=\*[^*]+\*: )/;

/** Without the marks of Markdown that the page is written with. */
const plain = (line: string): string =>
  line
    .replace(/^- /, "")
    .replace(/^(\*{1,2})([^*]+)\1: /, "$2: ")
    .trim();

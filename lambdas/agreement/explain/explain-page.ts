import type { Agreement, AgreementTerms } from "../../contract/agreement.ts";
import { DepartmentSchema, type Language, type Stage, StageSchema } from "../../contract/stages.ts";
import { explainBuyers } from "./explain-buyers.ts";
import { explainFamiliarity } from "./explain-familiarity.ts";
import { contractOf, item, type Section } from "./explain-layout.ts";
import { explainMarketing } from "./explain-marketing.ts";
import { explainMql } from "./explain-mql.ts";
import { explainSales } from "./explain-sales.ts";
import { explainTogether } from "./explain-together.ts";
import { sayList, sayTime } from "./explain-words.ts";

const stageWords = {
  es: {
    heading: "Responsable de cada etapa y tiempo máximo",
    department: { marketing: "Marketing", sales: "Ventas" },
    ends: (labels: string) => `al final, ${labels}`,
  },
  en: {
    heading: "Who is responsible in each stage, and for how long at most",
    department: { marketing: "Marketing", sales: "Sales" },
    ends: (labels: string) => `at the end, ${labels}`,
  },
} as const;

/** The stages of each department, with their longest times. */
const explainStages = ({ stages }: AgreementTerms, language: Language): Section => {
  const say = stageWords[language];
  const stage = (name: Stage): string[] => {
    const { label, limit } = stages[name];
    return limit === undefined ? [] : [`${label[language]}, ${sayTime(limit, language)}`];
  };
  const parts = DepartmentSchema.options.flatMap((department) => {
    const own = StageSchema.options.filter((name) => stages[name].owner === department);
    const ends = own.filter((name) => stages[name].limit === undefined).map((name) => stages[name].label[language]);
    const told = [...own.flatMap(stage), ...(ends.length === 0 ? [] : [say.ends(sayList(ends, language, "or"))])];
    return told.length === 0 ? [] : [item(say.department[department], `${told.join("; ")}.`)];
  });
  return { heading: say.heading, lines: [parts.join(" ")] };
};

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
      `Here marketing and sales agree what a good lead is, who is responsible for them, and what each team promises the other. The system applies it to all leads alike and explains its decisions in these words. Version ${version}: when a term changes, so does the number.`,
    signatures: "Signatures",
    annex: (command: string) => `The annex is part of it: ${command}`,
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

const signatures = ({ team }: AgreementTerms, language: Language, annexCommand: string): Section => {
  const say = words[language];
  return {
    heading: say.signatures,
    lines: [
      say.annex(`\`${annexCommand}\``),
      say.by(say.marketing(team.marketing.name)),
      say.by(say.sales(team.director.name)),
    ],
  };
};

import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { DepartmentSchema, type Language, type Stage, StageSchema } from "../../lambdas/contract/stages.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayList, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Quién responde en cada etapa, y hasta cuándo",
    department: { marketing: "Marketing", sales: "Ventas" },
    ends: (labels: string) => `al final, ${labels}`,
  },
  en: {
    heading: "Who answers in each stage, and for how long at most",
    department: { marketing: "Marketing", sales: "Sales" },
    ends: (labels: string) => `at the end, ${labels}`,
  },
} as const;

/** The stages of each department, with their longest times. */
export const explainStages = ({ stages }: AgreementTerms, language: Language): Section => {
  const say = words[language];
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

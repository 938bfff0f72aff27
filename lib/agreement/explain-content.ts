import type { AgreementTerms, Content } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";
import { quoted, sayList } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué se envía al lead que aún no está listo",
    phases: { awareness: "Para descubrir", consideration: "Para comparar", decision: "Para decidir" },
    for: (count: number, numbers: string) => ` (${count === 1 ? "cliente" : "clientes"} ${numbers})`,
  },
  en: {
    heading: "What is sent to a lead that is not ready yet",
    phases: { awareness: "To discover", consideration: "To compare", decision: "To decide" },
    for: (count: number, numbers: string) => ` (${count === 1 ? "buyer" : "buyers"} ${numbers})`,
  },
} as const;

const phases = ["awareness", "consideration", "decision"] as const satisfies readonly Content["phase"][];

/** The pieces of content by phase, with the buyers that each is written for. */
export const explainContent = ({ nurture, personas }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const piece = ({ title, personas: meant = [] }: Content): string => {
    const numbers = personas.flatMap(({ id }, i) => (meant.includes(id) ? [String(i + 1)] : []));
    const readers = numbers.length === 0 ? "" : say.for(numbers.length, sayList(numbers, language));
    return `${quoted(title[language], language)}${readers}`;
  };
  const lines = phases.flatMap((phase) => {
    const pieces = nurture.content.filter((each) => each.phase === phase).map(piece);
    return pieces.length === 0 ? [] : [entry(say.phases[phase], `${pieces.join("; ")}.`)];
  });
  return { heading: say.heading, lines };
};

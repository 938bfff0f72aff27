import { limitsOf } from "../../contract/agreed-limits.ts";
import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";

const words = {
  es: {
    heading: "Cuánto puede provocar quien no conocemos",
    mails: "Correos a quienes no han confirmado su dirección",
    mailsAre: (mails: number) => `${mails} por hora; los demás esperan.`,
  },
  en: {
    heading: "How much people we do not know can cause",
    mails: "E-mails to people who have not confirmed their address",
    mailsAre: (mails: number) => `${mails} an hour; the others wait.`,
  },
} as const;

export const explainLimits = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  return { heading: say.heading, lines: [entry(say.mails, say.mailsAre(limitsOf(terms).strangerMailsPerHour))] };
};

import {
  type FormLimits,
  fastLanePlaces,
  type ImportPace,
  importPaceOf,
  limitsOf,
} from "../../contract/agreed-limits.ts";
import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";

const sides = ({ hour, day }: FormLimits["total"]): string => `${hour}/${day}`;

const words = {
  es: {
    heading: "Cuánto puede provocar quien no conocemos",
    forms: "Formularios que se aceptan sin mirarlos, por hora y por día",
    formsAre: ({ network, address, domain, total }: FormLimits) =>
      `${sides(network)} de una misma red, ${sides(address)} de una dirección, ${sides(domain)} de un dominio, ${sides(total)} en total; los demás se apartan hasta que alguien del equipo los libera.`,
    fast: "Vía rápida sin dirección confirmada",
    fastAre: (places: number) => `${places} leads al día; a los demás les da paso marketing.`,
    lists: "Listas que importa el equipo",
    listsAre: ({ perHour, pauseAtWaiting }: ImportPace) =>
      `${perHour} filas por hora entre todas, y ninguna mientras ${pauseAtWaiting} MQL o más esperan a ventas.`,
    mails: "Correos a quienes no han confirmado su dirección",
    mailsAre: (mails: number) => `${mails} por hora; los demás esperan.`,
  },
  en: {
    heading: "How much people we do not know can cause",
    forms: "Forms that are taken unseen, per hour and per day",
    formsAre: ({ network, address, domain, total }: FormLimits) =>
      `${sides(network)} from one network, ${sides(address)} by one address, ${sides(domain)} of one domain, ${sides(total)} in all; the others are kept aside until a colleague releases them.`,
    fast: "Fast lane without a confirmed address",
    fastAre: (places: number) => `${places} leads a day; marketing lets in the others.`,
    lists: "Lists that the team imports",
    listsAre: ({ perHour, pauseAtWaiting }: ImportPace) =>
      `${perHour} rows an hour of all of them together, and none while ${pauseAtWaiting} MQLs or more wait for sales.`,
    mails: "E-mails to people who have not confirmed their address",
    mailsAre: (mails: number) => `${mails} an hour; the others wait.`,
  },
} as const;

export const explainLimits = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { forms, strangerMailsPerHour } = limitsOf(terms);
  return {
    heading: say.heading,
    lines: [
      entry(say.forms, say.formsAre(forms)),
      entry(say.fast, say.fastAre(fastLanePlaces(terms))),
      entry(say.lists, say.listsAre(importPaceOf(terms))),
      entry(say.mails, say.mailsAre(strangerMailsPerHour)),
    ],
  };
};

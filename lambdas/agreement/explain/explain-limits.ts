import { limitsOf } from "../../contract/agreed-limits.ts";
import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { entry, type Section } from "./explain-layout.ts";

interface FormLimit {
  readonly perHour: number;
  readonly perDay: number;
}

const words = {
  es: {
    heading: "Cuánto puede llegar sin que nadie lo mire",
    intro:
      "A nadie se le rechaza: lo que pasa de estos límites se aparta hasta que marketing lo mira, y sigue con su propia hora.",
    forms: ({ perHour, perDay }: FormLimit) => `${perHour} formularios por hora y ${perDay} al día.`,
    network: "De una misma red",
    domain: "Con un mismo dominio de correo de empresa",
    address: "Con una misma dirección",
    all: "En total",
    lane: "Plazas de vía rápida",
    laneIs: (places: number) => `${places} al día; las demás las da marketing.`,
    mails: "Correos a quienes no han confirmado su dirección",
    mailsAre: (mails: number) => `${mails} por hora; los demás esperan.`,
  },
  en: {
    heading: "How much may come in before somebody looks at it",
    intro:
      "Nobody is turned away: what goes beyond these limits is kept aside until marketing looks, and keeps its own time.",
    forms: ({ perHour, perDay }: FormLimit) => `${perHour} forms an hour and ${perDay} a day.`,
    network: "From one network",
    domain: "With one company's e-mail domain",
    address: "With one address",
    all: "In all",
    lane: "Fast-lane places",
    laneIs: (places: number) => `${places} a day; marketing gives the others.`,
    mails: "E-mails to people who have not confirmed their address",
    mailsAre: (mails: number) => `${mails} an hour; the others wait.`,
  },
} as const;

export const explainLimits = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { fastLanePerDay, strangerMailsPerHour, ...forms } = limitsOf(terms);
  return {
    heading: say.heading,
    lines: [
      say.intro,
      entry(say.network, say.forms(forms.network)),
      entry(say.domain, say.forms(forms.domain)),
      entry(say.address, say.forms(forms.address)),
      entry(say.all, say.forms(forms.all)),
      entry(say.lane, say.laneIs(fastLanePerDay)),
      entry(say.mails, say.mailsAre(strangerMailsPerHour)),
    ],
  };
};

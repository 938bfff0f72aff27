import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Worked } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";

export interface OutcomeQuestion {
  readonly lead: Worked;
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly link: string;
}

const words = {
  es: {
    subject: (who: string) => `¿Qué ha pasado con ${who}?`,
    intro: (rep: string, since: string) =>
      `Hola, ${rep}: aceptaste este lead el ${since}. Marketing aprende de cada resultado, bueno o malo: dinos si avanza, si lo has ganado, si lo has perdido o si conviene que siga madurando.`,
    further: (rep: string, stage: string, since: string) =>
      `Hola, ${rep}: este lead está en «${stage}» desde el ${since}. Dinos si ha avanzado, si lo has ganado, si lo has perdido o si conviene que vuelva a marketing.`,
    button: "Actualizar la venta",
    later: (interval: string) =>
      `¿Sigue en marcha? No hace falta que hagas nada: te volveremos a preguntar dentro de ${interval}.`,
    who: "Quién es",
  },
  en: {
    subject: (who: string) => `How did it go with ${who}?`,
    intro: (rep: string, since: string) =>
      `Hi ${rep}, you accepted this lead on ${since}. Marketing learns from every outcome, good or bad: please let us know whether the deal is moving forward, was won or lost, or whether the lead should be nurtured for longer.`,
    further: (rep: string, stage: string, since: string) =>
      `Hi ${rep}, this lead has been in “${stage}” since ${since}. Please let us know whether the deal has moved forward, was won or lost, or whether the lead should return to marketing.`,
    button: "Update the deal",
    later: (interval: string) => `Still in progress? There is nothing to do: we will ask you again in ${interval}.`,
    who: "Who they are",
  },
} as const;

/** Asks a rep about the deal of an accepted lead, or about its outcome. */
export const askOutcomeMail = ({ lead, rep, agreement, link }: OutcomeQuestion): Mail => {
  const say = words[rep.language];
  const who = nameOf(lead);
  const day = (instant: string) => sayDay(instant, readerIn(rep.language, agreement));
  const name = firstNameOf(rep);
  const stage = agreement.terms.stages[lead.stage].label[rep.language];
  const intro =
    lead.stage === "accepted" ? say.intro(name, day(lead.acceptedAt)) : say.further(name, stage, day(lead.stageSince));
  const interval = sayDuration(agreement.terms.sla.sales.askOutcomeAfter, rep.language);
  return colleagueMail({
    to: rep,
    agreement,
    subject: say.subject(who),
    title: say.subject(who),
    blocks: [
      { is: "paragraph", text: intro },
      { is: "button", label: say.button, url: link },
      { is: "paragraph", text: say.later(interval) },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, rep.language, agreement) },
      ...claimBlocks(lead, rep.language, agreement),
    ],
  });
};

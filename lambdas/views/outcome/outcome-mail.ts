import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Worked } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
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
    subject: (who: string) => `¿Qué ha sido de ${who}?`,
    intro: (rep: string, since: string) =>
      `Hola, ${rep}: aceptaste este lead el ${since}. Marketing aprende de cada final, bueno o malo: cuéntanos si avanza, si lo has ganado, si lo has perdido o si conviene que siga madurando.`,
    further: (rep: string, stage: string, since: string) =>
      `Hola, ${rep}: este lead está en «${stage}» desde el ${since}. Cuéntanos si ha avanzado, si lo has ganado, si lo has perdido o si conviene que vuelva a marketing.`,
    button: "Contar qué ha pasado",
    later: (interval: string) =>
      `¿Todavía está en marcha? No hace falta que hagas nada: te volveremos a preguntar dentro de ${interval}.`,
    who: "Quién es",
  },
  en: {
    subject: (who: string) => `What became of ${who}?`,
    intro: (rep: string, since: string) =>
      `Hi ${rep}, you accepted this lead on ${since}. Marketing learns from every ending, good or bad: tell us whether it goes on, you won it, lost it, or think it should be nurtured for longer.`,
    further: (rep: string, stage: string, since: string) =>
      `Hi ${rep}, this lead has been in “${stage}” since ${since}. Tell us whether it has got further, you won it, lost it, or think it should go back to marketing.`,
    button: "Say what happened",
    later: (interval: string) => `Still under way? There is nothing to do: we will ask you again in ${interval}.`,
    who: "Who it is",
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
      { is: "facts", facts: leadFacts(lead, rep.language) },
    ],
  });
};

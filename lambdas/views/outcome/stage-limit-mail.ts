import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Worked } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { readerIn, sayDay, sayDistance } from "../../domain/text/when.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";

export interface StageLimit {
  readonly lead: Worked;
  readonly rep: Owner;
  /** The rep, or their superior. */
  readonly recipient: Colleague;
  readonly agreement: Agreement;
  readonly link: string;
  readonly now: string;
}

const words = {
  es: {
    subject: (who: string, stage: string) => `${who}: demasiado tiempo en «${stage}»`,
    title: "Un lead se ha quedado atascado",
    over: (when: string, distance: string) => `El tiempo acordado terminó el ${when}, ${distance}`,
    forRep: (name: string, who: string, stage: string, limit: string | undefined) =>
      `Hola, ${name}: ${who} sigue en «${stage}»${limit === undefined ? "" : `, y acordamos un máximo de ${limit}`}. Dinos en qué punto está: si avanza, si se ha ganado o perdido, o si conviene que vuelva a marketing.`,
    forBoss: (name: string, who: string, stage: string, rep: string, limit: string | undefined) =>
      `Hola, ${name}: ${who}, que lleva ${rep}, sigue en «${stage}»${limit === undefined ? "" : `, y acordamos un máximo de ${limit}`}. Te avisamos una sola vez por etapa, para que ningún lead se quede atascado. Si respondes a este correo, le llegará a ${rep}.`,
    button: "Actualizar la venta",
    since: "En esta etapa desde",
    owner: "Responsable",
    facts: "Situación actual",
    who: "Quién es",
  },
  en: {
    subject: (who: string, stage: string) => `${who}: too long in “${stage}”`,
    title: "A lead is stuck",
    over: (when: string, distance: string) => `The agreed time limit was ${when}, ${distance}`,
    forRep: (name: string, who: string, stage: string, limit: string | undefined) =>
      `Hi ${name}, ${who} is still in “${stage}”${limit === undefined ? "" : `, and we agreed on ${limit} at most`}. Please let us know whether the deal is moving forward, was won or lost, or whether the lead should return to marketing.`,
    forBoss: (name: string, who: string, stage: string, rep: string, limit: string | undefined) =>
      `Hi ${name}, ${who}, owned by ${rep}, is still in “${stage}”${limit === undefined ? "" : `, and we agreed on ${limit} at most`}. We notify you once per stage, so that no lead gets stuck. A reply to this e-mail goes to ${rep}.`,
    button: "Update the deal",
    since: "In this stage since",
    owner: "Owner",
    facts: "Current state",
    who: "Who they are",
  },
} as const;

/** Notifies a rep and their manager that a lead has exceeded its stage's limit. */
export const stageLimitMail = ({ lead, rep, recipient, agreement, link, now }: StageLimit): Mail => {
  const { language } = recipient;
  const [say, who] = [words[language], nameOf(lead)];
  const reader = readerIn(language, agreement);
  const { label, limit } = agreement.terms.stages[lead.stage];
  const [stage, agreed] = [label[language], limit && sayDuration(limit, language)];
  const isOwn = recipient.id === rep.id;
  const name = firstNameOf(recipient);
  return colleagueMail({
    to: recipient,
    agreement,
    ...(!isOwn && { replyTo: rep.email }),
    subject: say.subject(who, stage),
    title: say.title,
    blocks: [
      { is: "notice", text: say.over(sayDay(lead.limitAt, reader), sayDistance(lead.limitAt, now, reader)) },
      {
        is: "paragraph",
        text: isOwn ? say.forRep(name, who, stage, agreed) : say.forBoss(name, who, stage, rep.name, agreed),
      },
      { is: "button", label: say.button, url: link },
      { is: "heading", text: say.facts },
      {
        is: "facts",
        facts: [
          { label: say.owner, value: rep.name },
          { label: say.since, value: sayDay(lead.stageSince, reader) },
        ],
      },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
    ],
  });
};

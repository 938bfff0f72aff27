import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import { ladderOf } from "../../domain/follow-up/ladder.ts";
import { timeOfTurn } from "../../domain/follow-up/plan-follow-up.ts";
import type { LeadIn } from "../../domain/lead/lead.ts";
import { colleagueOf, type Owner } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { readerOf, sayBriefly, sayDistance, sayWhen } from "../../domain/text/when.ts";
import { paragraphs } from "../mail/block.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";
import { whatThen } from "./what-then.ts";

/** A missed deadline: whose, for which lead, and how far it has been escalated. */
export interface Breach {
  readonly lead: LeadIn<"handed-off">;
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly link: string;
  /** From 1. */
  readonly level: number;
  readonly now: string;
}

const repWords = {
  es: {
    subject: (who: string) => `Plazo vencido: ${who} sigue sin respuesta`,
    title: (who: string) => `El plazo de ${who} ha vencido`,
    ended: (when: string, distance: string) => `El plazo venció el ${when}, ${distance}`,
    intro: (rep: string, followUp: string) =>
      `Hola, ${rep}: acordamos responder en ${followUp} y este lead sigue esperando. Por eso hemos avisado también a la persona que indica el acuerdo. Aún estás a tiempo: tu respuesta sigue contando.`,
    button: "Responder ahora",
    who: "Quién es",
  },
  en: {
    subject: (who: string) => `Overdue: no answer yet for ${who}`,
    title: (who: string) => `The deadline for ${who} has passed`,
    ended: (when: string, distance: string) => `The deadline was ${when}, ${distance}`,
    intro: (rep: string, followUp: string) =>
      `Hi ${rep}, we agreed to answer within ${followUp} and this lead is still waiting. That is why we have also notified the person named in the agreement. It is not too late: your answer still counts.`,
    button: "Answer now",
    who: "Who they are",
  },
} as const;

/** Notifies the rep that the promise is broken, and that an answer still counts. */
export const breachMailForRep = ({ lead, rep, agreement, link, level, now }: Breach): Mail => {
  const { followUp } = lead;
  const reader = readerOf(followUp, rep, agreement);
  const say = repWords[rep.language];
  const who = nameOf(lead);
  return colleagueMail({
    to: rep,
    agreement,
    subject: say.subject(who),
    title: say.title(who),
    blocks: [
      { is: "notice", text: say.ended(sayWhen(followUp.dueAt, reader), sayDistance(followUp.dueAt, now, reader)) },
      {
        is: "paragraph",
        text: say.intro(firstNameOf(rep), sayDuration(timeOfTurn(lead, followUp, rep, agreement), rep.language)),
      },
      ...paragraphs(whatThen(followUp, rep, level, agreement, reader)),
      { is: "button", label: say.button, url: link },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, rep.language, agreement) },
      ...claimBlocks(lead, rep.language, agreement),
    ],
  });
};

const managerWords = {
  es: {
    subject: (who: string, rep: string) => `Lead sin respuesta: ${who}, de ${rep}`,
    title: "Un lead sigue sin respuesta",
    ended: (when: string, distance: string) => `El plazo venció el ${when}, ${distance}`,
    intro: (name: string, who: string, rep: string) =>
      `Hola, ${name}: ${who} espera respuesta de ${rep} y el plazo acordado ya ha vencido. Te avisamos porque así lo establece el acuerdo.`,
    rep: "Responsable",
    assigned: "Asignado",
    due: "Vencimiento",
    earlier: "Responsable anterior",
    level: "Aviso",
    levelOf: (level: number, levels: number) => `${level} de ${levels}`,
    facts: "Qué ha pasado",
    options: "Qué puedes hacer",
    talk: (rep: string) => `Hablar con ${rep}: basta con responder a este correo.`,
    answer: (rep: string) => `Responder en nombre de ${rep}, si ya sabes qué hacer con el lead.`,
    button: (rep: string) => `Responder por ${rep}`,
    who: "Quién es el lead",
  },
  en: {
    subject: (who: string, rep: string) => `Unanswered lead: ${who}, owned by ${rep}`,
    title: "A lead is still waiting for an answer",
    ended: (when: string, distance: string) => `The deadline was ${when}, ${distance}`,
    intro: (name: string, who: string, rep: string) =>
      `Hi ${name}, ${who} is waiting for an answer from ${rep}, and the agreed deadline has passed. We are notifying you because the agreement says so.`,
    rep: "Owner",
    assigned: "Assigned",
    due: "Deadline",
    earlier: "Previous owner",
    level: "Notice",
    levelOf: (level: number, levels: number) => `${level} of ${levels}`,
    facts: "What happened",
    options: "What you can do",
    talk: (rep: string) => `Talk to ${rep}: just reply to this e-mail.`,
    answer: (rep: string) => `Answer on behalf of ${rep}, if you already know what to do with the lead.`,
    button: (rep: string) => `Answer for ${rep}`,
    who: "Who the lead is",
  },
} as const;

/**
 * Notifies a manager or the director whose promise is broken, since when, and what they can do. A reply goes to the
 * rep.
 */
export const escalationMail = (breach: Breach & { readonly recipient: Colleague }): Mail => {
  const { lead, rep, agreement, link, level, now, recipient } = breach;
  const { followUp } = lead;
  const reader = readerOf(followUp, recipient, agreement);
  const say = managerWords[recipient.language];
  const [who, repName] = [nameOf(lead), firstNameOf(rep)];
  return colleagueMail({
    to: recipient,
    replyTo: rep.email,
    agreement,
    subject: say.subject(who, rep.name),
    title: say.title,
    blocks: [
      { is: "notice", text: say.ended(sayWhen(followUp.dueAt, reader), sayDistance(followUp.dueAt, now, reader)) },
      { is: "paragraph", text: say.intro(firstNameOf(recipient), who, rep.name) },
      { is: "heading", text: say.facts },
      {
        is: "facts",
        facts: [
          { label: say.rep, value: `${rep.name} (${rep.email})`, href: `mailto:${rep.email}` },
          { label: say.assigned, value: sayBriefly(followUp.assignedAt, reader) },
          { label: say.due, value: sayBriefly(followUp.dueAt, reader) },
          ...earlierOwners(breach).map((value) => ({ label: say.earlier, value })),
          { label: say.level, value: say.levelOf(level, noticesOf(breach)) },
        ],
      },
      { is: "heading", text: say.options },
      { is: "list", items: [say.talk(repName), say.answer(repName)] },
      ...paragraphs(whatThen(followUp, rep, level, agreement, reader)),
      { is: "button", label: say.button(repName), url: link },
      { is: "heading", text: say.who },
      { is: "facts", facts: leadFacts(lead, recipient.language, agreement) },
    ],
  });
};

/** The number of notices that the ladder has for this owner. */
const noticesOf = ({ lead, rep, agreement }: Breach): number =>
  ladderOf(lead.followUp, rep, agreement).filter(({ act }) => act === "escalate").length;

const earlierOwners = ({ lead, agreement }: Breach): string[] =>
  lead.followUp.earlier.map((id) => colleagueOf(id, agreement)?.name ?? id);

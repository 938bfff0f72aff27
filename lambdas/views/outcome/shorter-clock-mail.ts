import type { Mail } from "../../contract/mail.ts";
import type { Unanswered } from "../../domain/lead/lead.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { labelOf } from "../hand-off/engagement-lines.ts";
import { paragraphs } from "../mail/block.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadAddress } from "../meeting/board-address.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";
import type { WroteAgain } from "./wrote-again-mail.ts";

export interface ShorterClock extends WroteAgain {
  readonly lead: Unanswered;
  /** The kinds of event that the lead asks for. */
  readonly requested: readonly string[];
}

const words = {
  es: {
    title: (who: string) => `${who} no puede esperar: tu plazo es más corto`,
    intro: (name: string, who: string) =>
      `Hola, ${name}: ${who} ha confirmado, con el enlace que le enviamos, que el formulario es suyo.`,
    requested: "Qué pide",
    standIn: (owner: string) => `Lo lleva ${owner}, que está fuera: te avisamos a ti.`,
    due: (when: string) => `Contesta antes del ${when}.`,
    open: "Abrir el lead en el tablero",
    why: "Es lo acordado para lo que piden los leads de la vía rápida.",
  },
  en: {
    title: (who: string) => `${who} cannot wait: your deadline is sooner`,
    intro: (name: string, who: string) =>
      `Hi ${name}, ${who} has confirmed, by the link that we sent, that the form is theirs.`,
    requested: "What they ask for",
    standIn: (owner: string) => `${owner}, who looks after the lead, is away, so we are telling you.`,
    due: (when: string) => `Answer by ${when}.`,
    open: "Open the lead on the board",
    why: "This is what was agreed for requests of the fast lane.",
  },
} as const;

/** Tells whoever owes the answer that the lead has confirmed a request that must not wait, and the new deadline. */
export const shorterClockMail = ({ lead, owner, recipient, requested, agreement, publicUrl }: ShorterClock): Mail => {
  const { language } = recipient;
  const say = words[language];
  const who = nameOf(lead);
  const labels = requested.map((kind) => labelOf(kind, recipient, agreement));
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.title(who),
    title: say.title(who),
    blocks: [
      ...paragraphs(
        say.intro(firstNameOf(recipient), who),
        owner.id === recipient.id ? undefined : say.standIn(owner.name),
      ),
      { is: "notice", text: say.due(sayWhen(lead.followUp.dueAt, readerIn(language, agreement))) },
      { is: "facts", facts: [{ label: say.requested, value: labels.join(", ") }] },
      { is: "button", label: say.open, url: leadAddress(publicUrl, lead.leadId) },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
      ...claimBlocks(lead, language, agreement),
      ...paragraphs(say.why),
    ],
  });
};

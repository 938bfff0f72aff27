import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadAddress } from "../meeting/board-address.ts";
import { leadFacts, messageOf, nameOf } from "../page/lead-facts.ts";

export interface WroteAgain {
  readonly lead: Lead;
  readonly owner: Pick<Colleague, "id" | "name">;
  /** The owner, or who stands in for them. */
  readonly recipient: Colleague;
  readonly agreement: Agreement;
  /** Where people reach the board. */
  readonly publicUrl: string;
}

const words = {
  es: {
    worked: (who: string) => `${who} ha vuelto a escribir`,
    won: (who: string) => `Tu cliente ${who} ha vuelto a escribir`,
    lost: (who: string) => `${who}, que se perdió, ha vuelto a escribir`,
    intro: (name: string, who: string) => `Hola, ${name}: ${who} ha enviado otro formulario.`,
    noted: (who: string) => `Hay novedades de ${who}`,
    introNoted: (name: string, who: string, by: string) => `Hola, ${name}: ${by} ha anotado algo de ${who}.`,
    standIn: (owner: string) => `Lo lleva ${owner}, que está fuera: te avisamos a ti.`,
    still: "Nada ha cambiado de etapa y tu plazo es el mismo.",
    stillWon: "Sigue ganado. Si hay un negocio nuevo, empiézalo en el tablero con «Nuevo negocio».",
    stillLost: "Sigue perdido. Si hay un negocio nuevo, empiézalo en el tablero con «Nuevo negocio».",
    open: "Abrir el lead en el tablero",
    message: "Qué nos había escrito",
    once: "Cualquiera puede enviar un formulario con esta dirección: no te avisaremos de cada uno.",
  },
  en: {
    worked: (who: string) => `${who} has written again`,
    won: (who: string) => `Your customer ${who} has written again`,
    lost: (who: string) => `${who}, who was lost, has written again`,
    intro: (name: string, who: string) => `Hi ${name}, ${who} has sent another form.`,
    noted: (who: string) => `There is news of ${who}`,
    introNoted: (name: string, who: string, by: string) => `Hi ${name}, ${by} has noted something about ${who}.`,
    standIn: (owner: string) => `${owner}, who looks after the lead, is away, so we are telling you.`,
    still: "The lead's stage has not changed, and your deadline is the same.",
    stillWon: "The lead is still won. If there is a new deal, start it on the board with “New deal”.",
    stillLost: "The lead is still lost. If there is a new deal, start it on the board with “New deal”.",
    open: "Open the lead on the board",
    message: "What they had written to us",
    once: "Anyone can send a form with this address, so we will not tell you of each one.",
  },
} as const;

/** Tells the owner of a lead in sales' hands, or of a closed one, that another form came. */
export const wroteAgainMail = ({ lead, owner, recipient, agreement, publicUrl }: WroteAgain): Mail => {
  const { language } = recipient;
  const say = words[language];
  const who = nameOf(lead);
  const by = lead.wroteAgain?.by;
  const title = by === undefined ? titleOf(lead, say)(who) : say.noted(who);
  const intro =
    by === undefined
      ? say.intro(firstNameOf(recipient), who)
      : say.introNoted(firstNameOf(recipient), who, nameOfPerson(by, agreement));
  const message = messageOf(lead);
  return colleagueMail({
    to: recipient,
    agreement,
    subject: title,
    title,
    blocks: [
      { is: "paragraph", text: intro },
      ...(owner.id === recipient.id ? [] : [{ is: "paragraph" as const, text: say.standIn(owner.name) }]),
      { is: "notice", text: stillOf(lead, say) },
      { is: "button", label: say.open, url: leadAddress(publicUrl, lead.leadId) },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
      ...claimBlocks(lead, language, agreement),
      ...(message === "" ? [] : [{ is: "paragraph" as const, text: `${say.message}: «${message}»` }]),
      ...(by === undefined ? [{ is: "paragraph" as const, text: say.once }] : []),
    ],
  });
};

type Words = (typeof words)["es" | "en"];

const titleOf = ({ stage }: Lead, say: Words) => (stage === "won" || stage === "lost" ? say[stage] : say.worked);

const stillOf = ({ stage }: Lead, say: Words): string => {
  if (stage === "won") return say.stillWon;
  return stage === "lost" ? say.stillLost : say.still;
};

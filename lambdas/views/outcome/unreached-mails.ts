import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Lead, Undeliverable } from "../../domain/lead/lead.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { sayUndeliverable } from "../nurture/undeliverable-words.ts";
import { leadFacts, nameOf } from "../page/lead-facts.ts";

const words = {
  es: {
    undelivered: {
      title: (owner: string, who: string) => `${owner} no ha recibido un correo sobre ${who}`,
      intro: (name: string, owner: string, who: string) =>
        `Hola, ${name}: el servicio de correo rechazó un correo sobre ${who}, que lleva ${owner}. No se volverá a intentar.`,
      notice: (owner: string) => `Avisa a ${owner} por otra vía, o reasigna el lead en el tablero.`,
      address: (email: string) => `Si la dirección ${email} está mal, se corrige en el acuerdo.`,
    },
    leadUnreached: {
      title: (who: string) => `Tus correos pueden no llegar a ${who}`,
      intro: (name: string, who: string, why: string) =>
        `Hola, ${name}: un correo nuestro a ${who} ha vuelto. ${why}. No le escribimos más.`,
      notice: "No esperes respuesta por correo: mejor, llama.",
    },
  },
  en: {
    undelivered: {
      title: (owner: string, who: string) => `${owner} did not get an e-mail about ${who}`,
      intro: (name: string, owner: string, who: string) =>
        `Hi ${name}, the mail service refused an e-mail about ${who}, whom ${owner} is looking after. It will not be tried again.`,
      notice: (owner: string) => `Please tell ${owner} in another way, or reassign the lead on the board.`,
      address: (email: string) => `If the address ${email} is wrong, it is corrected in the agreement.`,
    },
    leadUnreached: {
      title: (who: string) => `Your e-mails may not reach ${who}`,
      intro: (name: string, who: string, why: string) =>
        `Hi ${name}, an e-mail of ours to ${who} came back. ${why}. We do not write to them any more.`,
      notice: "Do not wait for an answer by e-mail: a call is better.",
    },
  },
} as const;

/** Tells a superior that the mail service refused a mail about a lead, so that its owner may not know of it. */
export const undeliveredMail = (lead: Lead, owner: Colleague, recipient: Colleague, agreement: Agreement): Mail => {
  const say = words[recipient.language].undelivered;
  const [who, title] = [nameOf(lead), say.title(owner.name, nameOf(lead))];
  return colleagueMail({
    to: recipient,
    agreement,
    subject: title,
    title,
    blocks: [
      { is: "paragraph", text: say.intro(firstNameOf(recipient), owner.name, who) },
      { is: "notice", text: say.notice(owner.name) },
      { is: "paragraph", text: say.address(owner.email) },
    ],
  });
};

/** Tells the owner of a lead that is in their hands that mail does not reach it. */
export const leadUnreachedMail = (
  lead: Lead,
  owner: Colleague,
  undeliverable: Undeliverable,
  agreement: Agreement,
): Mail => {
  const { language } = owner;
  const say = words[language].leadUnreached;
  const [who, why] = [nameOf(lead), sayUndeliverable(undeliverable)[language]];
  return colleagueMail({
    to: owner,
    agreement,
    subject: say.title(who),
    title: say.title(who),
    blocks: [
      { is: "paragraph", text: say.intro(firstNameOf(owner), who, why) },
      { is: "notice", text: say.notice },
      { is: "facts", facts: leadFacts(lead, language, agreement) },
    ],
  });
};

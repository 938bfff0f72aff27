import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail, MailPurpose } from "../../contract/mail.ts";
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
      passesOn:
        "El lead pasa a otra persona a la que sí llegue el correo. Si no hay nadie, espera sin que corra ningún plazo y está en «Atención».",
      waits: (owner: string) =>
        `Tampoco lo recibiría otra persona: el lead espera, sin que corra ningún plazo. Avisa a ${owner} por otra vía, o reasigna el lead en el tablero.`,
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
      passesOn:
        "The lead goes to somebody whom e-mail does reach. If there is nobody, it waits without a deadline, and is listed under Attention.",
      waits: (owner: string) =>
        `Nobody else would get it either: the lead waits without a deadline. Please tell ${owner} in another way, or reassign the lead on the board.`,
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

interface Undelivered {
  readonly lead: Lead;
  /** Whom the lead was with when the mail was refused. */
  readonly owner: Colleague;
  readonly recipient: Colleague;
  readonly purpose: MailPurpose;
  readonly refusal?: string | undefined;
}

/**
 * Tells a superior that the mail service refused a mail about a lead, so that its owner may not know of it, and what
 * happens to the lead.
 */
export const undeliveredMail = (undelivered: Undelivered, agreement: Agreement): Mail => {
  const { lead, owner, recipient } = undelivered;
  const say = words[recipient.language].undelivered;
  const [who, title] = [nameOf(lead), say.title(owner.name, nameOf(lead))];
  return colleagueMail({
    to: recipient,
    agreement,
    subject: title,
    title,
    blocks: [
      { is: "paragraph", text: say.intro(firstNameOf(recipient), owner.name, who) },
      { is: "notice", text: noticeOf(undelivered) },
      { is: "paragraph", text: say.address(owner.email) },
    ],
  });
};

/** A text that the mail service refused after it had taken the mail finds the lead handed off. */
const noticeOf = ({ lead, owner, recipient, purpose, refusal }: Undelivered): string => {
  const say = words[recipient.language].undelivered;
  if (purpose !== "hand-off") return say.notice(owner.name);
  if (refusal === "recipient") return say.passesOn;
  return lead.stage === "assigned" ? say.waits(owner.name) : say.notice(owner.name);
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

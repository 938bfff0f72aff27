import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Consent, Lead } from "../../domain/lead/lead.ts";
import { consentToConfirm } from "../../domain/nurture/standing-consents.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { composeMail } from "../mail/compose-mail.ts";

export interface Confirming {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly confirmUrl: string;
  readonly unsubscribeUrl: string;
}

const words = {
  es: {
    subject: (company: string) => `Confirme que quiere recibir correos de ${company}`,
    title: "Solo falta su confirmación",
    asked: (company: string, when: string) => `El ${when}, se pidió enviar contenidos de ${company} a esta dirección.`,
    askedAt: (company: string, when: string, where: string) =>
      `El ${when}, en ${where}, se pidió enviar contenidos de ${company} a esta dirección.`,
    wanted: "Si lo pidió usted, confírmelo:",
    button: "Confirmar",
    harmless: "El enlace abre una página con un botón: nada cambia hasta que lo pulse.",
    ignore: "Si no lo pidió usted, no tiene que hacer nada: no le enviaremos esos contenidos.",
    why: "Este correo solo sirve para comprobar que la dirección es suya.",
    unsubscribe: "No recibir más correos",
  },
  en: {
    subject: (company: string) => `Please confirm that you want e-mails from ${company}`,
    title: "One last step: please confirm",
    asked: (company: string, when: string) => `On ${when}, content from ${company} was requested for this address.`,
    askedAt: (company: string, when: string, where: string) =>
      `On ${when}, content from ${company} was requested for this address at ${where}.`,
    wanted: "If it was you, please confirm:",
    button: "Confirm",
    harmless: "The link opens a page with a button: nothing changes until you press it.",
    ignore: "If it was not you, you do not need to do anything: we will not send you that content.",
    why: "The only purpose of this e-mail is to check that the address is yours.",
    unsubscribe: "Unsubscribe",
  },
} as const;

/**
 * Asks the owner of the address to confirm a request made with it (double opt-in). It advertises nothing, and
 * repeats nothing that the form's sender wrote: anyone can enter another person's address.
 */
export const confirmMail = ({ lead, agreement, confirmUrl, unsubscribeUrl }: Confirming): Mail => {
  const { language } = lead;
  const say = words[language];
  const { company } = agreement.terms;
  return composeMail({
    to: { name: "", email: lead.email },
    language,
    company: company.name,
    subject: say.subject(company.name),
    title: say.title,
    blocks: [
      { is: "paragraph", text: whatWasAsked(lead, agreement) },
      { is: "paragraph", text: say.wanted },
      { is: "button", label: say.button, url: confirmUrl },
      { is: "paragraph", text: say.harmless },
      { is: "paragraph", text: say.ignore },
    ],
    footer: [
      { is: "paragraph", text: say.why },
      { is: "link", label: say.unsubscribe, url: unsubscribeUrl },
      { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
    ],
    headers: [
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
};

const whatWasAsked = (lead: Lead, agreement: Agreement): string => {
  const say = words[lead.language];
  const { company } = agreement.terms;
  const consent = consentToConfirm(lead, agreement);
  const when = sayWhen(consent?.at ?? lead.createdAt, readerIn(lead.language, agreement));
  const where = siteOf(consent, company.sites);
  return where === undefined ? say.asked(company.name, when) : say.askedAt(company.name, when, where);
};

/**
 * Which of our sites it was given on. Its name only: the form sends the page's address, and could put any words into
 * it.
 */
const siteOf = (consent: Consent | undefined, sites: readonly string[]): string | undefined => {
  const { page = "" } = consent ?? {};
  const origin = URL.canParse(page) ? new URL(page).origin : undefined;
  const site = sites.find((each) => URL.canParse(each) && new URL(each).origin === origin);
  return site === undefined ? undefined : new URL(site).host;
};

import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import { requestedKinds } from "../../domain/capture/engagements-of-submission.ts";
import type { Consent, Lead } from "../../domain/lead/lead.ts";
import type { Telling } from "../../domain/nurture/telling.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { paragraphs } from "../mail/block.ts";
import { composeMail } from "../mail/compose-mail.ts";
import { requestedBlocks } from "./acknowledgement-mail.ts";
import { contentBlocks, type SentContent, sayTold } from "./telling-blocks.ts";

export interface Confirming {
  readonly lead: Lead;
  readonly agreement: Agreement;
  /** Whether it asks whose the form is, or whether its sender agreed to our mails. */
  readonly about: "form" | "consent";
  /** When the form came, or the consent was given. */
  readonly at: string;
  /** The form, if it is kept. */
  readonly form?: { readonly contact: Lead["contact"] } | undefined;
  /** The consents that a click confirms. */
  readonly consents: readonly Consent[];
  /** What will happen to the form, when that is known. */
  readonly telling?: Pick<Telling, "told" | "form"> | undefined;
  /** What was asked for: it does not wait for the click. */
  readonly content?: readonly SentContent[];
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
    subjectOfForm: (company: string) => `Confirme su formulario en ${company}`,
    titleOfForm: "Hemos recibido su formulario",
    received: (company: string, when: string) => `El ${when}, ${company} recibió un formulario con esta dirección.`,
    receivedAt: (company: string, when: string, where: string) =>
      `El ${when}, en ${where}, ${company} recibió un formulario con esta dirección.`,
    agrees: (company: string) => `También aceptaba recibir contenidos de ${company}.`,
    wanted: "Si lo pidió usted, confírmelo:",
    wantedMore: "Si quiere recibirlos, confírmelo:",
    wantedForm: "Si lo envió usted, confírmelo: así sabremos que es suyo y podremos atenderlo.",
    button: "Confirmar",
    harmless: "El enlace abre una página con un botón: nada cambia hasta que lo pulse.",
    ignore: "Si no lo pidió usted, no tiene que hacer nada: no le enviaremos esos contenidos.",
    ignoreForm: "Si no lo envió usted, no tiene que hacer nada: no lo tendremos en cuenta.",
    why: "Este correo solo sirve para comprobar que la dirección es suya.",
    whyTold: "Recibe este correo, una sola vez, porque se envió un formulario con su dirección.",
    unsubscribe: "No recibir más correos",
  },
  en: {
    subject: (company: string) => `Please confirm that you want e-mails from ${company}`,
    title: "One last step: please confirm",
    asked: (company: string, when: string) => `On ${when}, content from ${company} was requested for this address.`,
    askedAt: (company: string, when: string, where: string) =>
      `On ${when}, content from ${company} was requested for this address at ${where}.`,
    subjectOfForm: (company: string) => `Please confirm your form to ${company}`,
    titleOfForm: "We have received your form",
    received: (company: string, when: string) => `On ${when}, ${company} received a form with this address.`,
    receivedAt: (company: string, when: string, where: string) =>
      `On ${when}, ${company} received a form with this address at ${where}.`,
    agrees: (company: string) => `Its sender also agreed to receive content from ${company}.`,
    wanted: "If it was you, please confirm:",
    wantedMore: "If you would like it, please confirm:",
    wantedForm: "If you sent it, please confirm: then we know that it is yours and can look after it.",
    button: "Confirm",
    harmless: "The link opens a page with a button: nothing changes until you press it.",
    ignore: "If it was not you, you do not need to do anything: we will not send you that content.",
    ignoreForm: "If you did not send it, you do not need to do anything: we will disregard it.",
    why: "The only purpose of this e-mail is to check that the address is yours.",
    whyTold: "You receive this e-mail, once, because a form was sent with your address.",
    unsubscribe: "Unsubscribe",
  },
} as const;

/**
 * Says that a form came, what it asked for and what will happen, brings what can be sent, and asks the owner of the address
 * to confirm it, and with it the consent to our mails: one mail for all of that. It advertises nothing, and repeats nothing that the form's sender wrote: anyone can enter
 * another person's address.
 */
export const confirmMail = (confirming: Confirming): Mail => {
  const { lead, agreement, confirmUrl, unsubscribeUrl } = confirming;
  const { language } = lead;
  const say = words[language];
  const { company } = agreement.terms;
  const { telling, content = [], about, form } = confirming;
  const kinds = telling?.form.kinds ?? requestedKinds(form?.contact.interest);
  const requested = requestedBlocks(kinds, lead, agreement);
  const isForm = about === "form" || requested.length > 0 || telling !== undefined;
  const wanted = isForm ? say.wantedForm : say.wanted;
  return composeMail({
    to: { name: "", email: lead.email },
    language,
    company: company.name,
    subject: (isForm ? say.subjectOfForm : say.subject)(company.name),
    title: isForm ? say.titleOfForm : say.title,
    blocks: [
      ...paragraphs(whatCame(confirming, isForm)),
      ...requested,
      ...paragraphs(telling && sayTold(telling.told, lead, agreement)),
      ...contentBlocks(content, lead, "second-button"),
      ...paragraphs(
        isForm && confirming.consents.length > 0 ? say.agrees(company.name) : undefined,
        telling === undefined ? wanted : say.wantedMore,
      ),
      { is: "button", label: say.button, url: confirmUrl },
      ...paragraphs(say.harmless, about === "form" ? say.ignoreForm : say.ignore),
    ],
    footer: [
      { is: "paragraph", text: telling === undefined && content.length === 0 ? say.why : say.whyTold },
      { is: "link", label: say.unsubscribe, url: unsubscribeUrl },
      { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
    ],
    headers: [
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
};

const whatCame = ({ lead, agreement, at, consents }: Confirming, isForm: boolean): string => {
  const say = words[lead.language];
  const { company } = agreement.terms;
  const when = sayWhen(at, readerIn(lead.language, agreement));
  const where = siteOf(consents[0], company.sites);
  if (where === undefined) return (isForm ? say.received : say.asked)(company.name, when);
  return (isForm ? say.receivedAt : say.askedAt)(company.name, when, where);
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

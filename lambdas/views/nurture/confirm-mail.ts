import type { Agreement } from "../../contract/agreement.ts";
import type { Noted } from "../../contract/by-hand.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Consent, Lead } from "../../domain/lead/lead.ts";
import type { Telling } from "../../domain/nurture/telling.ts";
import { requestedKinds } from "../../domain/text/requested-kind.ts";
import { readerIn, sayLongDay, sayWhen } from "../../domain/text/when.ts";
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
  /** The form, if it is kept. `noted`: a colleague noted it, or it is a row of a list, and the person has sent nothing. */
  readonly form?: { readonly contact: Lead["contact"]; readonly noted?: Noted } | undefined;
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
    noted: {
      phone: (company: string, day: string) =>
        `El ${day}, alguien de ${company} anotó que usted aceptó por teléfono recibir contenidos en esta dirección.`,
      "in-person": (company: string, day: string) =>
        `El ${day}, alguien de ${company} anotó que usted aceptó en persona recibir contenidos en esta dirección.`,
      other: (company: string, day: string) =>
        `El ${day}, alguien de ${company} anotó que usted aceptó recibir contenidos en esta dirección.`,
    },
    listed: (company: string) =>
      `Esta dirección está en una lista de personas que aceptaron recibir contenidos de ${company}.`,
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
    ignoreNoted: "Si no es así, no tiene que hacer nada: no le enviaremos esos contenidos.",
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
    noted: {
      phone: (company: string, day: string) =>
        `On ${day}, somebody at ${company} noted that you agreed by phone to receive content at this address.`,
      "in-person": (company: string, day: string) =>
        `On ${day}, somebody at ${company} noted that you agreed in person to receive content at this address.`,
      other: (company: string, day: string) =>
        `On ${day}, somebody at ${company} noted that you agreed to receive content at this address.`,
    },
    listed: (company: string) => `This address is on a list of people who agreed to receive content from ${company}.`,
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
    ignoreNoted: "If that is not so, you do not need to do anything: we will not send you that content.",
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
  const noted = notedIn(confirming);
  const kinds = telling?.form.kinds ?? (noted === "list" ? [] : requestedKinds(form?.contact.interest));
  const requested = requestedBlocks(kinds, lead, agreement);
  const isForm = telling !== undefined || (noted === undefined && (about === "form" || requested.length > 0));
  const wanted = isForm ? say.wantedForm : say.wanted;
  const ignore = about === "form" ? say.ignoreForm : say.ignore;
  return composeMail({
    to: { name: "", email: lead.email },
    language,
    company: company.name,
    subject: (isForm ? say.subjectOfForm : say.subject)(company.name),
    title: isForm ? say.titleOfForm : say.title,
    blocks: [
      ...paragraphs(...whatCame(confirming, isForm)),
      ...requested,
      ...paragraphs(telling && sayTold(telling.told, lead, agreement)),
      ...contentBlocks(content, lead, "second-button"),
      ...paragraphs(
        isForm && noted === undefined && confirming.consents.length > 0 ? say.agrees(company.name) : undefined,
        telling === undefined && noted === undefined ? wanted : say.wantedMore,
      ),
      { is: "button", label: say.button, url: confirmUrl },
      ...paragraphs(say.harmless, noted === undefined ? ignore : say.ignoreNoted),
    ],
    footer: [
      { is: "paragraph", text: isForm && (telling !== undefined || content.length > 0) ? say.whyTold : say.why },
      { is: "link", label: say.unsubscribe, url: unsubscribeUrl },
      { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
    ],
    headers: [
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
};

const whatCame = (confirming: Confirming, isForm: boolean): string[] => {
  const { lead, agreement, at, consents, telling } = confirming;
  const say = words[lead.language];
  const { company } = agreement.terms;
  const reader = readerIn(lead.language, agreement);
  const noted = notedIn(confirming);
  if (noted !== undefined) {
    // What happens to another form, which did come, is told in the same mail.
    const came = telling === undefined ? [] : [say.received(company.name, sayWhen(telling.form.at, reader))];
    const agreed = say.noted[consents[0]?.how ?? "other"](company.name, sayLongDay(at, reader));
    return [...came, noted === "list" ? say.listed(company.name) : agreed];
  }
  const when = sayWhen(at, reader);
  const where = siteOf(consents[0], company.sites);
  if (where === undefined) return [(isForm ? say.received : say.asked)(company.name, when)];
  return [(isForm ? say.receivedAt : say.askedAt)(company.name, when, where)];
};

/** A form of its own is asked about by itself; a consent by word of mouth says so itself. */
const notedIn = ({ about, form, consents }: Confirming): Noted | undefined =>
  about === "form" ? undefined : (form?.noted ?? (consents[0]?.by === undefined ? undefined : "colleague"));

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

import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { composeMail } from "../mail/compose-mail.ts";

const words = {
  es: {
    subject: (company: string) => `Los datos que ${company} guarda de usted`,
    title: "Sus datos están preparados",
    what: "Como se nos pidió, aquí puede ver y descargar todos los datos que guardamos de usted.",
    button: "Ver mis datos",
    once: (until: string) =>
      `El enlace abre una página con un botón y sirve una sola vez, hasta el ${until}. No lo reenvíe: quien lo tenga verá sus datos.`,
    ignore:
      "Si no los ha pedido usted, no tiene que hacer nada; si quiere saber quién los pidió, responda a este correo.",
    why: "Le escribimos porque se pidió el acceso a los datos de esta dirección. No es publicidad.",
  },
  en: {
    subject: (company: string) => `The data that ${company} keeps about you`,
    title: "Your data is ready",
    what: "As we were asked, here you can read and download all the data that we keep about you.",
    button: "Show my data",
    once: (until: string) =>
      `The link opens a page with a button and works only once, until ${until}. Do not forward it: whoever has it will see your data.`,
    ignore: "If you did not ask for it, you do not need to do anything; to find out who did, reply to this e-mail.",
    why: "We write to you because access to the data of this address was requested. This is not advertising.",
  },
} as const;

export interface ExportMail {
  readonly lead: Lead;
  readonly agreement: Agreement;
  readonly url: string;
  /** Until when the link opens. */
  readonly until: string;
}

/** The link to all that is kept of the person, to the mailbox that they have confirmed. */
export const exportMail = ({ lead, agreement, url, until }: ExportMail): Mail => {
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
      { is: "paragraph", text: say.what },
      { is: "button", label: say.button, url },
      { is: "paragraph", text: say.once(sayWhen(until, readerIn(language, agreement))) },
      { is: "paragraph", text: say.ignore },
    ],
    footer: [
      { is: "paragraph", text: say.why },
      { is: "paragraph", text: `${company.name}, ${company.postalAddress}` },
    ],
  });
};

import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { Confirmable } from "../../domain/nurture/confirm.ts";
import { html, page } from "../page/index.ts";

const words = {
  es: {
    title: "¿Quiere recibir nuestros correos?",
    question: (company: string) => `Al confirmar, ${company} podrá enviarle contenidos a esta dirección.`,
    ignore: "Si no lo ha pedido usted, cierre esta página: no le enviaremos nada.",
    button: "Sí, quiero recibirlos",
    doneTitle: "Confirmado",
    done: (company: string) => `Gracias. ${company} le enviará contenidos a esta dirección.`,
    wayOut: "En cada correo encontrará un enlace para dejar de recibirlos.",
    endedTitle: "Este enlace ya no sirve",
    ended:
      "Después de enviarle este enlace se dieron de baja los correos a esta dirección, y lo último que se pidió es lo que cuenta.",
    changedMind: "Si quiere recibirlos, basta con volver a aceptarlos en cualquiera de nuestros formularios.",
    undeliverable: (company: string) =>
      `${company} ya no envía correos a esta dirección, porque los anteriores se devolvieron o se marcaron como no deseados.`,
  },
  en: {
    title: "Would you like our mails?",
    question: (company: string) => `Once you confirm, ${company} may send content to this address.`,
    ignore: "If it was not you who asked for it, close this page: we will send you nothing.",
    button: "Yes, send them to me",
    doneTitle: "Confirmed",
    done: (company: string) => `Thank you. ${company} will send content to this address.`,
    wayOut: "Every mail has a link to stop them.",
    endedTitle: "This link no longer works",
    ended: "After this link was sent, the mails to this address were cancelled, and the latest wish is what counts.",
    changedMind: "If you would like them, simply agree to them again in any of our forms.",
    undeliverable: (company: string) =>
      `${company} sends no more mail to this address, because earlier mails came back or were marked as spam.`,
  },
} as const;

interface Asked {
  readonly language: Language;
  readonly company: string;
}

/** Asks before it confirms (mail scanners open links too), or shows the present state. */
export const confirmPage = (found: Confirmable, { language, company }: Asked): string => {
  const say = words[language];
  switch (found) {
    case "open": {
      const button = html`<form method="post"><button>${say.button}</button></form>`;
      const body = html`<p>${say.question(company)}</p><p>${say.ignore}</p>${button}`;
      return page({ language, company, title: say.title, body });
    }
    case "confirmed":
      return told(say.doneTitle, [say.done(company), say.wayOut], { language, company });
    case "ended":
      return told(say.endedTitle, [say.ended, say.changedMind], { language, company });
    case "undeliverable":
      return told(say.endedTitle, [say.undeliverable(company)], { language, company });
    default:
      return assertNever(found);
  }
};

const told = (title: string, sentences: readonly string[], { language, company }: Asked): string =>
  page({ language, company, title, body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}` });

import type { Language } from "../../contract/stages.ts";
import type { Promised } from "../../domain/capture/promised.ts";
import { html, page } from "../page/index.ts";

const words = {
  es: {
    title: "Gracias por escribirnos",
    received: "Hemos recibido sus datos.",
    promised: {
      content:
        "Lo que ha pedido se envía por correo a la dirección que nos ha dado. Si no lo encuentra, mire también en el correo no deseado; a una dirección que nadie ha confirmado le enviamos muy pocos correos.",
      answer:
        "Estudiamos cada solicitud. Si podemos ayudarle, se lo diremos por correo o por teléfono, en nuestro horario laboral.",
      nothing:
        "Leemos todo lo que nos llega. Si hay algo que responder, le escribiremos a la dirección que nos ha dado.",
    },
    close: "Ya puede cerrar esta página.",
  },
  en: {
    title: "Thank you for writing to us",
    received: "We have received your details.",
    promised: {
      content:
        "What you asked for goes by e-mail to the address that you gave us. If you cannot find it, look among the unwanted mail too; to an address that nobody has confirmed we send very few e-mails.",
      answer: "We look at every request. If we can help, we will tell you by e-mail or by phone, in our working hours.",
      nothing:
        "We read everything that reaches us. If there is something to answer, we will write to the address that you gave us.",
    },
    close: "You can close this page now.",
  },
} as const;

/**
 * The page after a plain form that has no thank-you page of its own. It knows nothing but the form: it is the same for
 * whoever sends it, and promises only what holds for all of them.
 */
export const thankYouPage = ({
  language,
  company,
  promised,
}: {
  readonly language: Language;
  readonly company: string;
  readonly promised: readonly Promised[];
}): string => {
  const say = words[language];
  const sentences = [say.received, ...promised.map((each) => say.promised[each]), say.close];
  const body = html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
  return page({ language, title: say.title, company, body });
};

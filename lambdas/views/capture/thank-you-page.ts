import type { Language } from "../../contract/stages.ts";
import { html, page } from "../page/index.ts";

const words = {
  es: {
    title: "Gracias por escribirnos",
    received: "Hemos recibido sus datos.",
    next: "Nos pondremos en contacto por correo o por teléfono. Ya puede cerrar esta página.",
  },
  en: {
    title: "Thank you for writing to us",
    received: "We have received your details.",
    next: "We will be in touch by e-mail or by phone. You can close this page now.",
  },
} as const;

/** Shown after a plain form was stored, when the site has no thank-you page of its own. */
export const thankYouPage = ({
  language,
  company,
}: {
  readonly language: Language;
  readonly company: string;
}): string => {
  const say = words[language];
  return page({ language, title: say.title, company, body: html`<p>${say.received}</p><p>${say.next}</p>` });
};

import { type HttpRequest, headerOf } from "../../domain/http/http.ts";
import { html, page } from "./index.ts";
import { preferredLanguage } from "./preferred-language.ts";

const words = {
  es: {
    title: "Este enlace no es válido",
    why: "Puede que haya caducado o que no se haya copiado entero.",
    what: "Ábralo de nuevo desde el correo más reciente. Si sigue sin funcionar, escriba a su persona de contacto.",
  },
  en: {
    title: "This link is not valid",
    why: "It may have expired, or may not have been copied in full.",
    what: "Open it again from the most recent e-mail. If it still does not work, write to the person you are in touch with.",
  },
} as const;

/** The same page for a forged, an unknown and an expired reference: it reveals nothing. */
export const unknownReferencePage = (request: HttpRequest, company: string): string => {
  const language = preferredLanguage(headerOf(request, "accept-language"), "en");
  const say = words[language];
  return page({ language, title: say.title, company, body: html`<p>${say.why}</p><p>${say.what}</p>` });
};

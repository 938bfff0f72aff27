import { type HttpRequest, headerOf } from "../../domain/http/http.ts";
import { html, page } from "./index.ts";
import { preferredLanguage } from "./preferred-language.ts";

const words = {
  es: {
    title: "Este enlace no abre nada",
    why: "Puede que haya caducado o que no se haya copiado entero.",
    what: "Ábralo de nuevo desde el correo más reciente. Si sigue sin abrirse, escriba a la persona con quien tiene contacto.",
  },
  en: {
    title: "This link opens nothing",
    why: "It may have expired, or it was not copied in full.",
    what: "Open it again from the latest e-mail. If it still does not open, write to the person you are in touch with.",
  },
} as const;

/** The same page for a forged, an unknown and an expired reference: it reveals nothing. */
export const unknownReferencePage = (request: HttpRequest, company: string): string => {
  const language = preferredLanguage(headerOf(request, "accept-language"), "en");
  const say = words[language];
  return page({ language, title: say.title, company, body: html`<p>${say.why}</p><p>${say.what}</p>` });
};

import { type HttpRequest, type HttpResponse, headerOf, html, problem } from "../../domain/http/http.ts";
import { html as markup, page } from "./index.ts";
import { preferredLanguage } from "./preferred-language.ts";

const words = {
  es: {
    title: "Inténtelo de nuevo",
    what: "No hemos podido procesar su solicitud. Vuelva a intentarlo en un momento: no se registrará dos veces.",
  },
  en: {
    title: "Please try again",
    what: "We could not process your request. Please try again in a moment: it will not be recorded twice.",
  },
} as const;

/** Seconds after which a program may try again. */
const retryAfter = { "retry-after": "2" };

/** An internal error, as a response to a program. */
export const tryAgain = (): HttpResponse => withRetry(problem(503, words.en.title, words.en.what));

/** An internal error, as a response that suits the client: a page for a browser. */
export const tryAgainAs = (request: HttpRequest, company: string): HttpResponse => {
  if (!/\btext\/html\b/i.test(headerOf(request, "accept") ?? "")) return tryAgain();
  const language = preferredLanguage(headerOf(request, "accept-language"), "en");
  const { title, what } = words[language];
  return withRetry(html(503, page({ language, title, company, body: markup`<p>${what}</p>` })));
};

const withRetry = (response: HttpResponse): HttpResponse => ({
  ...response,
  headers: { ...response.headers, ...retryAfter },
});

import { LanguageSchema } from "../../contract/stages.ts";
import { parseBody, wantedBy } from "../../domain/capture/parse-body.ts";
import { type HttpRequest, type HttpResponse, headerOf, html, problem } from "../../domain/http/http.ts";
import { html as markup, page } from "./index.ts";
import { preferredLanguage } from "./preferred-language.ts";

const words = {
  es: {
    title: "Inténtelo de nuevo",
    what: "No hemos podido procesar su solicitud. Vuelva a intentarlo en un momento: no se registrará dos veces.",
    byItself:
      "Ahora mismo no podemos mostrar esta página. Lo intentaremos de nuevo en unos segundos, sin que haga nada.",
    kept: "Lo que ha escrito no se ha perdido.",
    send: "Enviar de nuevo",
  },
  en: {
    title: "Please try again",
    what: "We could not process your request. Please try again in a moment: it will not be recorded twice.",
    byItself: "We cannot show this page right now. It will try again by itself in a few seconds.",
    kept: "What you wrote is not lost.",
    send: "Send again",
  },
} as const;

export interface AskAgain {
  readonly company: string;
  /** Sites to which a form's sender may be sent on. */
  readonly siteOrigins?: readonly string[] | undefined;
  /** After which the client may try again. */
  readonly seconds: number;
}

/** An internal error, as a response to a program. */
export const tryAgain = (seconds: number): HttpResponse =>
  withRetry(problem(503, words.en.title, words.en.what), seconds);

/**
 * An internal error, as a response that suits the client. A browser gets a page: one that was shown loads itself again,
 * and a form that was posted is kept, so that one press sends the same again, without any script.
 */
export const tryAgainAs = async (request: HttpRequest, { company, siteOrigins, seconds }: AskAgain) => {
  if (!/\btext\/html\b/i.test(headerOf(request, "accept") ?? "")) return tryAgain(seconds);
  const sent = await formIn(request);
  const language =
    LanguageSchema.safeParse(sent.find(([name]) => name === "language")?.[1]).data ??
    preferredLanguage(headerOf(request, "accept-language"), "en");
  const say = words[language];
  const isPost = request.method === "POST";
  const head = isPost ? undefined : markup`<meta http-equiv="refresh" content="${seconds}">\n`;
  const body = isPost
    ? markup`<p>${say.what}${sent.length > 0 && markup` ${say.kept}`}</p>
<form method="post">
${sent.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">\n`)}<button type="submit">${say.send}</button>
</form>`
    : markup`<p>${say.byItself}</p>`;
  return withRetry(
    html(503, page({ language, title: say.title, company, body, head }), {
      formTargets: siteOrigins,
      framedBy: siteOrigins,
    }),
    seconds,
  );
};

/** The fields of a posted form, to be posted again as they are. */
const formIn = async (request: HttpRequest): Promise<[string, string][]> => {
  if (wantedBy(request) === "json") return [];
  const read = await parseBody(request);
  return read.ok ? read.sent.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])) : [];
};

const withRetry = (response: HttpResponse, seconds: number): HttpResponse => ({
  ...response,
  headers: { ...response.headers, "retry-after": String(seconds) },
});

import type { Language } from "../../contract/stages.ts";
import type { CaptureRules } from "../../domain/capture/capture-rules.ts";
import { acceptedTypes, wantedBy } from "../../domain/capture/parse-body.ts";
import type { FieldProblem, Refusal, Refused } from "../../domain/capture/problems.ts";
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  html as htmlResponse,
  problem,
} from "../../domain/http/http.ts";
import { fieldLabels } from "../page/field-labels.ts";
import { html, page } from "../page/index.ts";
import { preferredLanguage } from "../page/preferred-language.ts";

/**
 * Explains a refusal, in the form's language (else the browser's), to a program or a person; nothing sent is repeated.
 */
export const refuse = (
  request: HttpRequest,
  { refusal, language: formLanguage }: Pick<Refused, "refusal" | "language">,
  rules: CaptureRules,
): HttpResponse => {
  const language = formLanguage ?? browserLanguage(request, rules);
  const response = wantedBy(request) === "page" ? asPage(refusal, language, rules) : asProblem(refusal, language);
  const accepts: Record<string, string> = refusal.status === 415 ? { "accept-post": acceptedTypes.join(", ") } : {};
  return { ...response, headers: { ...response.headers, ...accepts, "content-language": language } };
};

const browserLanguage = (request: HttpRequest, { languages, defaultLanguage }: CaptureRules): Language => {
  const liked = preferredLanguage(headerOf(request, "accept-language"), defaultLanguage);
  return languages.includes(liked) ? liked : defaultLanguage;
};

const asProblem = ({ status, title, detail, problems }: Refusal, language: Language): HttpResponse => {
  const errors = problems.map(({ field, says }) => ({ field, detail: says[language] }));
  return problem(status, title[language], detail[language], errors.length === 0 ? undefined : errors);
};

const asPage = (refusal: Refusal, language: Language, { company, siteOrigins }: CaptureRules): HttpResponse => {
  const list = html`<ul>${refusal.problems.map((each) => html`<li>${sentenceOf(each, language)}</li>`)}</ul>`;
  const body = html`<p>${refusal.detail[language]}</p>${refusal.problems.length > 0 && list}<p>${goBack[language]}</p>`;
  const shown = page({ language, title: refusal.title[language], company, body });
  return htmlResponse(refusal.status, shown, { framedBy: siteOrigins });
};

const sentenceOf = ({ field, says }: FieldProblem, language: Language): string =>
  `${fieldLabels.get(field)?.[language] ?? field}: ${says[language]}`;

const goBack = {
  es: "Con el botón «Atrás» del navegador volverá al formulario y conservará lo que había escrito.",
  en: "Your browser's “Back” button takes you back to the form, with what you had written.",
};

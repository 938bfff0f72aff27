import type { Language } from "../../contract/stages.ts";
import { type HttpRequest, type HttpResponse, headerOf, html as htmlResponse, problem } from "../http/index.ts";
import { html, page } from "../page/index.ts";
import { preferredLanguage } from "../page/preferred-language.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { fieldLabels } from "./field-labels.ts";
import type { FieldProblem, Refusal } from "./problems.ts";
import { acceptedTypes, mediaTypeOf } from "./read-body.ts";

/** A browser that posted a plain form wants a page; everything else is a program. */
export const wantedBy = (request: HttpRequest): "json" | "page" => {
  const isForm = ["application/x-www-form-urlencoded", "multipart/form-data"].includes(mediaTypeOf(request));
  return isForm && /\btext\/html\b/i.test(headerOf(request, "accept") ?? "") ? "page" : "json";
};

/** Says why, in the form's language (else the browser's), to a program or to a person; nothing that was sent comes back. */
export const refuse = (
  request: HttpRequest,
  refusal: Refusal,
  rules: CaptureRules,
  formLanguage?: Language | undefined,
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

const asPage = (refusal: Refusal, language: Language, { company }: CaptureRules): HttpResponse => {
  const list = html`<ul>${refusal.problems.map((each) => html`<li>${sentenceOf(each, language)}</li>`)}</ul>`;
  const body = html`<p>${refusal.detail[language]}</p>${refusal.problems.length > 0 && list}<p>${goBack[language]}</p>`;
  return htmlResponse(refusal.status, page({ language, title: refusal.title[language], company, body }));
};

const sentenceOf = ({ field, says }: FieldProblem, language: Language): string =>
  `${fieldLabels.get(field)?.[language] ?? field}: ${says[language]}`;

const goBack = {
  es: "Con el botón «Atrás» del navegador volverá al formulario, con lo que había escrito.",
  en: "Your browser's “Back” button takes you to the form again, with what you had written.",
};

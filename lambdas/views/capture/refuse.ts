import type { Bilingual, Language } from "../../contract/stages.ts";
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

/** What the page calls the fields that can be invalid. */
export const fieldLabels: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    email: { es: "Correo electrónico", en: "E-mail" },
    name: { es: "Nombre", en: "Name" },
    firstName: { es: "Nombre", en: "First name" },
    lastName: { es: "Apellidos", en: "Last name" },
    secondLastName: { es: "Segundo apellido", en: "Second last name" },
    company: { es: "Empresa", en: "Company" },
    jobTitle: { es: "Cargo", en: "Job title" },
    phone: { es: "Teléfono", en: "Phone" },
    phoneCountry: { es: "Prefijo del teléfono", en: "Phone prefix" },
    companySize: { es: "Tamaño de la empresa", en: "Company size" },
    industry: { es: "Sector", en: "Industry" },
    country: { es: "País", en: "Country" },
    region: { es: "Región o provincia", en: "Region" },
    message: { es: "Mensaje", en: "Message" },
    language: { es: "Idioma", en: "Language" },
    timeZone: { es: "Zona horaria", en: "Time zone" },
    interest: { es: "Interés", en: "Interest" },
    consent: { es: "Consentimiento", en: "Consent" },
    consentPurpose: { es: "Finalidad del consentimiento", en: "Consent purpose" },
    consentTextVersion: { es: "Versión del texto de consentimiento", en: "Consent text version" },
    consentAt: { es: "Fecha del consentimiento", en: "Date of the consent" },
    pageUrl: { es: "Dirección de la página", en: "Address of the page" },
    visitorId: { es: "Identificador del visitante", en: "Visitor ID" },
  }),
);

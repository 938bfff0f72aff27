import type { AgreementTerms, OwnField } from "../../contract/agreement.ts";
import type { MappingRule, Source, SourceKindId } from "../../contract/sources.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { ownField } from "../../domain/score/fact.ts";
import { quoted, sayLanguage, sayList } from "../../domain/text/say-names.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayField } from "./explain-test.ts";

/** As in each kind's own file, which a browser cannot carry: it checks signatures. A test compares the two. */
export const toolNames: Readonly<Record<SourceKindId, string>> = {
  typeform: "Typeform",
  tally: "Tally",
  jotform: "Jotform",
  "google-forms": "Google Forms",
  "google-ads": "Google Ads",
  "meta-lead-ads": "Meta Lead Ads",
  "linkedin-lead-gen": "LinkedIn Lead Gen Forms",
  hubspot: "HubSpot",
  webflow: "Webflow",
  "gravity-forms": "Gravity Forms",
  wpforms: "WPForms",
  elementor: "Elementor",
  "contact-form-7": "Contact Form 7",
  unbounce: "Unbounce",
  netlify: "Netlify Forms",
  formspree: "Formspree",
  mautic: "Mautic",
  calendly: "Calendly",
  segment: "Segment",
  flat: "Zapier, Make, n8n",
  html: "HTML",
  generic: "JSON",
};

const words = {
  es: {
    heading: "Las herramientas de formularios que nos envían leads",
    at: (tool: string, path: string) => `${tool}, a la dirección ${path}`,
    origin: (origin: string) => `en las cifras, su origen es ${origin}`,
    language: (language: string) => `si el formulario no dice en qué idioma, es ${language}`,
    interest: (interest: string) => `quien no dice qué quiere pide ${interest}`,
    consent: (box: string, yes: string, text: string) =>
      `da su consentimiento quien responde que sí a ${box}${yes}, junto al texto ${text}`,
    yes: (list: string) => ` (o bien ${list})`,
    noConsent: "sin casilla de consentimiento acordada",
    is: (answers: string) => `además de lo que se entiende por su nombre, ${answers}`,
    becomes: (answer: string, field: string) => `${answer} es ${field}`,
    position: (position: number) => `la respuesta n.º ${position}`,
  },
  en: {
    heading: "The form tools that send us leads",
    at: (tool: string, path: string) => `${tool}, to the address ${path}`,
    origin: (origin: string) => `in the figures its origin is ${origin}`,
    language: (language: string) => `a form that does not say its language is in ${language}`,
    interest: (interest: string) => `a sender who does not say what they want asks for ${interest}`,
    consent: (box: string, yes: string, text: string) =>
      `consent is given by a yes to ${box}${yes}, beside the text ${text}`,
    yes: (list: string) => ` (or ${list})`,
    noConsent: "no consent box is agreed",
    is: (answers: string) => `besides what is understood by its name, ${answers}`,
    becomes: (answer: string, field: string) => `${answer} is ${field}`,
    position: (position: number) => `answer no. ${position}`,
  },
} as const;

/** Each form tool that may send leads: its address, where its leads count, what its consent box means and what its answers are. */
export const explainSources = ({ sources = [], fields, familiarity }: AgreementTerms, language: Language): Section => ({
  heading: words[language].heading,
  lines: sources.map((source) =>
    entry(source.label[language], `${explained(source, { fields, familiarity }, language).join("; ")}.`),
  ),
});

type Named = Pick<AgreementTerms, "fields" | "familiarity">;

const explained = (source: Source, { fields, familiarity }: Named, language: Language): string[] => {
  const { id, kind, origin, language: spoken, interest, mapping = [], events = [] } = source;
  const say = words[language];
  const answers = [
    ...mapping.map((rule) => say.becomes(answerOf(rule, language), fieldOf(rule.to, fields, language))),
    ...events.map((event) => say.becomes(quoted(event.name, language), eventOf(event.kind, familiarity, language))),
  ];
  return [
    say.at(toolNames[kind], code(`/sources/${id}`)),
    say.origin(quoted(origin, language)),
    ...(spoken === undefined ? [] : [say.language(sayLanguage(spoken, language))]),
    ...(interest === undefined ? [] : [say.interest(quoted(interest, language))]),
    consentOf(source, language),
    ...(answers.length === 0 ? [] : [say.is(sayList(answers, language))]),
  ];
};

const consentOf = ({ consent }: Source, language: Language): string => {
  const say = words[language];
  if (consent === undefined) return say.noConsent;
  const { answer, yes = [], textVersion } = consent;
  const also = yes.map((word) => quoted(word, language));
  const orBy = also.length === 0 ? "" : say.yes(sayList(also, language, "or"));
  return say.consent(quoted(answer, language), orBy, quoted(textVersion, language));
};

const answerOf = (rule: MappingRule, language: Language): string => {
  if ("position" in rule) return words[language].position(rule.position);
  if ("label" in rule) return quoted(rule.label, language);
  return quoted("id" in rule ? rule.id : rule.pointer, language);
};

const others: Readonly<Record<string, Bilingual>> = {
  message: { es: "el mensaje", en: "the message" },
  email: { es: "el correo", en: "the e-mail address" },
};

const fieldOf = (to: string, own: readonly OwnField[] | undefined, language: Language): string => {
  const label = ownField(to, own)?.label[language];
  return sayField(to, language) ?? others[to]?.[language] ?? (label === undefined ? code(to) : quoted(label, language));
};

const eventOf = (kind: string, familiarity: Named["familiarity"], language: Language): string => {
  const event = familiarity.find((each) => each.kind === kind);
  return event === undefined ? code(kind) : quoted(event.label[language], language);
};

const code = (text: string): string => `\`${text}\``;

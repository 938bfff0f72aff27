import type { Bilingual } from "../../contract/stages.ts";
import type { PersonKept, ToldKind } from "../../domain/erasure/person-kept.ts";
import { type Reader, sayWhen } from "../../domain/text/when.ts";
import { html, type Markup } from "../page/html.ts";
import { page } from "../page/page.ts";

/** In the order in which somebody would ask. */
const headings: Readonly<Record<ToldKind, Bilingual>> = {
  lead: { es: "Quién eres para nosotros", en: "Who you are to us" },
  submission: { es: "Formularios que enviaste", en: "Forms that you sent" },
  pending: { es: "Lo que se hizo desde un formulario sin confirmar", en: "What was done from a form not confirmed" },
  keptAside: { es: "Formularios que apartamos", en: "Forms that we set aside" },
  engagement: { es: "Lo que hiciste en nuestras páginas y correos", en: "What you did on our pages and in our mails" },
  visitor: { es: "Tu navegador", en: "Your browser" },
  familiarity: { es: "Lo que eso suma", en: "What that adds up to" },
  score: { es: "Cómo te puntuamos", en: "How we scored you" },
  decision: { es: "Decisiones automáticas o nuestras", en: "Decisions, automatic or ours" },
  message: { es: "Correos", en: "Mails" },
  answer: { es: "Lo que respondió ventas", en: "What sales answered" },
  outcome: { es: "En qué quedó", en: "What came of it" },
  deal: { es: "Acuerdos", en: "Deals" },
  move: { es: "Cambios de estado", en: "Changes of state" },
  clock: { es: "Cuánto tardamos", en: "How long we took" },
  breach: { es: "Plazos que incumplimos", en: "Promises that we broke" },
  queued: { es: "Tu puesto en la cola", en: "Your place in the queue" },
  companyLead: { es: "Tu empresa", en: "Your company" },
  companyOwner: { es: "Quién atiende a tu empresa", en: "Who looks after your company" },
  meeting: { es: "Reuniones en que se habló de ti", en: "Meetings in which you were a topic" },
  meetingDecision: { es: "Decisiones que parecen nombrarte", en: "Decisions that seem to name you" },
  orphan: { es: "Cuando nadie se ocupaba de ti", en: "When nobody looked after you" },
  emailClaim: { es: "Tu dirección de correo", en: "Your e-mail address" },
  limit: { es: "Cuántas veces te pedimos confirmar", en: "How often we asked you to confirm" },
  suppression: { es: "No enviarte correos", en: "Not to send you mails" },
};

const fieldWords: Readonly<Record<string, Bilingual>> = {
  email: { es: "Correo", en: "E-mail" },
  name: { es: "Nombre", en: "Name" },
  company: { es: "Empresa", en: "Company" },
  jobTitle: { es: "Puesto", en: "Job title" },
  phone: { es: "Teléfono", en: "Telephone" },
  companySize: { es: "Tamaño de la empresa", en: "Company size" },
  industry: { es: "Sector", en: "Industry" },
  country: { es: "País", en: "Country" },
  region: { es: "Región", en: "Region" },
  interest: { es: "Interés", en: "Interest" },
  message: { es: "Mensaje", en: "Message" },
  language: { es: "Idioma", en: "Language" },
  contact: { es: "Datos de contacto", en: "Contact" },
  consents: { es: "Consentimientos", en: "Consents" },
  purpose: { es: "Para qué", en: "Purpose" },
  textVersion: { es: "Versión del texto", en: "Version of the text" },
  said: { es: "Con qué palabras", en: "In which words" },
  confirmedAt: { es: "Confirmado", en: "Confirmed" },
  withdrawnAt: { es: "Retirado", en: "Withdrawn" },
  at: { es: "Cuándo", en: "When" },
  createdAt: { es: "Desde", en: "Since" },
  stage: { es: "Estado", en: "State" },
  source: { es: "De dónde vino", en: "Where from" },
  page: { es: "Página", en: "Page" },
  pageUrl: { es: "Página", en: "Page" },
  kind: { es: "Qué", en: "What" },
  note: { es: "Nota", en: "Note" },
  text: { es: "Texto", en: "Text" },
  reason: { es: "Motivo", en: "Reason" },
  reasons: { es: "Motivos", en: "Reasons" },
  verdict: { es: "Resultado", en: "Verdict" },
  points: { es: "Puntos", en: "Points" },
  amount: { es: "Importe", en: "Amount" },
  ownerId: { es: "Persona que lo atiende", en: "Who looks after it" },
  week: { es: "Semana", en: "Week" },
  other: { es: "Además", en: "Also said" },
  expiresAt: { es: "Se borra solo (segundos desde 1970)", en: "Deleted by itself (seconds since 1970)" },
};

const words = {
  title: { es: "Lo que guardamos de ti", en: "What we keep of you" },
  intro: {
    es: "Esto es todo lo que guardamos de quien usa la dirección",
    en: "This is all that we keep of the person with the address",
  },
  rights: {
    es: "Puedes pedir que lo corrijamos o lo borremos, que dejemos de usarlo, o llevártelo en un archivo (JSON) a otro sitio.",
    en: "You may ask us to correct or erase it, to stop using it, or for a file (JSON) to take elsewhere.",
  },
  nothing: { es: "No guardamos nada.", en: "We keep nothing." },
} as const satisfies Record<string, Bilingual>;

/** All that is kept of a person, for the person. */
export const personPage = ({ email, kept }: PersonKept, company: string, reader: Reader): string => {
  const { language } = reader;
  const sections = Object.entries(headings).flatMap(([kind, heading]) => {
    const items = Object.entries(kept).find(([name]) => name === kind)?.[1] ?? [];
    return items.length === 0
      ? []
      : [
          html`<h2>${heading[language]} (${items.length})</h2>\n${items.map((item) => html`${told(item, reader)}<hr>`)}`,
        ];
  });
  return page({
    language,
    title: words.title[language],
    company,
    body: html`<p>${words.intro[language]} ${email}.</p>
<p>${words.rights[language]}</p>
${sections.length === 0 ? html`<p>${words.nothing[language]}</p>` : sections}`,
  });
};

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const told = (value: unknown, reader: Reader): Markup => {
  if (Array.isArray(value)) return html`<ul>${value.map((each) => html`<li>${told(each, reader)}</li>`)}</ul>`;
  if (typeof value !== "object" || value === null) return html`${plain(value, reader)}`;
  const fields = Object.entries(value);
  // A text of ours in both languages.
  const inLanguage = fields.length === 2 ? fields.find(([name]) => name === reader.language)?.[1] : undefined;
  if (typeof inLanguage === "string") return html`${inLanguage}`;
  return html`<dl>${fields.map(
    ([name, each]) => html`<dt>${fieldWords[name]?.[reader.language] ?? name}</dt><dd>${told(each, reader)}</dd>`,
  )}</dl>`;
};

const plain = (value: unknown, reader: Reader): string => {
  const text = String(value);
  return instant.test(text) ? sayWhen(text, reader) : text;
};

import type { Bilingual } from "../../contract/stages.ts";
import type { PersonKept, ToldKind } from "../../domain/erasure/person-kept.ts";
import { sourceLabel } from "../../domain/metrics/source-label.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { type Reader, sayWhen } from "../../domain/text/when.ts";
import { consentPurposeLabel } from "../page/consent-purpose.ts";
import { html, type Markup } from "../page/html.ts";
import { countryName } from "../page/lead-facts.ts";
import { page } from "../page/page.ts";

/** In the order in which somebody would ask. */
const headings: Readonly<Record<ToldKind, Bilingual>> = {
  lead: { es: "Quién es usted para nosotros", en: "Who you are to us" },
  submission: { es: "Formularios que envió", en: "Forms that you sent" },
  pending: { es: "Lo que se hizo desde un formulario sin confirmar", en: "What was done from a form not confirmed" },
  keptAside: { es: "Formularios que apartamos", en: "Forms that we set aside" },
  arrivalBody: { es: "Formularios tal como llegaron", en: "Forms as they arrived" },
  engagement: { es: "Lo que hizo en nuestras páginas y correos", en: "What you did on our pages and in our mails" },
  visitor: { es: "Su navegador", en: "Your browser" },
  familiarity: { es: "Lo que eso suma", en: "What that adds up to" },
  score: { es: "Cómo le puntuamos", en: "How we scored you" },
  decision: { es: "Decisiones automáticas o nuestras", en: "Decisions, automatic or ours" },
  message: { es: "Correos", en: "Mails" },
  answer: { es: "Lo que respondió ventas", en: "What sales answered" },
  outcome: { es: "En qué quedó", en: "What came of it" },
  deal: { es: "Acuerdos", en: "Deals" },
  move: { es: "Cambios de estado", en: "Changes of state" },
  clock: { es: "Cuánto tardamos", en: "How long we took" },
  breach: { es: "Plazos que incumplimos", en: "Promises that we broke" },
  queued: { es: "Su puesto en la cola", en: "Your place in the queue" },
  companyLead: { es: "Su empresa", en: "Your company" },
  companyOwner: { es: "Quién atiende a su empresa", en: "Who looks after your company" },
  meeting: { es: "Reuniones en las que se habló de usted", en: "Meetings in which you were a topic" },
  meetingDecision: { es: "Decisiones que parecen nombrarle", en: "Decisions that seem to name you" },
  orphan: { es: "Cuando nadie se ocupaba de usted", en: "When nobody looked after you" },
  emailClaim: { es: "Su dirección de correo", en: "Your e-mail address" },
  limit: { es: "Cuántas veces le pedimos confirmar", en: "How often we asked you to confirm" },
  suppression: { es: "No enviarle correos", en: "Not to send you mails" },
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
  own: { es: "Lo que solo pregunta nuestro formulario", en: "What only our form asks" },
  language: { es: "Idioma", en: "Language" },
  contact: { es: "Datos de contacto", en: "Contact" },
  consents: { es: "Lo que aceptó", en: "What you agreed to" },
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
  madeAt: { es: "Preparada", en: "Made" },
  notedBy: { es: "Anotado por", en: "Noted by" },
  notedAt: { es: "Anotado", en: "Noted" },
  why: { es: "Por qué", en: "Why" },
  other: { es: "Además", en: "Also said" },
  declined: { es: "Veces que un formulario dijo que no", en: "Times that a form said no" },
  declinedAt: { es: "No se le envían contenidos desde", en: "No content is sent since" },
  unsubscribedAt: { es: "Dado de baja", en: "Unsubscribed" },
  liftedAt: { es: "Dejó de valer", en: "Lifted" },
  saidAt: { es: "Hora que indicó el formulario", en: "Time that the form gave" },
  facts: { es: "Quién dijo cada dato", en: "Who said each value" },
  claims: { es: "Lo que otros formularios dijeron de usted", en: "What other forms said of you" },
  field: { es: "Dato", en: "Field" },
  value: { es: "Valor", en: "Value" },
  from: { es: "De", en: "From" },
  to: { es: "A", en: "To" },
  by: { es: "Por quién", en: "By" },
  because: { es: "Por qué", en: "Because" },
  since: { es: "Desde", en: "Since" },
  stageSince: { es: "En este estado desde", en: "In this state since" },
  nextDueAt: { es: "Lo próximo", en: "Next" },
  step: { es: "Contenido", en: "Content" },
  status: { es: "Estado", en: "Status" },
  sentAt: { es: "Enviado", en: "Sent" },
  subject: { es: "Sobre qué", en: "About" },
  persona: { es: "Tipo de cliente", en: "Type of customer" },
  grade: { es: "Calificación", en: "Grade" },
  scores: { es: "Puntuaciones", en: "Scores" },
  fit: { es: "Encaje", en: "Fit" },
  familiarity: { es: "Familiaridad", en: "Familiarity" },
  lines: { es: "Detalle", en: "Lines" },
  sentence: { es: "Detalle", en: "Line" },
  followUp: { es: "Atención", en: "Follow-up" },
  assignedAt: { es: "Asignado", en: "Assigned" },
  dueAt: { es: "Plazo", en: "Due" },
  closedAt: { es: "Atendido", en: "Closed" },
  inTime: { es: "En plazo", en: "In time" },
  answered: { es: "Respondido", en: "Answered" },
  timeZone: { es: "Zona horaria", en: "Time zone" },
  utm: { es: "Campaña", en: "Campaign" },
  exportAsked: { es: "Acceso a los datos pedido", en: "Access to the data requested" },
  expiresAt: { es: "Se borra solo (segundos desde 1970)", en: "Deleted by itself (seconds since 1970)" },
};

const words = {
  title: { es: "Lo que guardamos de usted", en: "What we keep of you" },
  intro: {
    es: "Esto es todo lo que guardamos de quien usa la dirección",
    en: "This is all that we keep of the person with the address",
  },
  rights: {
    es: "Puede pedirnos que lo corrijamos o lo borremos, o que dejemos de usarlo.",
    en: "You may ask us to correct or erase it, or to stop using it.",
  },
  file: { es: "Descargar todo en un archivo (JSON)", en: "Download all of it as a file (JSON)" },
  fileName: { es: "mis-datos.json", en: "my-data.json" },
  fileWhat: {
    es: "para llevárselo a otro sitio. Tiene también lo que aquí no se muestra: identificadores y sumas internas.",
    en: "to take elsewhere. It also has what is not shown here: identifiers and internal sums.",
  },
  nothing: { es: "No guardamos nada.", en: "We keep nothing." },
} as const satisfies Record<string, Bilingual>;

/** All that is kept of a person, for the person, with the whole of it as a file. */
export const personPage = ({ email, kept }: PersonKept, company: string, reader: Reader, json: string): string => {
  const { language } = reader;
  const file = `data:application/json;charset=utf-8;base64,${Buffer.from(json).toString("base64")}`;
  const sections = Object.entries(headings).flatMap(([kind, heading]) => {
    const all = Object.entries(kept).find(([name]) => name === kind)?.[1] ?? [];
    const items = all.map(forPeople).filter((item) => Object.keys(Object(item)).length > 0);
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
<p><a href="${file}" download="${words.fileName[language]}">${words.file[language]}</a>, ${words.fileWhat[language]}</p>
${sections.length === 0 ? html`<p>${words.nothing[language]}</p>` : sections}`,
  });
};

/** Identifiers, counters and sums of ours, and what says the same as the heading: in the file only. */
const onlyInFile = new Set(
  (
    "leadId version cycle correlationId engagementId submissionId agreementVersion providerId attempt woken settlesAt " +
    "claimedAt sendingAt sums formHash firstForm bodyHash visitorId id form turn rung stepsDone snoozes extensions asked " +
    "limitTold terms of asks matched languageChosen cut reps rank erasureId decisionId criterion halfLife looksAt"
  ).split(" "),
);

const forPeople = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(forPeople).filter(saysSomething);
  if (typeof value !== "object" || value === null) return value;
  const shown = Object.entries(value).map(([name, each]) => [name, onlyInFile.has(name) ? undefined : forPeople(each)]);
  return Object.fromEntries(shown.filter(([, each]) => saysSomething(each)));
};

const saysSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && (typeof value !== "object" || Object.keys(value).length > 0);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Each field a line; what is nested is told in its line, so that it can be read on a phone. */
const told = (item: unknown, reader: Reader): Markup => {
  const fields = Object.entries(Object(item)).flatMap(([name, value]): [string, unknown][] =>
    isPlainObject(value) ? spread(value) : [[name, value]],
  );
  return html`<dl>${fields.map(
    ([name, value]) =>
      html`<dt>${labelOf(name, reader)}</dt><dd>${
        Array.isArray(value) && value.length > 1
          ? html`<ul>${value.map((each) => html`<li>${inLine(each, reader, name)}</li>`)}</ul>`
          : inLine(value, reader, name)
      }</dd>`,
  )}</dl>`;
};

const labelOf = (name: string, { language }: Reader): string => fieldWords[name]?.[language] ?? name;

const isPlainObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A group of fields, such as the contact, is told field by field; a text of ours in both languages is one. */
const spread = (value: object): [string, unknown][] => (isBilingual(value) ? [["text", value]] : Object.entries(value));

const isBilingual = (value: object): value is Bilingual =>
  "es" in value && "en" in value && Object.keys(value).length === 2;

const inLine = (value: unknown, reader: Reader, name: string): string => {
  if (Array.isArray(value)) return value.map((each) => inLine(each, reader, name)).join(", ");
  if (!isPlainObject(value)) return plain(value, reader, name);
  if (isBilingual(value)) return value[reader.language];
  return Object.entries(value)
    .map(([field, each]) => `${labelOf(field, reader)}: ${inLine(each, reader, field)}`)
    .join(" · ");
};

const plain = (value: unknown, reader: Reader, name: string): string => {
  const text = String(value);
  if (instant.test(text)) return sayWhen(text, reader);
  return valueWords.get(name)?.(text)[reader.language] ?? text;
};

/** What is kept as a code is read as a word. */
const valueWords: ReadonlyMap<string, (text: string) => Bilingual> = new Map(
  Object.entries({
    country: (code: string) => inBoth((language) => countryName(code, language)),
    language: (code: string) => (code === "es" || code === "en" ? languages[code] : { es: code, en: code }),
    purpose: (purpose: string) => consentPurposeLabel(purpose),
    source: (source: string) => sourceLabel(source),
  }),
);

const languages = {
  es: { es: "español", en: "Spanish" },
  en: { es: "inglés", en: "English" },
} as const;

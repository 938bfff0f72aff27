import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { PersonKept, ToldKind } from "../../domain/erasure/person-kept.ts";
import { ownField } from "../../domain/score/fact.ts";
import type { Reader } from "../../domain/text/when.ts";
import { html, type Markup } from "../page/html.ts";
import { page } from "../page/page.ts";
import { fieldWords } from "./person-words.ts";
import { type Place, saidValue } from "./said-value.ts";

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
  meetingChange: {
    es: "Lo que dijimos de un cambio y parece nombrarle",
    en: "What we said of a change and seems to name you",
  },
  orphan: { es: "Cuando nadie se ocupaba de usted", en: "When nobody looked after you" },
  emailClaim: { es: "Su dirección de correo", en: "Your e-mail address" },
  limit: { es: "Cuántas veces le pedimos confirmar", en: "How often we asked you to confirm" },
  suppression: { es: "No enviarle correos", en: "Not to send you mails" },
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
export const personPage = ({ email, kept }: PersonKept, agreement: Agreement, reader: Reader, json: string): string => {
  const { language } = reader;
  const file = `data:application/json;charset=utf-8;base64,${Buffer.from(json).toString("base64")}`;
  const saying = { reader, agreement };
  const sections = Object.entries(headings).flatMap(([kind, heading]) => {
    const all = Object.entries(kept).find(([name]) => name === kind)?.[1] ?? [];
    const items = all.map((item) => told(item, saying)).filter((lines) => lines.length > 0);
    return items.length === 0
      ? []
      : [html`<h2>${heading[language]} (${items.length})</h2>\n${items.map((lines) => html`<dl>${lines}</dl><hr>`)}`];
  });
  return page({
    language,
    title: words.title[language],
    company: agreement.terms.company.name,
    body: html`<p>${words.intro[language]} ${email}.</p>
<p>${words.rights[language]}</p>
<p><a href="${file}" download="${words.fileName[language]}">${words.file[language]}</a>, ${words.fileWhat[language]}</p>
${sections.length === 0 ? html`<p>${words.nothing[language]}</p>` : sections}`,
  });
};

interface Saying {
  readonly reader: Reader;
  readonly agreement: Agreement;
}

/** Each field a line; what is nested is told in its line, so that it can be read on a phone. */
const told = (item: Readonly<Record<string, unknown>>, saying: Saying): Markup[] => {
  const fields = Object.entries(item).flatMap(([name, value]) =>
    isGroup(name, value) ? entriesOf(value, name) : entriesOf({ [name]: value }, "", item),
  );
  return fields.flatMap(({ value, place }) => {
    const label = labelOf(place, saying);
    const values = (Array.isArray(value) ? value : [value]).map((each) => inLine(each, place, saying)).filter(isSaid);
    if (label === undefined || values.length === 0) return [];
    const [first, ...others] = values;
    return [
      html`<dt>${label}</dt><dd>${others.length === 0 ? first : html`<ul>${values.map((each) => html`<li>${each}</li>`)}</ul>`}</dd>`,
    ];
  });
};

/** A group of fields, such as the contact, is told field by field; a text of ours in both languages is one. */
const isGroup = (name: string, value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !isBilingual(value) && fieldWords[name] !== undefined;

interface Within extends Place {
  /** The group that the field is in: the fields of some are the agreement's own. */
  readonly group: string;
}

const entriesOf = (group: Readonly<Record<string, unknown>>, name: string, beside = group) =>
  Object.entries(group).map(([each, value]): { value: unknown; place: Within } => ({
    value,
    place: { name: each, group: name, beside },
  }));

/** `undefined` of what is in the file only. */
const labelOf = ({ name, group }: Within, { reader: { language }, agreement }: Saying): string | undefined =>
  fieldWords[name]?.[language] ??
  (byField.has(group) ? (ownField(name, agreement.terms.fields)?.label[language] ?? name) : undefined);

/** Groups whose fields may be the agreement's own. */
const byField = new Set(["own", "facts"]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isBilingual = (value: object): value is Bilingual =>
  "es" in value && "en" in value && Object.keys(value).length === 2;

const isSaid = (text: string): boolean => text !== "";

const inLine = (value: unknown, place: Within, saying: Saying): string => {
  if (value === undefined || value === null || value === "") return "";
  if (Array.isArray(value))
    return value
      .map((each) => inLine(each, place, saying))
      .filter(isSaid)
      .join(", ");
  if (!isObject(value)) return saidValue(value, place, saying.reader, saying.agreement);
  if (isBilingual(value)) return value[saying.reader.language];
  // Who said a value of a field: it is said as that field's.
  const beside = place.group === "facts" ? { ...value, field: place.name } : value;
  return entriesOf(value, place.name, beside)
    .flatMap(({ value: each, place: at }) => {
      const label = labelOf(at, saying);
      const text = label === undefined ? "" : inLine(each, at, saying);
      return text === "" ? [] : [`${label}: ${text}`];
    })
    .join(" · ");
};

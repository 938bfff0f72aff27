import { whenNeeded } from "../../contract/start-light.ts";
import { normalForm } from "../text/normal-form.ts";
import { fieldCalled, type KnownField, spellings } from "./field-names.ts";
import { type TextField, textFields } from "./parse-texts.ts";

/*
 * Form tools send the label that people read in the place of a name: `Correo electrónico (obligatorio)`, `1. Nombre`, `¿En qué
 * país está su empresa?`. A label is a field's when nothing but its name is left once the small words are taken away. Whether
 * somebody consents is never guessed from a label.
 */

/** Characters of a label that asks for one thing. */
const longest = 120;

/** Which of our fields a label asks for; `undefined` when it is not sure. */
export const fieldLabelled = (label: string): KnownField | undefined => {
  if (label.length > longest || !/[\s(*:?/|.]/.test(label)) return undefined;
  const plain = label.replace(/<[^<>]*>/g, " ").replace(numbering, "");
  const bare = plain.replace(inBrackets, " ").trim();
  const beside = [...plain.matchAll(inBrackets)].map(([, text = ""]) => text);
  if (bare === "") return undefined;
  const field = safe(fieldCalled(bare)) ?? bySmallWords(bare) ?? ofBothLanguages(bare);
  return field !== undefined && beside.every((text) => saysNoOther(text, field)) ? field : undefined;
};

const inBrackets = /\(([^()]*)\)/g;

/** `Nombre (empresa)` is not the person's name; `(obligatorio)` and `(no lo compartiremos con nadie)` are remarks. */
const saysNoOther = (text: string, field: KnownField): boolean => {
  const words = wordsOf(text);
  const own = safe(fieldCalled(text)) ?? bySmallWords(text);
  return (
    own === field ||
    words.length >= fewestOfRemark ||
    words.every((word) => small.has(word) || ofKind.has(word) || /^\d+$/.test(word))
  );
};

const fewestOfRemark = 4;
const ofKind = new Set(
  `trabajo laboral profesional corporativo corporativa personal movil fijo mobile landline work business professional corporate given first max
  maximo maximum caracteres characters`.split(/\s+/),
);

const numbering = /^\s*(?:(?:pregunta|question|campo|field|paso|step|p|q)\s*)?\d{1,2}\s*[.):–-]+\s*/i;

/** `Empresa / Company`: both sides mean the same. */
const ofBothLanguages = (label: string): KnownField | undefined => {
  const sides = label.split(/\s*[/|·]\s*|\s+-\s+/).filter((side) => side !== "");
  if (sides.length !== 2) return undefined;
  const [one, other] = sides.map((side) => safe(fieldCalled(side)) ?? bySmallWords(side));
  if (one === other) return one;
  // `Nombre / Name`: a first name in one language and perhaps the whole in the other.
  return [one, other].every((side) => side === "name" || side === "firstName") ? "name" : undefined;
};

/** What is asked for by words alone: consents and a form's own controls are not. */
const safe = (field: KnownField | undefined): KnownField | undefined =>
  field !== undefined && isAsked(field) ? field : undefined;

const notAsked: ReadonlySet<string> = new Set(["consentPurpose", "consentTextVersion", "consentAt", "visitorId"]);

const isAsked = (field: KnownField): field is TextField =>
  textFields.some((each) => each === field) && !notAsked.has(field) && !field.startsWith("utm");

const bySmallWords = (label: string): KnownField | undefined => {
  const words = wordsOf(label);
  const question = questions.get(words.join(" "));
  if (question !== undefined) return question;
  // A question to be answered by yes or no asks for no value.
  if (words[0] === undefined || yesOrNo.has(words[0])) return undefined;
  return byWords().get(keyOf(words));
};

const wordsOf = (text: string): string[] =>
  normalForm(text, "NFKD", longest * 2)
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/\be[\s-]mail\b/g, "email")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whole questions of small words alone. */
const questions: ReadonlyMap<string, KnownField> = new Map([
  ["como te llamas", "name"],
  ["como se llama", "name"],
  ["donde trabajas", "company"],
  ["donde trabaja", "company"],
  ["where do you work", "company"],
  ["who do you work for", "company"],
]);

/** Without the small words, in any order. */
const keyOf = (words: readonly string[]): string =>
  words
    .filter((word) => !small.has(word))
    .sort()
    .join(" ");

const yesOrNo = new Set(
  `do does did is are was have has had can could will would should may shall acepto acepta aceptas quiero quiere quieres desea
  deseas deseo puede puedes podemos tiene tienes esta estas es eres`.split(/\s+/),
);

const small = new Set(
  `el la los las lo un una unos unas de del al a en por para con su sus tu tus mi mis te se le nos me que cual cuales como
  cuanto cuantos cuanta cuantas donde quien es son esta estas estan estais llama llamas tiene tienes hay trabaja trabajas
  trabajan ocupa ocupas desempena desempenas indica indique indiquenos indicanos introduce introduzca escribe escriba dinos
  diganos favor completa complete rellena rellene selecciona seleccione elige elija facilita facilite actual principal
  usted vosotros ustedes obligatorio obligatoria requerido requerida opcional campo
  the an of your our my in at for to on by and what which who where how many is are s do does did you we have has work
  based located please enter type provide tell us give select choose current main required optional mandatory field call
  best reach`.split(/\s+/),
);

/** Words of a whole question that a name of a field has not. */
const asked: Partial<Record<TextField, string>> = {
  company: "nombre comercial",
  companySize:
    "empleados empresa|employees company|personas empresa|people company|trabajadores empresa|people organization",
  country: "pais empresa|country company|pais residencia|country residence|pais de origen",
  region: "provincia empresa|region empresa|state company",
  industry: "sector empresa|sector actividad empresa|industry company|actividad empresa",
  jobTitle: "cargo empresa|puesto empresa|rol empresa|role company|position company|job title company|job role company",
  phone:
    "telefono empresa|phone company|telf contacto|tfno contacto|tlf contacto|telefono whatsapp|movil whatsapp|telefono movil contacto|numero movil|mobile number|numero telefono movil",
  email:
    "correo empresa|correo electronico empresa|correo electronico profesional|correo electronico corporativo|email trabajo|company email address|work email address|business email address|correo electronico contacto|correo electronico trabajo",
};

const byWords = whenNeeded((): ReadonlyMap<string, KnownField> => {
  const found = new Map<string, KnownField | undefined>();
  for (const field of textFields.filter(isAsked)) {
    const names = [...spellings[field].split(/\s+/), ...(asked[field]?.split("|") ?? [])];
    for (const key of new Set(names.map((name) => keyOf(wordsOf(name)))))
      found.set(key, found.has(key) ? undefined : field);
  }
  // `nombre` alone is a first name, whatever small words stand around it.
  found.set("nombre", "firstName");
  found.delete("");
  return new Map([...found].flatMap(([key, field]) => (field === undefined ? [] : [[key, field]])));
});

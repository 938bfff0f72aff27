import type { Agreement } from "../../contract/agreement.ts";
import type { Walk, WalkedAnswer, WalkedThing } from "../../contract/board-sources.ts";
import type { MappingRule, Source } from "../../contract/sources.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { anyText } from "../../domain/capture/sent.ts";
import { isFactField } from "../../domain/lead/claims.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { ownField } from "../../domain/score/fact.ts";
import type { ConsentTried, KeptValue, TriedAnswer } from "../../domain/source/try-form.ts";
import type { Tried, TriedThing } from "../../domain/source/try-request.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import { plural } from "../../domain/text/plural.ts";
import { quoted } from "../../domain/text/say-names.ts";
import { saySign } from "../board/kept-aside.ts";
import { labelledValue } from "../page/lead-facts.ts";
import { labelOfField } from "./field-labels.ts";
import { sayUnread } from "./unread-words.ts";

/** What would become of a request, as people read it. */
export const sayWalk = (tried: Tried, source: Source, agreement: Agreement): Walk =>
  tried.ok
    ? { things: tried.things.map((thing) => sayThing(thing, source, agreement)) }
    : { unread: sayUnread(tried.because), things: [] };

const nothing = { answers: [], notes: [], unused: [], never: [] } as const;

const sayThing = (thing: TriedThing, source: Source, agreement: Agreement): WalkedThing => {
  switch (thing.what) {
    case "nothing":
      return { ...nothing, becomes: "nothing", says: says[thing.because] };
    case "unread":
      return { ...nothing, becomes: "refused", says: sayUnread(thing.because) };
    case "lead-id":
      return { ...nothing, becomes: "fetched", says: says.fetched };
    case "engagement":
      return { ...nothing, becomes: "engagement", says: sayEngagement(thing.did.kind, thing.counts, agreement) };
    case "form":
      return sayForm(thing, source, agreement);
  }
};

const says = {
  ping: {
    es: "Es una prueba de la herramienta, sin lead: la conexión funciona.",
    en: "It is a test of the tool's, without a lead: the connection works.",
  },
  "other-event": {
    es: "Es un aviso de la herramienta que no trae ningún lead: no se hace nada con él.",
    en: "It is a notice of the tool's that brings no lead: nothing is done with it.",
  },
  fetched: {
    es: "La herramienta solo envía un identificador: el lead se pediría con el token, algo que una prueba no hace.",
    en: "The tool sends an ID only: the lead would be fetched with the token, which a dry run does not do.",
  },
  test: {
    es: "La herramienta dice que es una prueba: se lee y no crea ningún lead.",
    en: "The tool says that it is a test: it is read, and no lead follows.",
  },
  refused: {
    es: "No podría ser un lead: falta una dirección de correo válida.",
    en: "It could not be a lead: there is no valid e-mail address in it.",
  },
} as const satisfies Record<string, Bilingual>;

const sayEngagement = (kind: string, counts: boolean, { terms }: Agreement): Bilingual => {
  const label = terms.familiarity.find((event) => event.kind === kind)?.label ?? { es: kind, en: kind };
  return counts
    ? { es: `Contaría como ${quoted(label.es, "es")}.`, en: `It would count as ${quoted(label.en, "en")}.` }
    : {
        es: `Es una interacción que el acuerdo no puntúa: ${quoted(kind, "es")}. Indica en «events» cuál es.`,
        en: `It is an engagement that the agreement does not score: ${quoted(kind, "en")}. Say under “events” which one it is.`,
      };
};

type TriedFormThing = Extract<TriedThing, { what: "form" }>;

const sayForm = (form: TriedFormThing, source: Source, agreement: Agreement): WalkedThing => {
  const { submission, isTest } = form;
  const becomes = submission === undefined ? "refused" : isTest ? "test" : "lead";
  return {
    becomes,
    says:
      submission !== undefined && becomes === "lead"
        ? { es: `Sería un lead: ${submission.email}.`, en: `It would be a lead: ${submission.email}.` }
        : says[becomes === "refused" ? "refused" : "test"],
    answers: form.answers.map((answer) => sayAnswer(answer, source, form, agreement)),
    notes: [
      ...(form.lacksConsentBox ? [sayLacking(source)] : []),
      ...(form.consent === "not-asked" && form.lacksConsentBox ? [] : [consents[form.consent]]),
      ...(form.aside.length > 0 ? [saySetAside(form.aside)] : []),
      ...(form.leftOut > 0 ? [sayLeftOut(form.leftOut)] : []),
    ],
    unused: form.unused.map(ruleAsYaml),
    never: form.never.map(({ persona, criteria }) => ({
      persona: persona.name,
      criteria: criteria.map(({ label }) => label),
    })),
  };
};

const consents: Record<ConsentTried, Bilingual> = {
  given: { es: "Consentimiento: sí.", en: "Consent: given." },
  refused: { es: "Consentimiento: no.", en: "Consent: refused." },
  "not-understood": {
    es: "Consentimiento: la respuesta no se entiende como un sí ni como un no, y no cuenta. Si es un sí, añade esas palabras en «consent.yes».",
    en: "Consent: the answer is understood neither as a yes nor as a no, and does not count. If it is a yes, add its words under “consent.yes”.",
  },
  "nothing-said": { es: "Consentimiento: sin respuesta.", en: "Consent: not answered." },
  "not-asked": {
    es: "Consentimiento: ninguna respuesta lo es, así que estos leads no reciben contenidos.",
    en: "Consent: no answer is one, so these leads get no content.",
  },
};

const sayLacking = ({ consent }: Source): Bilingual => {
  const answer = consent?.answer ?? "";
  return {
    es: `La casilla de consentimiento del acuerdo, ${quoted(answer, "es")}, no está en este envío.`,
    en: `The consent box of the agreement, ${quoted(answer, "en")}, is not in this request.`,
  };
};

const sayLeftOut = (count: number): Bilingual => ({
  es: plural(count, "es", { one: "Y # respuesta más.", other: "Y # respuestas más." }),
  en: plural(count, "en", { one: "And # more answer.", other: "And # more answers." }),
});

const saySetAside = (signs: readonly string[]): Bilingual => {
  const { es, en } = inBoth((language) => signs.map((sign) => saySign(sign)[language]).join("; "));
  return {
    es: `Se apartaría para que alguien lo decida: ${es}.`,
    en: `It would be kept aside for a colleague: ${en}.`,
  };
};

/** Characters of what was answered. */
const mostSaid = 120;

const sayAnswer = (
  { position, answer, by, field, kept, isBeside, suggestion }: TriedAnswer,
  source: Source,
  form: TriedFormThing,
  agreement: Agreement,
): WalkedAnswer => {
  const own = agreement.terms.fields;
  const { id, label, value } = answer;
  return {
    position,
    name: oneLine(label ?? id ?? String(position), mostSaid),
    ...(label !== undefined && id !== undefined && { id: oneLine(id, mostSaid) }),
    said: oneLine(Array.isArray(value) ? value.map(anyText).join(", ") : anyText(value), mostSaid),
    ...(field !== undefined && { to: labelOfField(field, own) }),
    by,
    ...(kept.length > 0 && {
      kept: inBoth((language) => kept.map((each) => sayKept(each, form, agreement, language)).join("; ")),
    }),
    isBeside,
    ...(suggestion !== undefined && {
      suggestion: {
        to: labelOfField(suggestion.field, own),
        rule: suggestion.field === "consent" ? consentAsYaml(answer, source) : ruleAsYaml(suggestion.rule),
      },
    }),
  };
};

const sayKept = (
  { field, value }: KeptValue,
  { submission }: TriedFormThing,
  agreement: Agreement,
  language: "es" | "en",
): string => {
  if (!isFactField(field) && ownField(field, agreement.terms.fields) === undefined) return anyText(value);
  const read = submission && readAs(submission.contact, field, value);
  return labelledValue(field, value, language, agreement, read).shown;
};

/** As a line of the agreement: `- { id: "5", to: company }`. JSON's texts are YAML's, too. */
const ruleAsYaml = (rule: MappingRule): string =>
  `- { ${Object.entries(rule)
    .map(([key, value]) => `${key}: ${key === "to" ? String(value) : JSON.stringify(value)}`)
    .join(", ")} }`;

/** The box of consent has a place of its own in the agreement. Which words are a yes, nobody but its authors can say. */
const consentAsYaml = ({ id, label }: TriedAnswer["answer"], { consent }: Source): string =>
  `consent: { answer: ${JSON.stringify(id ?? label ?? "")}, textVersion: ${JSON.stringify(consent?.textVersion ?? "v1")} }`;

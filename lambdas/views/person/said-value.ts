import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { isMailPurpose, mailKinds } from "../../contract/mail.ts";
import { type Bilingual, StageSchema } from "../../contract/stages.ts";
import { ReadAsSchema, readAs } from "../../domain/lead/read-as.ts";
import { mediumLabel, sourceLabel } from "../../domain/metrics/source-label.ts";
import { moneyOf } from "../../domain/money/money.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayMoney } from "../../domain/text/say-money.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { type Reader, sayDay, sayWhen } from "../../domain/text/when.ts";
import { labelOfAside } from "../board/aside-labels.ts";
import { saySign } from "../board/kept-aside.ts";
import { consentPurposeLabel } from "../page/consent-purpose.ts";
import { labelledValue } from "../page/lead-facts.ts";
import { sayBecause } from "../story/why.ts";

/** Where a value stands: the name of its field, and the fields beside it. */
export interface Place {
  readonly name: string;
  readonly beside: Readonly<Record<string, unknown>>;
}

/** A kept value as the person reads it: what is kept as a code, by the words of the agreement or by ours. */
export const saidValue = (value: unknown, place: Place, reader: Reader, agreement: Agreement): string => {
  const { language } = reader;
  // A line of a score: its sentence says it.
  if (place.name === "value" && "sentence" in place.beside) return "";
  if (typeof value === "boolean") return yesNo[value ? "yes" : "no"][language];
  if (place.name === "expiresAt" && typeof value === "number")
    return sayDay(new Date(value * 1000).toISOString(), reader);
  const text = String(value);
  if (instant.test(text)) return sayWhen(text, reader);
  const said = ofField(text, value, place, reader, agreement) ?? codes[place.name]?.(text, place.beside, agreement);
  if (said !== undefined) return typeof said === "string" ? said : said[language];
  return typeof value === "number" ? sayNumber(value, language, 1) : text;
};

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const yesNo = { yes: { es: "sí", en: "yes" }, no: { es: "no", en: "no" } } as const;

/** Fields of the lead, here or in a list of claims, as the lead's page and the mails show them. */
const ofField = (text: string, value: unknown, { name, beside }: Place, { language }: Reader, agreement: Agreement) => {
  if (name === "field") return labelledValue(text, "", language, agreement).label;
  const field = name === "value" && typeof beside.field === "string" ? beside.field : name;
  if (field !== name || shownFields.has(field) || agreement.terms.fields?.some(({ id }) => id === field))
    return labelledValue(
      field,
      typeof value === "number" ? value : text,
      language,
      agreement,
      readAs(rangesIn(beside), field, value),
    ).shown;
  return undefined;
};

/** What a size was read as stands beside it. */
const rangesIn = ({ readAs: all }: Place["beside"]) => ({ readAs: z.safeParse(ReadAsListSchema, all).data });
const ReadAsListSchema = z.array(ReadAsSchema);

const shownFields = new Set(["companySize", "industry", "country", "interest", "language"]);

type Say = (text: string, beside: Place["beside"], agreement: Agreement) => Bilingual | string | undefined;

const person: Say = (id, _, agreement) => nameOfPerson(id, agreement);
const stageOrPerson: Say = (text, _, agreement) => {
  const stage = StageSchema.safeParse(text);
  return stage.success ? agreement.terms.stages[stage.data].label : (saidBy[text] ?? nameOfPerson(text, agreement));
};
const engagement = (kind: string, { terms }: Agreement): Bilingual | undefined =>
  terms.familiarity.find((each) => each.kind === kind)?.label;
const contentOf = (id: string, { terms }: Agreement): Bilingual | undefined =>
  terms.nurture.content.find((each) => each.id === id)?.title;

/** Who said a value. */
const saidBy: Readonly<Record<string, Bilingual>> = {
  form: { es: "un formulario", en: "a form" },
  link: { es: "un enlace que le enviamos", en: "a link that we mailed to you" },
  colleague: { es: "alguien de nuestro equipo", en: "somebody on our team" },
  crm: { es: "otro sistema nuestro", en: "another system of ours" },
};

const hows: Readonly<Record<string, Bilingual>> = {
  phone: { es: "por teléfono", en: "by phone" },
  "in-person": { es: "en persona", en: "in person" },
  other: { es: "de otra forma", en: "in another way" },
  called: { es: "con una llamada", en: "by a call" },
  meeting: { es: "con una reunión", en: "by a meeting" },
};

const answers: Readonly<Record<string, Bilingual>> = {
  accepted: { es: "se aceptó", en: "accepted" },
  rejected: { es: "se rechazó", en: "rejected" },
  "passed-on": { es: "se pasó a otra persona", en: "passed on to somebody else" },
  snoozed: { es: "se aplazó", en: "postponed" },
  "more-time": { es: "se pidió más tiempo", en: "more time was asked for" },
  recycled: { es: "volvió a marketing", en: "returned to marketing" },
};

const statuses: Readonly<Record<string, Bilingual>> = {
  claimed: { es: "se está enviando", en: "being sent" },
  sending: { es: "enviado, sin confirmar", en: "sent, not confirmed" },
  sent: { es: "enviado", en: "sent" },
  undeliverable: { es: "rechazado por el servicio de correo", en: "refused by the mail service" },
  unknown: { es: "no se sabe si se envió", en: "not known whether it was sent" },
  "not-sent": { es: "no se envió", en: "not sent" },
};

const verdicts: Readonly<Record<string, Bilingual>> = {
  qualified: { es: "cualificado", en: "qualified" },
  "not-yet": { es: "todavía no", en: "not yet" },
  disqualified: { es: "descartado", en: "disqualified" },
};

const causes: Readonly<Record<string, Bilingual>> = {
  bounced: { es: "los correos se devolvieron", en: "e-mails came back" },
  complained: { es: "un correo se marcó como no deseado", en: "an e-mail was marked as spam" },
  unsubscribed: { es: "se dio de baja", en: "unsubscribed" },
  declined: { es: "un formulario dijo que no", en: "a form said no" },
};

const mailTo = {
  lead: { es: "un correo para usted", en: "an e-mail to you" },
  colleague: { es: "un correo a nuestro equipo sobre usted", en: "an e-mail to our team about you" },
} as const;

const asides = new Map<string, Bilingual>(Object.entries(labelOfAside));

const idOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const cause: Say = (text, { ownerId, formerOwnerId }, agreement) =>
  causes[text] ?? sayBecause({ because: text, ownerId: idOf(ownerId), formerOwnerId: idOf(formerOwnerId) }, agreement);

const codes: Readonly<Record<string, Say>> = {
  stage: stageOrPerson,
  from: stageOrPerson,
  to: stageOrPerson,
  ownerId: person,
  formerOwnerId: person,
  earlier: person,
  by: person,
  wantedBy: person,
  notedBy: person,
  dismissedBy: person,
  source: (text, _, { terms }) => sourceLabel(text, terms.sources),
  origin: (text, _, { terms }) => sourceLabel(text, terms.sources),
  sourceId: (text, _, { terms }) => terms.sources?.find(({ id }) => id === text)?.label,
  medium: mediumLabel,
  way: (text) => sourceLabel(text),
  persona: (text, _, { terms }) => terms.personas.find(({ id }) => id === text)?.name,
  segment: (text, _, { terms }) => terms.segments.find(({ id }) => id === text)?.label,
  programme: (text, _, { terms }) => terms.nurture.programmes.find(({ id }) => id === text)?.label,
  lane: () => ({ es: "vía rápida", en: "fast lane" }),
  owners: person,
  kind: (text, _, agreement) =>
    engagement(text, agreement) ??
    asides.get(text) ??
    answers[text] ??
    (StageSchema.safeParse(text).success ? stageOrPerson(text, {}, agreement) : undefined),
  kinds: (text, _, agreement) => engagement(text, agreement),
  subject: (text, _, agreement) => contentOf(text, agreement),
  // Which mail it was, among several of a kind, is known by ids of ours.
  step: (text, _, agreement) => contentOf(text, agreement) ?? "",
  read: (text, _, agreement) => contentOf(text, agreement),
  sentOnRequest: (text, _, agreement) => contentOf(text, agreement),
  reason: (text, _, agreement) => causes[text] ?? bothReasons(text, agreement),
  asideReason: (text) => saySign(text),
  because: cause,
  purpose: (text, beside, { terms }) =>
    isMailPurpose(text) && "status" in beside
      ? mailTo[mailKinds[text].to]
      : consentPurposeLabel(text, terms.nurture.consentPurpose),
  status: (text) => statuses[text],
  how: (text) => hows[text],
  // A colleague's decision is in its reasons.
  verdict: (text) => verdicts[text] ?? "",
  amount: (text, { amount, currency }, agreement) => {
    const money = moneyOf({ amount: Number(amount ?? text), currency: idOf(currency) }, agreement);
    return money && inBoth((language) => sayMoney(money, language));
  },
};

const bothReasons = (reason: string, agreement: Agreement): Bilingual | undefined =>
  ["lost", "rejected"]
    .map((kind) => reasonLabel({ kind, reason }, agreement))
    .find((label) => label !== undefined && label.es !== reason);

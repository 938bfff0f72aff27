import { createHash } from "node:crypto";
import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import { bareWord } from "../text/normal-form.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { parseEmail } from "./email.ts";
import { type Sign, signsOf } from "./kept-aside.ts";
import { parseOwn } from "./own-fields.ts";
import { type ConsentReading, parseConsents } from "./parse-consents.ts";
import { readContact, type TextOf } from "./parse-contact.ts";
import { parseText, type TextField, type TextReading, textFields } from "./parse-texts.ts";
import { type FieldProblem, type Reading, required } from "./problems.ts";
import { anyText, type Sent } from "./sent.ts";
import { type SortedFields, sortFields } from "./sort-fields.ts";
import { boundOther, type Submission, type Utm } from "./submission.ts";

export type ParsedFields =
  | {
      readonly ok: true;
      readonly submission: Submission;
      /** SHA-256 of what was sent: equal for equal forms. */
      readonly bodyHash: string;
      /** What speaks for a machine. */
      readonly signs: readonly Sign[];
      /** Where the form wants its sender to go next, as it came. */
      readonly next: string | undefined;
    }
  | {
      readonly ok: false;
      readonly problems: readonly FieldProblem[];
      /** The language that the form declares, if any. */
      readonly language: Language | undefined;
    };

/** What a form says about a lead; refused only for its address. */
export const parseFields = (sent: Sent, rules: CaptureRules): ParsedFields => {
  const fields = sortFields(sent, rules.ownFields);
  const readings = new Map<TextField, TextReading>();
  for (const field of textFields) if (fields.known.has(field)) readings.set(field, parseText(fields, field));
  const textOf: TextOf = (field) => readings.get(field)?.value;
  const language = languageOf(textOf, rules);
  const email = emailOf(readings.get("email") ?? {});
  const bodyHash = hashOf(sent);
  const consents = consentsOf(fields, textOf, bodyHash, rules);
  if (email.value === undefined) return { ok: false, problems: [email.problem ?? required("email")], language };
  const { own, unread: unreadOwn } = parseOwn(fields.own, rules.defaultLanguage);
  const contact = readContact(textOf, { email: email.value, ourCountry: rules.country });
  const unread = [
    ...unreadTexts(readings),
    ...unreadEmail(textOf),
    ...contact.unread,
    ...unreadLanguage(textOf, language),
    ...unreadZone(textOf),
    ...unreadConsents(consents, textOf),
    ...unreadOwn,
  ];
  const submission: Submission = {
    email: email.value,
    language: language ?? rules.defaultLanguage,
    languageChosen: language !== undefined,
    timeZone: readTimeZone(textOf("timeZone") ?? ""),
    contact: { ...contact.contact, ...(Object.keys(own).length > 0 && { own }) },
    consents: consents.value ?? [],
    ...(consents.declined?.length && { declined: consents.declined }),
    pageUrl: textOf("pageUrl"),
    utm: utmOf(textOf),
    visitorId: textOf("visitorId"),
    ...boundOther([...unread, ...fields.other]),
  };
  const controls = { trap: controlOf(fields, "honeypot"), started: controlOf(fields, "started") };
  return {
    ok: true,
    bodyHash,
    submission,
    signs: signsOf(submission, controls, rules),
    next: controlOf(fields, "next"),
  };
};

/** Differs between retries although the request is the same. */
const unsteady = new Set(["_started"]);

/**
 * What two equal requests have in common, whatever their content type, their boundary and the order of their fields.
 */
const hashOf = (sent: Sent): string => {
  const steady = sent.filter(([name]) => !unsteady.has(name));
  const lines = steady.map(([name, value]) => JSON.stringify([name, anyText(value)])).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
};

/** An address that is missing or impossible is the one reason to refuse a form. */
const emailOf = ({ value, unread }: TextReading): Reading<string> => {
  if (value === undefined && unread === undefined) return { problem: required("email") };
  const email = parseEmail(value ?? "");
  return email === undefined ? { problem: notAnEmail } : { value: email };
};

const unreadTexts = (readings: ReadonlyMap<TextField, TextReading>): [TextField, string][] =>
  [...readings].flatMap(([field, { unread = [] }]) => unread.map((text): [TextField, string] => [field, text]));

/** A name or a second address that was written with the address. */
const unreadEmail = (textOf: TextOf): [TextField, string][] => {
  const said = textOf("email") ?? "";
  return (said.match(/@/g) ?? []).length > 1 || /[\s<>"]/.test(said.replace(/\s*@\s*/, "@").trim())
    ? [["email", said]]
    : [];
};

const notAnEmail: FieldProblem = {
  field: "email",
  says: { es: "debe ser una dirección como nombre@empresa.es", en: "must be an address such as name@company.com" },
};

const languageOf = (textOf: TextOf, { languages }: CaptureRules): Language | undefined => {
  const said = parseLanguage(textOf("language") ?? "");
  return said !== undefined && languages.includes(said) ? said : undefined;
};

const consentsOf = (fields: SortedFields, textOf: TextOf, formHash: string, rules: CaptureRules) => {
  const [purpose, textVersion] = [textOf("consentPurpose"), textOf("consentTextVersion")];
  const terms = { purpose, textVersion, at: textOf("consentAt"), page: textOf("pageUrl"), formHash };
  return parseConsents(fields.known.get("consent") ?? [], terms, rules);
};

const utmOf = (textOf: TextOf): Utm => ({
  source: textOf("utmSource"),
  medium: textOf("utmMedium"),
  campaign: textOf("utmCampaign"),
  term: textOf("utmTerm"),
  content: textOf("utmContent"),
});

const unreadLanguage = (textOf: TextOf, language: Language | undefined): [TextField, string][] => {
  const said = textOf("language");
  return said === undefined || language !== undefined ? [] : [["language", said]];
};

const unreadZone = (textOf: TextOf): [TextField, string][] => {
  const said = textOf("timeZone");
  return said === undefined || readTimeZone(said) !== undefined ? [] : [["timeZone", said]];
};

/** A consent's terms are sent whether or not its box is ticked: without the tick they are plain texts. */
const unreadConsents = (
  { value = [], declined = [], unread, unreadAt }: ConsentReading,
  textOf: TextOf,
): [string, string][] => {
  const beside = ["consentPurpose", "consentTextVersion", "consentAt"] as const;
  const unused =
    value.length + declined.length > 0 ? [] : beside.map((field): [string, string] => [field, textOf(field) ?? ""]);
  const said: [string, string][] = [
    ["consent", unread ?? ""],
    ["consentAt", unreadAt ?? ""],
  ];
  return [...said, ...unused].filter(([, text]) => text !== "");
};

const controlOf = ({ known }: SortedFields, field: "honeypot" | "started" | "next"): string | undefined => {
  const [value] = known.get(field) ?? [];
  return value === undefined ? undefined : anyText(value);
};

const called: Record<Language, RegExp> = {
  es: /^(es|spa|espanol|castellano|spanish)$/,
  en: /^(en|eng|ingles|english)$/,
};

/**
 * One of our languages by its name or code (`es`, `es-ES`, `en_GB`, `Español`), the first of ours in a list as browsers send
 * it (`ca-ES,es;q=0.9`); `undefined` for others.
 */
export const parseLanguage = (text: string): Language | undefined => {
  const names = bareWord(text, limits.fieldCharacters.language * 4).split(/[,;/]/);
  return names.flatMap((name) => languageCalled(name.trim().split(/[-_ (]/)[0] ?? "") ?? [])[0];
};

const languageCalled = (name: string): Language | undefined => {
  if (called.es.test(name)) return "es";
  return called.en.test(name) ? "en" : undefined;
};

/** Names of the IANA data base, such as `Europe/Madrid`; an offset such as `+01:00` is no place. */
const nameForm = /^[a-z][a-z0-9_+-]*(\/[a-z0-9_+-]+)*$/i;

/** The zone by the name that `Intl` prefers; `undefined` when there is none of that name. */
const readTimeZone = (text: string): string | undefined => {
  if (!nameForm.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

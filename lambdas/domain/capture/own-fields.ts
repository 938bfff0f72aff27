import type { OwnField } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { defaultCurrency } from "../../contract/money.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import type { Contact } from "../lead/lead.ts";
import { parseDecimal, withoutCurrency } from "../outcome/amount.ts";
import { alike } from "../score/alike.ts";
import { bareWord } from "../text/normal-form.ts";
import { cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import { parseDate } from "./own-date.ts";
import { anyText, type Sent, scalarText } from "./sent.ts";

/** A value of the declared type. `isWhole`: it says all that was written. */
export interface OwnReading {
  readonly value: OwnValue;
  readonly isWhole: boolean;
}

/**
 * What was sent for one of the agreement's own fields, as a value of its type; `undefined` when it is none.
 * @param language the agreement's first: in Spanish the day comes before the month
 */
export const readOwn = (field: OwnField, said: unknown, language: Language): OwnReading | undefined => {
  if (field.type === "many-of") return manyOf(field, said);
  if (field.type === "yes-no") return yesOrNo(said);
  const [one, ...others] = Array.isArray(said) ? said : [said];
  const text = others.length === 0 ? scalarText(one) : undefined;
  if (text === undefined) return undefined;
  const line = cleanLine(text, longest);
  if (line === "" || lengthOf(line) > longest) return undefined;
  switch (field.type) {
    case "text":
      return /[\p{L}\p{N}]/u.test(line) && !unsaid.test(line) ? whole(line) : undefined;
    case "number":
      return typeof one === "number" ? figure(one) : readNumber(line);
    case "money":
      return typeof one === "number"
        ? figure(one)
        : whole(parseFigure(withoutCurrency(line, field.currency ?? defaultCurrency)));
    case "date":
      return whole(parseDate(line, language));
    case "one-of":
      return whole(optionCalled(field, line));
    default:
      return assertNever(field.type);
  }
};

const longest = limits.ownFieldCharacters;

/** What people and programs write for no value; `no` and `ninguno` are answers to many questions. */
const unsaid = /^(?:n\/[acd]|n\.\s?[ad]\.?|s\/[dn]|ns\/nc|null|undefined|nan)$/i;

const whole = (value: OwnValue | undefined): OwnReading | undefined =>
  value === undefined ? undefined : { value, isWhole: true };

/** What the table keeps to the last digit. */
const figure = (number: number): OwnReading | undefined =>
  Number.isFinite(number) && Math.abs(number) <= mostNumber ? whole(number) : undefined;

const mostNumber = 1e12;

/** With blanks only where they separate thousands: `3 4` is no figure. */
const parseFigure = (text: string): number | undefined => {
  if (/^0[.,]\d{1,6}$/.test(text)) return Number(text.replace(",", "."));
  return /^(?:[^\s]+|\d{1,3}(?:\s\d{3})+(?:[.,]\d{1,2})?)$/u.test(text)
    ? parseDecimal(text.replace(/\s/gu, ""))
    : undefined;
};

/** One figure, perhaps with words beside it: `3`, `1.200,50`, `-2`, `3 almacenes`. */
const oneFigure = /^(?<before>\D*?)(?<sign>[-−]?)(?<digits>\d(?:[\d.,\s]*\d)?)(?<after>\D*)$/u;

/** A figure that these stand beside is a bound, a share or none, and not the number. */
const bounds =
  /[<>≤≥+±~%]|\b(?:de|que|hasta|desde|mas|menos|mucho|minimo|maximo|than|more|under|over|up|least|most|from|to|minimum|maximum|no|not|sin|without|k|mil|thousand|millon|millones|million|millions)\b/;

const readNumber = (text: string): OwnReading | undefined => {
  const { before = "", sign = "", digits = "", after = "" } = oneFigure.exec(text)?.groups ?? {};
  const isGlued = /[\p{L}\p{N}.,]$/u.test(before) || /^\p{L}/u.test(after) || (sign !== "" && /\S$/u.test(before));
  const beside = `${before} ${after}`.trim();
  const number = isGlued || bounds.test(alike(beside)) ? undefined : parseFigure(digits);
  const read = number === undefined ? undefined : figure(sign === "" ? number : 0 - number);
  return read && { ...read, isWhole: beside === "" };
};

/** Of several answers the last counts: a hidden `no` may stand before the box. */
const yesOrNo = (said: unknown): OwnReading | undefined => {
  const answers = (Array.isArray(said) ? said : [said]).map((each) => parseYesNo(scalarText(each) ?? ""));
  return answers.includes(undefined) ? undefined : whole(answers.at(-1));
};

const yes = /^(?:on|true|1|yes|y|si|s|x|checked|ok)$/;
const no = /^(?:off|false|0|no|n|unchecked)$/;

/** A plain yes or no in Spanish or English, or as form builders send a box. */
const parseYesNo = (text: string): boolean | undefined => {
  const word = bareWord(text, longest);
  if (yes.test(word)) return true;
  return no.test(word) ? false : undefined;
};

/** Whatever their order and how often: in the order of the declaration. */
const manyOf = (field: OwnField, said: unknown): OwnReading | undefined => {
  const texts = (Array.isArray(said) ? said : [said]).map(scalarText);
  const parts = texts.flatMap((text) => (text === undefined ? [undefined] : partsOf(field, text)));
  const ids = new Set(parts.map((part) => (part === undefined ? undefined : optionCalled(field, part))));
  const chosen = (field.options ?? []).map(({ id }) => id).filter((id) => ids.has(id));
  const isCut = texts.some((text = "") => text.length > limits.ownFieldListCharacters);
  return chosen.length === 0 ? undefined : { value: chosen, isWhole: !isCut && !ids.has(undefined) };
};

/** `a, b; c`: a label may have a comma in it. */
const partsOf = (field: OwnField, sent: string): string[] => {
  const isOption = (part: string) => optionCalled(field, part) !== undefined;
  const text = cleanLines(sent.slice(0, limits.ownFieldListCharacters), limits.ownFieldListCharacters);
  if (isOption(text)) return [text];
  const parts = text.split(/[;|\n]/).flatMap((part) => (isOption(part) ? [part] : part.split(",")));
  return parts.filter((part) => part.trim() !== "");
};

/** By its id, or by its label in either language. */
const optionCalled = (field: OwnField, text: string): string | undefined => {
  const known = optionNames.get(field) ?? new Map((field.options ?? []).flatMap(namesOfOption));
  optionNames.set(field, known);
  return known.get(nameOf(text));
};

const optionNames = new WeakMap<OwnField, ReadonlyMap<string, string>>();

type Option = NonNullable<OwnField["options"]>[number];

/** The names by which a form may send an option, with its id. */
export const namesOfOption = ({ id, label }: Option): [name: string, id: string][] =>
  [id, label.es, label.en].map((name) => [nameOf(name), id]);

const nameOf = (text: string): string => alike(text).trim();

/** The agreement's own fields of a form, and what of it is to be kept as it was written. */
export interface ParsedOwn {
  readonly own: NonNullable<Contact["own"]>;
  readonly unread: Sent;
}

/**
 * Of several values of one field the first that can be read counts; of boxes, all are looked at.
 * Whatever is not read, or not read completely, is kept under the name by which it was sent.
 */
export const parseOwn = (sent: ReadonlyMap<OwnField, Sent>, language: Language): ParsedOwn => {
  const own: Record<string, OwnValue> = {};
  const unread: (readonly [string, unknown])[] = [];
  for (const [field, entries] of sent) {
    const taken = isTicked.has(field.type) ? readAll(field, entries, language) : readFirst(field, entries, language);
    if (taken.value !== undefined) own[field.id] = taken.value;
    unread.push(...taken.unread);
  }
  return { own, unread };
};

const isTicked: ReadonlySet<OwnField["type"]> = new Set(["many-of", "yes-no"]);

interface Taken {
  readonly value?: OwnValue | undefined;
  readonly unread: Sent;
}

const readAll = (field: OwnField, entries: Sent, language: Language): Taken => {
  const reading = readOwn(
    field,
    entries.flatMap(([, value]) => value),
    language,
  );
  return { value: reading?.value, unread: reading?.isWhole ? [] : entries };
};

const readFirst = (field: OwnField, entries: Sent, language: Language): Taken => {
  const readings = entries.map((entry) => ({ entry, reading: readOwn(field, entry[1], language) }));
  const first = readings.find(({ reading }) => reading !== undefined)?.reading;
  const isSaid = (reading: OwnReading | undefined) =>
    reading?.isWhole === true && anyText(reading.value) === anyText(first?.value);
  return { value: first?.value, unread: readings.flatMap(({ entry, reading }) => (isSaid(reading) ? [] : [entry])) };
};

import { limits } from "../../contract/limits.ts";
import { beginningOf, cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import type { KnownField } from "./field-names.ts";
import { anyText, scalarText } from "./sent.ts";
import type { SortedFields } from "./sort-fields.ts";

const mostCharacters = limits.fieldCharacters satisfies Partial<Record<KnownField, number>>;

export type TextField = keyof typeof mostCharacters;

const isTextField = (name: string): name is TextField => Object.hasOwn(mostCharacters, name);
export const textFields: readonly TextField[] = Object.keys(mostCharacters).filter(isTextField);

/** A field within its bound. */
export interface TextReading {
  readonly value?: string | undefined;
  /** What is lost of it: no text, or beyond the bound. */
  readonly unread?: readonly string[];
}

/**
 * The field as a clean text, cut at its bound; several values become one list, of which whole ones are kept. Nothing that
 * is too long or no text is a fault: what it was is kept beside.
 */
export const parseText = ({ known }: SortedFields, field: TextField): TextReading => {
  const sent = known.get(field);
  if (sent === undefined) return {};
  const [only] = sent;
  const short = sent.length === 1 && typeof only === "string" ? cleanShort(only, field) : undefined;
  if (short !== undefined) return short === "" ? {} : { value: short };
  const values = sent.flatMap((value) => (Array.isArray(value) ? value : [value]));
  const isText = values.map((value) => typeof value === "string" || typeof value === "number");
  const noText = values.flatMap((value, i) => (isText[i] ? [] : anyText(value))).filter((text) => text !== "");
  const texts = values
    .flatMap((value, i) => (isText[i] ? (scalarText(value) ?? []) : []))
    .filter((text) => text.trim() !== "");
  const joined = texts.join(ofOneName.has(field) ? " " : ", ");
  const most = mostCharacters[field];
  const clean = field === "message" ? cleanLines : cleanLine;
  const text = clean(joined, most);
  if (lengthOf(text) <= most)
    return { ...(text !== "" && { value: text }), ...(noText.length > 0 && { unread: noText }) };
  const value = wholeOnly.has(field) ? undefined : cutAt(texts, text, most);
  return { value, unread: [lostOf(joined, value, clean), ...noText] };
};

/** Several texts of these are parts of one. */
const ofOneName: ReadonlySet<TextField> = new Set(["name", "firstName", "lastName", "secondLastName"]);

/** What most fields are: one text that fits. */
const cleanShort = (text: string, field: TextField): string | undefined => {
  const most = mostCharacters[field];
  if (text.length > most) return undefined;
  const clean = field === "message" ? cleanLines(text, most) : cleanLine(text, most);
  return clean.length > most ? undefined : clean;
};

/** Of these, a beginning would be another one. */
const wholeOnly: ReadonlySet<TextField> = new Set([
  "email",
  "visitorId",
  "timeZone",
  "consentAt",
  "phone",
  "phoneCountry",
]);

const cutAt = (texts: readonly string[], text: string, most: number): string => {
  const cut = beginningOf(text, most);
  return (texts.length > 1 && /^(.*),/s.exec(cut)?.[1]?.trim()) || cut.trim();
};

/** All of it, where there is room for it beside the fields of the form; else what comes after the cut. */
const lostOf = (sent: string, kept: string | undefined, clean: typeof cleanLine): string => {
  const room = limits.otherFields.valueCharacters;
  const whole = clean(sent, (kept ?? "").length + room);
  return lengthOf(whole) <= room || kept === undefined ? whole : whole.slice(kept.length).trim();
};

import type { OwnField } from "../../contract/agreement.ts";
import type { TypedValues } from "../../contract/board-by-hand.ts";
import { limits } from "../../contract/limits.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { phoneKeysOf } from "../board/phone-search.ts";
import { type FactField, isFactField } from "../lead/claims.ts";
import type { Fact } from "../lead/lead.ts";
import { readAs } from "../lead/read-as.ts";
import { ownField } from "../score/fact.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { cleanLine, lengthOf } from "./clean-text.ts";
import type { FieldProblem } from "./problems.ts";
import { tooLong } from "./problems.ts";
import type { Submission } from "./submission.ts";
import { parseFields } from "./submission-fields.ts";

interface Typed {
  readonly email: string;
  /** Empty ones say nothing. */
  readonly values: TypedValues;
  /** The country that is known, by which a telephone is read. */
  readonly country?: string | undefined;
}

export type TypedReading =
  | { readonly ok: true; readonly submission: Submission; readonly bodyHash: string }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * What a colleague has typed, read as a form is. A form is never turned away for what cannot be read, since its sender is
 * gone; a colleague is still there, and is asked to write it so that it can be used.
 */
export const readTyped = ({ email, values, country }: Typed, rules: CaptureRules): TypedReading => {
  const said = Object.entries(values).filter(([, value]) => value.length > 0);
  const beside = country === undefined || !isEmpty(values.country) ? [] : [["country", country] as const];
  const read = parseFields([["email", email], ...beside, ...said], rules);
  const known = read.ok ? read.submission : undefined;
  const problems = [
    ...(read.ok ? [] : read.problems),
    ...said.flatMap(([field, value]) => problemOf(field, value, known, rules) ?? []),
  ];
  return read.ok && problems.length === 0
    ? { ok: true, submission: read.submission, bodyHash: read.bodyHash }
    : { ok: false, problems };
};

/** The value of a field that was read. */
export const typedValue = ({ contact, language }: Pick<Submission, "contact" | "language">, field: string) =>
  isFactField(field) ? (field === "language" ? language : contact[field]) : contact.own?.[field];

const isEmpty = (value: TypedValues[string] | undefined): boolean => value === undefined || value.length === 0;

const problemOf = (
  field: string,
  value: TypedValues[string],
  read: Submission | undefined,
  { ownFields, country }: CaptureRules,
): FieldProblem | undefined => {
  const own = ownField(field, ownFields);
  if (own === undefined && !isFactField(field))
    return { field, says: { es: "no es un campo del acuerdo", en: "is no field of the agreement" } };
  if (read === undefined) return undefined;
  if (own !== undefined) return read.contact.own?.[field] === undefined ? { field, says: ofType[own.type] } : undefined;
  if (!isFactField(field)) return undefined;
  const most = limits.fieldCharacters[field];
  if (typeof value === "string" && lengthOf(cleanLine(value, most)) > most) return tooLong(field, most);
  return isUsable(field, read, country) ? undefined : { field, says: unusable[field] ?? saysNothing };
};

/** Whether it can be used for what the field is for: a telephone to be dialled, a country to be compared. */
const isUsable = (
  field: FactField,
  { languageChosen, contact }: Submission,
  ourCountry: string | undefined,
): boolean => {
  if (field === "language") return languageChosen;
  const value: Fact["value"] | undefined = contact[field];
  if (field === "phone") {
    const numbers = readAs(contact, field, value)?.numbers ?? [];
    // Where no country is known, nobody can say what is missing in front.
    const isLoose = ourCountry === undefined && contact.country === undefined;
    return numbers.length > 0 || (isLoose && phoneKeysOf(contact.phone).length > 0);
  }
  return field === "country" ? /^[A-Z]{2}$/.test(contact.country ?? "") : value !== undefined;
};

const saysNothing: Bilingual = {
  es: "no dice nada: déjalo vacío si no se sabe",
  en: "says nothing: leave it empty if it is not known",
};

const unusable: Partial<Record<FactField, Bilingual>> = {
  phone: {
    es: "no se puede marcar: escribe el número entero, fuera de nuestro país con su prefijo (+351 …)",
    en: "cannot be dialled: write the whole number, outside our country with its prefix (+351 …)",
  },
  companySize: {
    es: "debe ser un número de personas o un intervalo, como 50-200",
    en: "must be a number of people or a range, such as 50-200",
  },
  country: { es: "no es un país que conozcamos: elige uno de la lista", en: "is no country: choose one from the list" },
  language: { es: "debe ser español o inglés", en: "must be Spanish or English" },
};

const ofType: Record<OwnField["type"], Bilingual> = {
  text: saysNothing,
  number: { es: "debe ser un número", en: "must be a number" },
  money: { es: "debe ser un importe, como 1200,50", en: "must be an amount, such as 1200.50" },
  date: { es: "debe ser una fecha, como 2026-11-30", en: "must be a date, such as 2026-11-30" },
  "yes-no": { es: "debe ser sí o no", en: "must be yes or no" },
  "one-of": { es: "debe ser una de las opciones", en: "must be one of the options" },
  "many-of": { es: "deben ser opciones de la lista", en: "must be options of the list" },
};

import type { Agreement } from "../../contract/agreement.ts";
import type { TypedField } from "../../contract/board-by-hand.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { editableFields, type FactField, knownValue, typedFields } from "../../domain/lead/claims.ts";
import type { Fact, Lead } from "../../domain/lead/lead.ts";
import { type ReadAs, readAs } from "../../domain/lead/read-as.ts";
import { labelledValue } from "../page/lead-facts.ts";

type Terms = Pick<Agreement, "terms">;

/** The fields of a form for a lead whom a colleague adds. */
export const addableFields = (agreement: Terms): TypedField[] => fieldsOf(typedFields, agreement);

/** The fields that may be corrected, with what is known, as it would be typed. */
export const editableFieldsOf = (lead: Lead, agreement: Terms): TypedField[] =>
  fieldsOf(editableFields, agreement).map((field) => {
    const value = knownValue(lead, field.id);
    return value === undefined ? field : { ...field, value: asTyped(value, readAs(lead.contact, field.id, value)) };
  });

const fieldsOf = (known: readonly FactField[], agreement: Terms): TypedField[] => [
  ...known.map((id) => ({ id, label: labelOf(id), type: types[id] ?? "text", ...optionsOf(id, agreement) })),
  ...(agreement.terms.fields ?? []).map(({ id, label, type, options }) => ({
    id,
    label,
    type,
    isOwn: true as const,
    ...(options !== undefined && { options }),
  })),
];

const labelOf = (id: FactField): Bilingual => ({
  es: labelledValue(id, "", "es").label,
  en: labelledValue(id, "", "en").label,
});

const types: Partial<Record<FactField, TypedField["type"]>> = {
  phone: "phone",
  companySize: "size",
  country: "country",
  interest: "interest",
  language: "language",
};

const optionsOf = (id: FactField, { terms }: Terms): Pick<TypedField, "options"> => {
  if (id === "language")
    return {
      options: terms.company.languages.map((language) => ({
        id: language,
        label: { es: labelledValue(id, language, "es").shown, en: labelledValue(id, language, "en").shown },
      })),
    };
  if (id !== "interest") return {};
  const asked = terms.familiarity.filter(({ kind }) => kind.endsWith(request));
  return { options: asked.map(({ kind, label }) => ({ id: kind.slice(0, -request.length), label })) };
};

/** The kinds of engagement that are something asked for. */
const request = "-requested";

const asTyped = (value: Fact["value"], read: ReadAs | undefined): string | string[] => {
  if (Array.isArray(value)) return value;
  if (read?.upTo !== undefined) return `${value}-${read.upTo}`;
  return read?.orMore === true ? `${value}+` : String(value);
};

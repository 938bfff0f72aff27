import type { TypedValues } from "../../contract/board-by-hand.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import type { FieldProblem } from "../capture/problems.ts";
import { readTyped, typedValue } from "../capture/typed-by-colleague.ts";
import { ownField } from "../score/fact.ts";
import { afterClearing, afterConfirming, editableFields, knownValue } from "./claims.ts";
import type { Fact, FactSource, Lead } from "./lead.ts";
import { type ReadAs, readAs } from "./read-as.ts";

/** A field of which a colleague says something else; without a value: what is known is wrong, and nothing is. */
export interface Edit {
  readonly field: string;
  readonly value?: Fact["value"] | undefined;
  readonly before: Fact["value"] | undefined;
  readonly read?: ReadAs | undefined;
}

export type EditReading =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What was typed that differs from what is known. */
export const readEdits = (lead: Lead, values: TypedValues, rules: CaptureRules): EditReading => {
  const foreign = Object.keys(values).filter((field) => !mayEdit(field, rules));
  if (foreign.length > 0)
    return {
      ok: false,
      problems: foreign.map((field) => ({
        field,
        says: { es: "no se puede corregir aquí", en: "cannot be corrected here" },
      })),
    };
  const read = readTyped({ email: lead.email, values, country: lead.contact.country }, rules);
  if (!read.ok) return read;
  const edits = Object.entries(values).flatMap(([field, typed]): Edit[] => {
    const before = knownValue(lead, field);
    const value = typed.length === 0 ? undefined : typedValue(read.submission, field);
    if (field === "language" && value === undefined) return [];
    const now = value === undefined ? undefined : readAs(read.submission.contact, field, value);
    // A range of a size begins where another one does.
    const isOther = field === "companySize" && !isEqual(now, readAs(lead.contact, field, before));
    return isEqual(value, before) && !isOther ? [] : [{ field, value, before, read: now }];
  });
  return { ok: true, edits };
};

const mayEdit = (field: string, { ownFields }: CaptureRules): boolean =>
  editableFields.some((each) => each === field) || ownField(field, ownFields) !== undefined;

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The lead with these values, by the colleague's word; what was known stays in its history. */
export const afterEdits = (lead: Lead, edits: readonly Edit[], by: string, at: string): Lead =>
  edits.reduce((edited, each) => afterEdit(edited, each, { from: "colleague", id: by, at }), lead);

const afterEdit = (
  lead: Lead,
  { field, value, read }: Edit,
  source: FactSource & { readonly from: "colleague" },
): Lead => {
  if (value === undefined) return { ...lead, ...afterClearing(lead, field, source) };
  // The same text may be read as something else now: of a telephone in another country.
  const others = (lead.contact.readAs ?? []).filter((each) => each.field !== field || each.value !== value);
  const readings = read === undefined ? others : [read, ...others];
  const contact = { ...lead.contact, ...(readings.length > 0 && { readAs: readings }) };
  return { ...lead, ...afterConfirming({ ...lead, contact }, field, value, source) };
};

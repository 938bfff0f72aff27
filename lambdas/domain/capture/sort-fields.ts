import type { OwnField } from "../../contract/agreement.ts";
import { parseEmail } from "./email.ts";
import { fieldLabelled } from "./field-labels.ts";
import { fieldCalled, type KnownField, ownCalled } from "./field-names.ts";
import { anyText, type Sent, scalarText } from "./sent.ts";
import { takenApart } from "./take-apart.ts";

/** What was sent, by our fields; what is none of them by the sender's names. */
export interface SortedFields {
  /** The values that are not empty, in order. */
  readonly known: ReadonlyMap<KnownField, readonly unknown[]>;
  /** Of the agreement's own fields, in its order. */
  readonly own: ReadonlyMap<OwnField, Sent>;
  readonly other: Sent;
}

/** Empty fields say nothing. Of several values of one field the first counts; the others are kept beside it. */
export const sortFields = (sent: Sent, ownFields: readonly OwnField[]): SortedFields => {
  const known = new Map<KnownField, unknown[]>();
  const own = new Map(ownFields.map((field): [OwnField, Sent[number][]] => [field, []]));
  const other: (readonly [string, unknown])[] = [];
  let nameOfEmail = "";
  for (const [name, value] of takenApart(sent, ownFields)) {
    if (saysNothing(value)) continue;
    const called = fieldCalled(name);
    const ofOwn = called === undefined ? ownCalled(name, ownFields) : undefined;
    const field = called ?? (ofOwn === undefined ? fieldLabelled(name) : undefined);
    const values = field === undefined ? undefined : known.get(field);
    if (ofOwn !== undefined) own.get(ofOwn)?.push([name, value]);
    else if (field === undefined) other.push([name, value]);
    else if (values === undefined) {
      known.set(field, [value]);
      if (field === "email") nameOfEmail = name;
    } else if (hasSeveral.has(field)) values.push(value);
    else if (anyText(values[0]) === anyText(value)) continue;
    else if (field === "email" && !isAddress(values[0]) && isAddress(value)) {
      // What was called an address and is none must not cost the form the one that it has.
      other.push([nameOfEmail, values[0]]);
      known.set(field, [value]);
      nameOfEmail = name;
    } else other.push([name, value]);
  }
  return { known, own, other };
};

/** Groups of boxes that can be ticked together; a hidden `no` may stand before a ticked `yes`. */
const hasSeveral: ReadonlySet<KnownField> = new Set(["interest", "consent"]);

const isAddress = (value: unknown): boolean => parseEmail(scalarText(value) ?? "") !== undefined;

const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  scalarText(value)?.trim() === "";

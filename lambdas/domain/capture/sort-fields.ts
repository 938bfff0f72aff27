import { fieldCalled, type KnownField } from "./field-names.ts";
import { anyText, type Sent, scalarText } from "./sent.ts";

/** What was sent, by our fields; what is none of them by the sender's names. */
export interface SortedFields {
  /** Values that say something, in their order. */
  readonly known: ReadonlyMap<KnownField, readonly unknown[]>;
  readonly other: Sent;
}

/** Empty fields say nothing. Of several values of one field the first counts; the others are kept beside it. */
export const sortFields = (sent: Sent): SortedFields => {
  const known = new Map<KnownField, unknown[]>();
  const other: (readonly [string, unknown])[] = [];
  for (const [name, value] of sent.flatMap(spreadUtm)) {
    const field = fieldCalled(name);
    if (saysNothing(value)) continue;
    const values = field === undefined ? undefined : known.get(field);
    if (field === undefined) other.push([name, value]);
    else if (values === undefined) known.set(field, [value]);
    else if (hasSeveral.has(field)) values.push(value);
    else if (anyText(values[0]) !== anyText(value)) other.push([name, value]);
  }
  return { known, other };
};

/** Groups of boxes that can be ticked together; a hidden `no` may stand before a ticked `yes`. */
const hasSeveral: ReadonlySet<KnownField> = new Set(["interest", "consent"]);

/** `{"utm": {"source": ...}}` is as common as `utm_source`. */
const spreadUtm = ([name, value]: Sent[number]): Sent =>
  name.toLowerCase() === "utm" && typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([part, said]) => [`utm_${part}`, said])
    : [[name, value]];

const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  scalarText(value)?.trim() === "";

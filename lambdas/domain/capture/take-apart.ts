import type { OwnField } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { fieldLabelled } from "./field-labels.ts";
import { fieldCalled, isContainer, type KnownField, ownCalled } from "./field-names.ts";
import { anyText, type Sent, scalarText } from "./sent.ts";

/**
 * Fields out of the objects that programs put them into: `{"contact": {"email": ...}}`, `{"fields": [{"name": ...,
 * "value": ...}]}`, a name by its parts, a telephone beside its country. What stands outside comes first; what is no such
 * object stays whole.
 */
export const takenApart = (sent: Sent, ownFields: readonly OwnField[]): Sent => {
  if (!sent.some(([, value]) => isObject(value))) return sent;
  const parts = sent.map((each) => apart(each, 0, ownFields));
  const [outside, inside] = [parts.flatMap((part) => part.outside), parts.flatMap((part) => part.inside)];
  return outside.length + inside.length > limits.formFields * 2 ? sent : [...outside, ...inside];
};

interface Parts {
  readonly outside: Sent;
  /** Of a container: it counts after what stands outside. */
  readonly inside: Sent;
}

const mostLevels = 4;

const apart = ([name, value]: Sent[number], level: number, ownFields: readonly OwnField[]): Parts => {
  const whole: Parts = { outside: [[name, value]], inside: [] };
  if (!isObject(value) || level > mostLevels) return whole;
  const field = fieldCalled(name);
  if (field === "consent") return whole;
  if (field !== undefined) return { outside: partsOf(name, field, value), inside: [] };
  if (isUtm(name) && !Array.isArray(value))
    return { outside: Object.entries(value).map(([part, said]) => [`utm_${part}`, said]), inside: [] };
  if (!isContainer(name) || ownCalled(name, ownFields) !== undefined) return whole;
  const fields = Array.isArray(value) ? listedFields(value, ownFields) : Object.entries(value);
  if (fields === undefined) return whole;
  const inner = fields.map((each) => apart(each, level + 1, ownFields));
  return { outside: [], inside: [...inner.flatMap((part) => part.outside), ...inner.flatMap((part) => part.inside)] };
};

const isUtm = (name: string): boolean => name.length === 3 && name.toLowerCase() === "utm";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** `[{"name": "email", "value": ...}]`; `undefined` when it is another list. */
const listedFields = (list: readonly unknown[], ownFields: readonly OwnField[]): Sent | undefined => {
  const fields = list.map((each) =>
    isObject(each) && !Array.isArray(each) ? fieldOf(Object.entries(each), ownFields) : undefined,
  );
  return fields.every((field) => field !== undefined) ? fields : undefined;
};

const fieldOf = (entries: Sent, ownFields: readonly OwnField[]): Sent[number] | undefined => {
  const names = namesOfNames.flatMap((key) => scalarText(partCalled(entries, key)) ?? []);
  const isKnown = (name: string) =>
    (fieldCalled(name) ?? ownCalled(name, ownFields) ?? fieldLabelled(name)) !== undefined;
  const name = names.find(isKnown) ?? names[0];
  const value = namesOfValues.map((key) => partCalled(entries, key)).find((each) => each !== undefined);
  return name === undefined || value === undefined ? undefined : [name, value];
};

const namesOfNames = ["name", "key", "field", "label", "title", "id"];
const namesOfValues = ["value", "values", "answer", "text"];

const partCalled = (entries: Sent, key: string): unknown => entries.find(([name]) => name.toLowerCase() === key)?.[1];

/** The parts of one field: its value, and what is said beside it. */
const partsOf = (name: string, field: KnownField, value: object): Sent => {
  if (Array.isArray(value)) return elementsOf(name, field, value);
  const entries: Sent = Object.entries(value);
  if (field === "companySize") return [[name, rangeOf(entries) ?? value]];
  if (field === "interest" && entries.every(([, said]) => isTick(said)))
    return [[name, entries.flatMap(([part, said]) => (isTicked(said) ? [part] : []))]];
  const parts = entries.flatMap((entry) => partOf(name, field, entry));
  // An object of which nothing is understood is kept as it was sent.
  return parts.some(([part]) => fieldCalled(part) !== undefined) ? parts : [[name, value]];
};

const elementsOf = (name: string, field: KnownField, list: readonly unknown[]): Sent => {
  const plain = list.filter((each) => !isObject(each));
  return [
    ...(plain.length > 0 ? [[name, plain] as const] : []),
    ...list.filter(isObject).flatMap((each) => partsOf(name, field, each)),
  ];
};

const partOf = (name: string, field: KnownField, [part, said]: Sent[number]): Sent => {
  if (anyText(said) === "") return [];
  const own = part.toLowerCase();
  const kin = fieldCalled(part);
  if (isCalledSo.has(field) && namesOfChoices.has(own)) return [[name, said]];
  if (field === "phone" && (own === "country" || kin === "country" || kin === "phoneCountry" || own === "prefix"))
    return [["phoneCountry", said]];
  if (field === "country" && kin === "region") return [[part, said]];
  if (kin !== undefined && (kin === field || kinOf[field]?.includes(kin))) return [[kin, said]];
  return [[namesOfOwn.has(own) ? name : `${name}.${part}`, said]];
};

/** Boxes by their names: `{"demo": true, "guide": false}`. */
const isTick = (said: unknown): boolean =>
  typeof said === "boolean" || said === "on" || said === "true" || said === "false";
const isTicked = (said: unknown): boolean => said === true || said === "on" || said === "true";

/** Of one choice of a list: `{"id": 3, "name": "Papel"}`. */
const isCalledSo: ReadonlySet<KnownField> = new Set([
  "language",
  "timeZone",
  "jobTitle",
  "industry",
  "region",
  "interest",
]);
const namesOfChoices = new Set(["name", "title", "code"]);

/** `{"min": 50, "max": 249}`. */
const rangeOf = (entries: Sent): string | undefined => {
  const [from, to] = [/^(?:min|from|atleast|desde)$/i, /^(?:max|to|atmost|hasta)$/i].map((end) =>
    scalarText(entries.find(([part]) => end.test(part))?.[1]),
  );
  const own = scalarText(entries.find(([part]) => namesOfOwn.has(part.toLowerCase()))?.[1]);
  if (from === undefined) return to === undefined ? own : `≤ ${to}`;
  return to === undefined ? `${from}+` : `${from}-${to}`;
};

/** What the parts of a field may be, beside itself. */
const kinOf: Partial<Record<KnownField, readonly KnownField[]>> = {
  name: ["firstName", "lastName", "secondLastName"],
  firstName: ["name", "lastName", "secondLastName"],
  company: ["companySize", "industry", "country", "region"],
};

/** The value of a field, as programs call it. */
const namesOfOwn = new Set(["value", "text", "label", "raw", "full", "number", "e164", "address"]);

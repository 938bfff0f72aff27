import * as z from "zod/mini";
import { type Bilingual, BilingualSchema } from "../contract/stages.ts";
import { DurationSchema } from "../contract/time.ts";
import { inBoth } from "../domain/text/bilingual.ts";
import { sayDuration } from "../domain/text/say-duration.ts";
import { sayNumber } from "../domain/text/say-number.ts";
import { withinSentence } from "../domain/text/within-sentence.ts";
import { hasMembers, wordsAt } from "./agreement-keys.ts";

/**
 * What changed between two agreements, for people who know the contract: every key by its label with the value before
 * and after, parts of what has a name under that name; what the schema does not know any more, by where it stands.
 */
export const changesBetween = (before: unknown, after: unknown): Bilingual[] => {
  const said = differences(before, after).map((each) => sayChange(each, before, after));
  return said.filter(({ en }, i) => said.findIndex((other) => other.en === en) === i);
};

const sayChange = (difference: Difference, before: unknown, after: unknown): Bilingual => {
  const { path } = difference;
  const list = listOf(path, [after, before]);
  const label = wordsAt(path)?.label;
  if (list === undefined) return label === undefined ? elsewhere(path) : fromTo(label, difference);
  if (path.length === list.member.length) return addedOrRemoved(list.name, list.who, difference);
  if (label === undefined) return elsewhere(path);
  return fromTo(
    inBoth((language) => `${list.who[language]}: ${withinSentence(label[language])}`),
    difference,
  );
};

/** Several personas may have a criterion of one name: as in the contract, they go by their number. */
const ofPersona = (name: Bilingual, [list, id]: readonly string[], terms: readonly unknown[]): Bilingual => {
  if (list !== "personas") return name;
  const numbers = terms.map((each) => idsIn(inside(each, list)).indexOf(id ?? "") + 1);
  const number = numbers.find((each) => each > 0);
  return { es: `${name.es} (cliente ${number})`, en: `${name.en} (buyer ${number})` };
};

const fromTo = (name: Bilingual, { before, after }: Difference): Bilingual => {
  const [was, is] = [sayTerm(before), sayTerm(after)];
  if (was === undefined || is === undefined) return { es: `${name.es}: ha cambiado`, en: `${name.en}: has changed` };
  return { es: `${name.es}: antes ${was.es}, ahora ${is.es}`, en: `${name.en}: was ${was.en}, is now ${is.en}` };
};

const addedOrRemoved = (list: Bilingual, who: Bilingual, { before }: Difference): Bilingual =>
  before === undefined
    ? { es: `${list.es}: se añade «${who.es}»`, en: `${list.en}: “${who.en}” is added` }
    : { es: `${list.es}: se quita «${who.es}»`, en: `${list.en}: “${who.en}” is removed` };

/** The innermost list that the path goes through whose member has a name; `who` is that member. */
const listOf = (path: readonly string[], terms: readonly unknown[]) => {
  for (let length = path.length - 1; length > 0; length--) {
    const [list, member] = [path.slice(0, length), path.slice(0, length + 1)];
    const name = hasMembers(list) ? wordsAt(list)?.label : undefined;
    const named = terms.map((each) => nameAt(member, each)).find((each) => each !== undefined);
    if (name !== undefined && named !== undefined) return { name, member, who: ofPersona(named, member, terms) };
  }
  return undefined;
};

/** Deep enough to find it, and no deeper: `nurture.content`. */
const elsewhere = (path: readonly string[]): Bilingual => {
  const where = path.slice(0, 2).join(".");
  return { es: `Otras condiciones: ${where}`, en: `Other terms: ${where}` };
};

const NamedSchema = z.object({
  name: z.optional(z.union([z.string(), BilingualSchema])),
  label: z.optional(BilingualSchema),
  title: z.optional(BilingualSchema),
  term: z.optional(BilingualSchema),
});

/** What stands there is called so by people. */
const nameAt = (path: readonly string[], terms: unknown): Bilingual | undefined => {
  const found = path.reduce(inside, terms);
  const { name, label, title, term } = NamedSchema.safeParse(found).data ?? {};
  return typeof name === "string" ? { es: name, en: name } : (name ?? label ?? title ?? term);
};

const idsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map((part) => MemberSchema.safeParse(part).data?.id ?? "") : [];

const KeyedSchema = z.record(z.string(), z.unknown());
const MemberSchema = z.looseObject({ id: z.optional(z.string()), kind: z.optional(z.string()) });

const inside = (value: unknown, key: string): unknown =>
  Array.isArray(value)
    ? value.find((part) => {
        const { id, kind } = MemberSchema.safeParse(part).data ?? {};
        return (id ?? kind) === key;
      })
    : KeyedSchema.safeParse(value).data?.[key];

/** Where two values differ: by keys, and in lists by the `id` or `kind` of what stands in them. */
interface Difference {
  readonly path: readonly string[];
  /** `undefined`: it was not there. */
  readonly before: unknown;
  /** `undefined`: it is not there any more. */
  readonly after: unknown;
}

/** In the order of the keys of what was before, then what is new. What has no names inside is compared as a whole. */
const differences = (before: unknown, after: unknown, path: readonly string[] = []): Difference[] => {
  const [was, is] = [namedParts(before), namedParts(after)];
  if (was === undefined || is === undefined)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    differences(was.get(name), is.get(name), [...path, name]),
  );
};

const namedParts = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (typeof value !== "object" || value === null || BilingualSchema.safeParse(value).success) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const isNamed = value.length > 0 && names.every((name) => name !== undefined);
  return isNamed && new Set(names).size === names.length
    ? new Map(names.map((name, i) => [name ?? "", value[i]]))
    : undefined;
};

const nameOf = (part: unknown): string | undefined => {
  if (typeof part !== "object" || part === null) return undefined;
  const name = "id" in part ? part.id : "kind" in part ? part.kind : undefined;
  return typeof name === "string" ? name : undefined;
};

/** A value of the agreement in a sentence; `undefined` for one with too many parts to show there. */
const sayTerm = (value: unknown): Bilingual | undefined => {
  if (value === undefined) return { es: "nada", en: "none" };
  if (typeof value === "number") return { es: sayNumber(value, "es", 2), en: sayNumber(value, "en", 2) };
  if (typeof value === "boolean") return value ? { es: "sí", en: "yes" } : { es: "no", en: "no" };
  if (typeof value === "string") return value.length > longest ? undefined : sayText(value);
  const words = BilingualSchema.safeParse(value).data;
  return words !== undefined && words.es.length <= longest ? words : undefined;
};

/** Of longer texts only the fact that they changed is reported. */
const longest = 60;

const sayText = (text: string): Bilingual => {
  const duration = DurationSchema.safeParse(text);
  if (duration.success) return { es: sayDuration(duration.data, "es"), en: sayDuration(duration.data, "en") };
  return codes[text] ?? { es: text, en: text };
};

const codes: Readonly<Record<string, Bilingual>> = {
  marketing: { es: "marketing", en: "marketing" },
  sales: { es: "ventas", en: "sales" },
  recycle: { es: "vuelve a marketing", en: "returns to marketing" },
  disqualify: { es: "se descarta", en: "is disqualified" },
  text: { es: "texto", en: "text" },
  number: { es: "número", en: "number" },
  money: { es: "importe", en: "amount" },
  date: { es: "fecha", en: "date" },
  "yes-no": { es: "sí o no", en: "yes or no" },
  "one-of": { es: "una de varias opciones", en: "one of several options" },
  "many-of": { es: "varias opciones", en: "several options" },
  monday: { es: "lunes", en: "Monday" },
  tuesday: { es: "martes", en: "Tuesday" },
  wednesday: { es: "miércoles", en: "Wednesday" },
  thursday: { es: "jueves", en: "Thursday" },
  friday: { es: "viernes", en: "Friday" },
};

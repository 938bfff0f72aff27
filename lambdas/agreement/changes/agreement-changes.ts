import * as z from "zod/mini";
import { type Bilingual, BilingualSchema } from "../../contract/stages.ts";
import { DurationSchema } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { listNames, partNames, termNames } from "./agreement-change-words.ts";

/**
 * What changed between two agreements, for whoever knows the contract: promises, gate, criteria, stages and team by
 * their names with the value before and after; of all else where it stands.
 */
export const changesBetween = (before: unknown, after: unknown): Bilingual[] => {
  const said = differences(before, after).map((each) => sayChange(each, before, after));
  const known = said.flatMap((each) => ("es" in each ? [each] : []));
  const others = new Set(said.flatMap((each) => ("es" in each ? [] : [each.other])));
  return [
    ...known,
    ...[...others].map((where) => ({ es: `Otras condiciones: ${where}`, en: `Other terms: ${where}` })),
  ];
};

type Said = Bilingual | { readonly other: string };

const sayChange = (difference: Difference, before: unknown, after: unknown): Said => {
  const { path } = difference;
  const term = termNames[path.join(".")];
  if (term !== undefined) return fromTo(term, difference);
  const list = listOf(path);
  if (list === undefined) return elsewhere(path);
  const named = nameAt(list.member, after) ?? nameAt(list.member, before);
  if (named === undefined) return elsewhere(path);
  const who = ofPersona(named, list.member, [after, before]);
  const what = path.slice(list.member.length).join(".");
  if (what === "") return cameOrWent(list.name, who, difference);
  const part = partNames[what] ?? partNames[path[list.member.length] ?? ""];
  return part === undefined
    ? elsewhere(path)
    : fromTo({ es: `${who.es}: ${part.es}`, en: `${who.en}: ${part.en}` }, difference);
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

const cameOrWent = (list: Bilingual, who: Bilingual, { before }: Difference): Bilingual =>
  before === undefined
    ? { es: `${list.es}: se añade «${who.es}»`, en: `${list.en}: “${who.en}” is added` }
    : { es: `${list.es}: se quita «${who.es}»`, en: `${list.en}: “${who.en}” is removed` };

/** The innermost list with a name that the path goes through, and the path of its member. */
const listOf = (path: readonly string[]) => {
  for (let length = path.length - 1; length > 0; length--) {
    const name = listNames[path.slice(0, length).join(".")] ?? listNames[withoutPersona(path.slice(0, length))];
    if (name !== undefined) return { name, member: path.slice(0, length + 1) };
  }
  return undefined;
};

const withoutPersona = (path: readonly string[]): string => path.map((key, i) => (i === 1 ? "*" : key)).join(".");

/** Deep enough to find it, and no deeper: `nurture.content`. */
const elsewhere = (path: readonly string[]): Said => ({ other: path.slice(0, 2).join(".") });

const NamedSchema = z.object({
  name: z.optional(z.union([z.string(), BilingualSchema])),
  label: z.optional(BilingualSchema),
});

/** What stands there is called so by people. */
const nameAt = (path: readonly string[], terms: unknown): Bilingual | undefined => {
  const found = path.reduce(inside, terms);
  const { name, label } = NamedSchema.safeParse(found).data ?? {};
  return typeof name === "string" ? { es: name, en: name } : (name ?? label);
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
  if (typeof value !== "object" || value === null) return undefined;
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

/** A value of the agreement in a sentence; `undefined` of one that has too many parts to be told there. */
const sayTerm = (value: unknown): Bilingual | undefined => {
  if (value === undefined) return { es: "nada", en: "none" };
  if (typeof value === "number") return { es: sayNumber(value, "es", 2), en: sayNumber(value, "en", 2) };
  if (typeof value === "boolean") return value ? { es: "sí", en: "yes" } : { es: "no", en: "no" };
  if (typeof value === "string") return sayText(value);
  return undefined;
};

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
  monday: { es: "lunes", en: "Monday" },
  tuesday: { es: "martes", en: "Tuesday" },
  wednesday: { es: "miércoles", en: "Wednesday" },
  thursday: { es: "jueves", en: "Thursday" },
  friday: { es: "viernes", en: "Friday" },
};

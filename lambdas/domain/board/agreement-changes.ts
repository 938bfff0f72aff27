import * as z from "zod/mini";
import { type Bilingual, BilingualSchema } from "../../contract/stages.ts";
import { listNames, partNames, termNames } from "./agreement-change-words.ts";
import { type Difference, differences } from "./differences.ts";
import { sayTerm } from "./say-term.ts";

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
    : { es: `${list.es}: se quita «${who.es}»`, en: `${list.en}: “${who.en}” is taken out` };

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

import type { OwnField } from "../../contract/agreement.ts";
import type { MappingRule, Source } from "../../contract/sources.ts";
import { parseEmail } from "../capture/email.ts";
import { type KnownField, spellings } from "../capture/field-names.ts";
import { anyText } from "../capture/sent.ts";
import { bareWord } from "../text/normal-form.ts";
import type { Answer } from "./kind.ts";
import type { MappedAnswer } from "./map-answers.ts";

/** The field that an answer seems to be, and the rule that would say so. */
export interface Suggestion {
  /** One of our fields, or the id of one of the agreement's own. */
  readonly field: string;
  readonly rule: MappingRule;
}

/**
 * For an answer that is no field yet: the one whose name is nearest to what the form asks, in either language, and that no
 * other answer of the form is; an address without a name is the e-mail.
 * @param taken fields that other answers of the form are
 */
export const suggestField = (
  { answer, position }: MappedAnswer,
  { kind }: Pick<Source, "kind">,
  own: readonly OwnField[],
  taken: ReadonlySet<string>,
): Suggestion | undefined => {
  const field = !taken.has("email") && isAddress(answer.value) ? "email" : nearestField(answer, own, taken);
  return field === undefined ? undefined : { field, rule: ruleFor(answer, position, field, kind) };
};

const isAddress = (value: unknown): boolean => parseEmail(anyText(value)) !== undefined;

/** By what stays the same when the form is worded anew: its id, else its label. */
const ruleFor = ({ id, label }: Answer, position: number, to: string, kind: Source["kind"]): MappingRule => {
  if (id !== undefined) return kind === "generic" ? { pointer: id, to } : { id, to };
  return label === undefined ? { position, to } : { label, to };
};

/** What is nearest to a field that another answer is already is left alone: it asks for something beside that. */
const nearestField = (
  { id, label }: Answer,
  own: readonly OwnField[],
  taken: ReadonlySet<string>,
): string | undefined => {
  const words = wordsOf(label ?? id ?? "");
  const scored = [...ourNames, ...own.flatMap(ownNames)].map(({ field, names }) => ({
    field,
    ...likeness(words, names),
  }));
  const [best] = scored.filter(({ share }) => share >= leastShare).sort(bySimilarity);
  return best === undefined || (taken.has(best.field) && !severalTimes.has(best.field)) ? undefined : best.field;
};

/** Questions that a form may ask in several places. */
const severalTimes: ReadonlySet<string> = new Set<KnownField>(["interest", "consent"]);

interface Named {
  readonly field: string;
  readonly names: readonly string[];
}

interface Likeness {
  /** Of the words of both, from 0 to 1: how many they have in common. */
  readonly share: number;
  /** Where the first of these stands: what a question asks for stands before what it is of. */
  readonly at: number;
}

/** A question of six words that has one of a field's in it. */
const leastShare = 0.28;

const bySimilarity = (one: Likeness, other: Likeness): number => other.share - one.share || one.at - other.at;

const likeness = (words: readonly string[], names: readonly string[]): Likeness => {
  const places = names.map((name) => words.findIndex((word) => isAlike(word, name)));
  const found = places.filter((place) => place >= 0);
  const all = words.length + names.length;
  return { share: all === 0 ? 0 : (2 * found.length) / all, at: Math.min(...found) };
};

/** The same word, or one in another form: `empleados`, `empleado`. */
const isAlike = (word: string, name: string): boolean => {
  if (word === name) return true;
  const [short, long] = word.length < name.length ? [word, name] : [name, word];
  return short.length >= 5 && long.startsWith(short.slice(0, -1)) && long.length - short.length <= 2;
};

const wordsOf = (text: string): string[] =>
  bareWord(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"), longestName)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word) && !small.has(word));

/** Code units of a question that are looked at. */
const longestName = 300;

/** Words that say nothing of what is asked. */
const small = new Set(
  `a al and any cual cuales cuantas cuantos de del do does el en es for have his how in indica indique is la las lo los many
  me mi my of on or para please por que quien se si su sus tell the tiene tienes to tu tus un una us what which who with y
  you your`.split(/\s+/),
);

/** What steers a form, or stands beside a consent, is nobody's answer to a question. */
const unasked: ReadonlySet<string> = new Set<KnownField>([
  "honeypot",
  "started",
  "next",
  "visitorId",
  "consentPurpose",
  "consentTextVersion",
  "consentAt",
]);

const ourNames: readonly Named[] = Object.entries(spellings)
  .filter(([field]) => !unasked.has(field))
  .flatMap(([field, names]) => names.split(/\s+/).map((name) => ({ field, names: wordsOf(name) })))
  .filter(({ names }) => names.length > 0);

const ownNames = ({ id, label, called = [] }: OwnField): Named[] =>
  [id, label.es, label.en, ...called]
    .map((name) => ({ field: id, names: wordsOf(name) }))
    .filter(({ names }) => names.length > 0);

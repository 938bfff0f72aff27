import { alike } from "./alike.ts";
import { lexicon, type Meaning } from "./job-title-lexicon.ts";

interface Entry {
  /** Ends with a blank where the word must end. */
  readonly beginning: string;
  readonly meaning: Meaning;
}

/**
 * What the words of a title mean, post by post: from its start, at each word the longest entry of the lexicon that
 * begins there. The title is in lower case without accents and marks; `y`, `and` and `/` stand between posts.
 */
export const meaningsIn = (title: string): readonly (readonly Meaning[])[] => {
  byStart ??= sorted();
  const text = `${title} `;
  const posts: Meaning[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const entry = longestAt(text, at, byStart);
    const end = text.indexOf(" ", entry === undefined ? at : at + entry.beginning.length - 1);
    if (entry !== undefined) posts.at(-1)?.push(entry.meaning);
    else if (between.has(text.slice(at, end))) posts.push([]);
    at = end + 1;
  }
  return posts;
};

const between = new Set(["/", "y", "e", "and"]);

type Entries = ReadonlyMap<number, readonly Entry[]>;

const longestAt = (text: string, at: number, entries: Entries): Entry | undefined => {
  for (const entry of entries.get(startOf(text, at)) ?? []) if (text.startsWith(entry.beginning, at)) return entry;
  return undefined;
};

/** The first three characters, all ASCII, as a number: no new text for each word of each title. */
const startOf = (text: string, at: number): number =>
  text.charCodeAt(at) * 16_384 + text.charCodeAt(at + 1) * 128 + text.charCodeAt(at + 2);

/** By the first three characters, the longest first: few comparisons for each word of a title. */
const sorted = (): Entries => {
  const entries = new Map<number, Entry[]>();
  for (const entry of lexicon.flatMap(entriesOf)) {
    const start = startOf(entry.beginning, 0);
    const others = entries.get(start);
    if (others) others.push(entry);
    else entries.set(start, [entry]);
  }
  for (const each of entries.values()) each.sort((one, other) => other.beginning.length - one.beginning.length);
  return entries;
};

/** Made at the first need: most functions read no job title. */
let byStart: Entries | undefined;

const entriesOf = ({ words, ...meaning }: (typeof lexicon)[number]): Entry[] =>
  words
    .split(",")
    .flatMap((text) => bothGenders(alike(text)))
    .map((text) => ({ beginning: text.endsWith("*") ? text.slice(0, -1) : `${text} `, meaning }));

/** `director/a general` is `director general` and `directora general`; `jefe/a` is `jefe` and `jefa`. */
const bothGenders = (text: string): string[] => {
  const at = text.indexOf("/a");
  if (at < 0) return [text];
  const before = text.slice(0, at);
  return bothGenders(text.slice(at + 2)).flatMap((rest) => [before + rest, `${before.replace(/[aeo]$/, "")}a${rest}`]);
};

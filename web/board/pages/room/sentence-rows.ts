import type { TermsChanges } from "../../../../lambdas/contract/room.ts";
import type { Bilingual, Language } from "../../../../lambdas/contract/stages.ts";

type Chapter = TermsChanges["before"][number];

/** Two sentences side by side; one that is the same on both sides, or on one side only. */
export type SentenceRow =
  | { readonly is: "same"; readonly text: string }
  | { readonly is: "changed"; readonly before?: string; readonly after?: string };

export interface ChapterRows {
  readonly title: Bilingual;
  readonly rows: readonly SentenceRow[];
}

/** The chapters of both sides, each sentence beside the one that takes its place. */
export const chapterRows = (
  { before, after }: Pick<TermsChanges, "before" | "after">,
  language: Language,
): ChapterRows[] => {
  const titles = [...after, ...before.filter((one) => after.every(({ title }) => title.en !== one.title.en))];
  return titles.map(({ title }) => ({
    title,
    rows: rowsOf(linesIn(before, title, language), linesIn(after, title, language)),
  }));
};

const linesIn = (chapters: readonly Chapter[], title: Bilingual, language: Language): string[] =>
  chapters.find((each) => each.title.en === title.en)?.lines.map((line) => line[language]) ?? [];

/** The longest run of sentences that both sides have in the same order stays; what is between stands in pairs. */
const rowsOf = (before: readonly string[], after: readonly string[]): SentenceRow[] => {
  const longest = commonLengths(before, after);
  const rows: SentenceRow[] = [];
  let [i, k] = [0, 0];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = (): void => {
    rows.push(...pairsOf(gone, come));
    [gone, come] = [[], []];
  };
  while (i < before.length || k < after.length) {
    const [one, other] = [before[i], after[k]];
    if (one !== undefined && one === other) {
      flush();
      rows.push({ is: "same", text: one });
      i += 1;
      k += 1;
    } else if (
      other === undefined ||
      (one !== undefined && lengthAt(longest, i + 1, k) >= lengthAt(longest, i, k + 1))
    ) {
      gone.push(one ?? "");
      i += 1;
    } else {
      come.push(other);
      k += 1;
    }
  }
  flush();
  return rows;
};

const lengthAt = (lengths: readonly (readonly number[])[], i: number, k: number): number => lengths[i]?.[k] ?? 0;

/** By where both begin: how many sentences they have in common from there on. */
const commonLengths = (before: readonly string[], after: readonly string[]): number[][] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (row === undefined) continue;
    for (let k = after.length - 1; k >= 0; k -= 1) {
      const isSame = before[i] === after[k];
      row[k] = isSame
        ? lengthAt(lengths, i + 1, k + 1) + 1
        : Math.max(lengthAt(lengths, i + 1, k), lengthAt(lengths, i, k + 1));
    }
  }
  return lengths;
};

const pairsOf = (gone: readonly string[], come: readonly string[]): SentenceRow[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => {
    const [before, after] = [gone[i], come[i]];
    return { is: "changed", ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  });

/** A part of a changed sentence, and whether the other side has it as well. */
export interface SentencePart {
  readonly text: string;
  readonly differs: boolean;
}

/** A changed sentence in its parts; the space between two words differs only where both of them do. */
export const partsOf = (text: string, other: string | undefined): SentencePart[] => {
  if (other === undefined) return [{ text, differs: false }];
  const [mine, theirs] = [wordsOf(text), wordsOf(other)];
  const common = commonLengths(mine, theirs);
  const differs: boolean[] = [];
  for (let [i, k] = [0, 0]; i < mine.length; ) {
    const isSame = mine[i] === theirs[k];
    if (isSame || k >= theirs.length || lengthAt(common, i + 1, k) >= lengthAt(common, i, k + 1)) {
      differs.push(!isSame);
      i += 1;
      if (isSame) k += 1;
    } else k += 1;
  }
  const words = mine.map((word, i) => `${i === 0 ? "" : " "}${word}`);
  return words.reduce<SentencePart[]>((parts, word, i) => joined(parts, word, differs[i] === true), []);
};

const joined = (parts: readonly SentencePart[], word: string, differs: boolean): SentencePart[] => {
  const last = parts.at(-1);
  if (last === undefined) return [{ text: word, differs }];
  if (last.differs === differs) return [...parts.slice(0, -1), { text: last.text + word, differs }];
  const space = differs && word.startsWith(" ") ? " " : "";
  return [...parts.slice(0, -1), { ...last, text: last.text + space }, { text: word.slice(space.length), differs }];
};

const wordsOf = (text: string): string[] => text.split(" ");

/** Rows in their order, those that are the same in runs. */
export const runsOf = (rows: readonly SentenceRow[]): (readonly SentenceRow[])[] =>
  rows.reduce<SentenceRow[][]>((runs, row) => {
    const last = runs.at(-1);
    if (last !== undefined && row.is === "same" && last[0]?.is === "same") last.push(row);
    else runs.push([row]);
    return runs;
  }, []);

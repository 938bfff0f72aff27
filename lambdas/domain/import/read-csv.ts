import { CsvError, parse } from "csv-parse/sync";
import { listSeparators, type ReadAsked, type Unreadable } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";
import { parseEmail } from "../capture/email.ts";

type Separator = NonNullable<ReadAsked["separator"]>;

export type ReadCsv =
  | { readonly ok: true; readonly separator: Separator; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly because: Unreadable };

/** The rows of a text: quotes by RFC 4180, and as people type them in the middle of a value. */
export const readCsv = (text: string, asked?: Separator): ReadCsv => {
  // Excel writes the separator into a line of its own.
  const [said = "", named] = /^sep=([,;|\t])(?:\r\n?|\n|$)/i.exec(text) ?? [];
  const plain = text.slice(said.length).replace(/\r\n?/g, "\n");
  const separator = asked ?? listSeparators.find((each) => each === named) ?? guessSeparator(plain);
  try {
    const rows = parsed(plain, separator);
    // The line counts where a spreadsheet counts it.
    return { ok: true, separator, rows: said === "" ? rows : [[], ...rows] };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, because: "open-quote" };
    throw error;
  }
};

/** Rows above the limit show that there are more. */
const mostRows = limits.importRows + 1000;

const parsed = (text: string, delimiter: string, to = mostRows): string[][] => {
  const options = {
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to,
  };
  // A single quote sign in all of the text is a sign like others.
  return text.indexOf('"') === text.lastIndexOf('"')
    ? parse(text, { ...options, quote: false })
    : parse(spacedQuotes(text, delimiter), options);
};

/** `a; "b" ;c`: blanks around the quotes are no part of the value. */
const spacedQuotes = (text: string, delimiter: string): string =>
  text.includes(`${delimiter} "`)
    ? text
        .replaceAll(new RegExp(`([${delimiter}]) +"`, "g"), '$1"')
        .replaceAll(new RegExp(`" +([${delimiter}\\n])`, "g"), '"$1')
    : text;

/** Characters and rows by which the separator is guessed. */
const sampleCharacters = 128 * 1024;
const sampleRows = 100;

/** The sign that divides the rows most alike, into most columns, with addresses alone in their cells. */
const guessSeparator = (text: string): Separator => {
  const end = text.length <= sampleCharacters ? text.length : text.lastIndexOf("\n", sampleCharacters);
  const sample = text.slice(0, end < 1 ? sampleCharacters : end);
  const scored = listSeparators.map((separator) => ({ separator, score: scoreOf(sample, separator) }));
  const best = scored.toSorted((one, other) => other.score - one.score)[0];
  return best === undefined || best.score === 0 ? "," : best.separator;
};

const scoreOf = (sample: string, separator: Separator): number => {
  const rows = sampleOf(sample, separator).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const widths = rows.map(({ length }) => length);
  const [width = 1, count = 0] = mostFrequent(widths);
  if (width < 2) return 0;
  const addresses = rows.filter((cells) => cells.some((cell) => parseEmail(cell) !== undefined)).length;
  return (count / rows.length) * Math.log2(width) + (2 * addresses) / rows.length;
};

const sampleOf = (sample: string, separator: Separator): string[][] => {
  try {
    return parsed(sample, separator, sampleRows);
  } catch {
    // The sample ends within quotes: the rows before are enough.
    return sample.split("\n", sampleRows).map((line) => line.split(separator));
  }
};

const mostFrequent = (numbers: readonly number[]): readonly [number, number] => {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([one, often], [other, seldom]) => seldom - often || other - one)[0] ?? [0, 0];
};

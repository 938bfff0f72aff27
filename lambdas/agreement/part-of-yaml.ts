import { isDeepStrictEqual } from "node:util";
import { isNode, parse, parseDocument } from "yaml";
import type { Path } from "./problem.ts";

/**
 * A text with one part of it as another text has it: all that stands around the part stays as it was written, to the
 * letter, whatever a writer of YAML would have made of it.
 * @throws when one of the texts has no such part.
 */
export const withPartOf = (text: string, other: string, path: Path): string => {
  const [mine, theirs] = [spanOf(text, path), spanOf(other, path)];
  const [from, to] = [columnOf(other, theirs.start), columnOf(text, mine.start)];
  const [first = "", ...lines] = other.slice(theirs.start, theirs.end).split("\n");
  const moved = lines.map((line) => (line.trim() === "" ? "" : `${" ".repeat(to)}${line.slice(from)}`));
  const part = [first, ...moved].join("\n").trimEnd();
  return `${text.slice(0, mine.start)}${part}${text.slice(mine.end)}`;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Without the blank space behind it. */
const spanOf = (text: string, path: Path): Span => {
  const node = parseDocument(text).getIn(path, true);
  const range = isNode(node) ? node.range : undefined;
  if (range == null) throw new Error(`the text has no ${path.join(".")}`);
  const [start, , end] = range;
  return { start, end: start + text.slice(start, end).trimEnd().length };
};

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf("\n", at - 1) + 1);

/** `[es]`, as people write it, for `[ es ]`; unless it means something else then. */
export const unpadded = (text: string): string => {
  const other = text.replace(/(?<=: )\[ (.*?) \](?=$| #| \}|,)/gm, "[$1]");
  return isDeepStrictEqual(parse(other), parse(text)) ? other : text;
};

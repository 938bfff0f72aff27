import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from "yaml";

/** Where something stands in the agreement: `["gate", "leastFit"]`, `["personas", 0, "criteria", 2, "points"]`. */
export type TermPath = readonly (string | number)[];

export type Scalar = string | number | boolean;

/**
 * The text with another value at a key. Only the value itself is written: comments, order and layout stay as somebody
 * has put them. A key that is not there leaves the text as it is.
 */
export const withValue = (text: string, path: TermPath, value: Scalar): string =>
  withSource(text, path, sourceOf(value));

/** The same for a list of ids. */
export const withList = (text: string, path: TermPath, ids: readonly string[]): string =>
  withSource(text, path, `[${ids.map(sourceOf).join(", ")}]`);

/** The same for a small group, such as a step of the ladder: `{ after: 4 working hours, to: manager }`. */
export const withGroup = (text: string, path: TermPath, group: Readonly<Record<string, Scalar>>): string =>
  withSource(text, path, groupSource(group));

/** The text with one more entry at the end of a list whose entries stand on lines of their own. */
export const withEntry = (text: string, path: TermPath, group: Readonly<Record<string, Scalar>>): string =>
  withEntrySource(text, path, (indent) => `${indent}- ${groupSource(group)}\n`);

/** The same, as it stands in another text, with what is said beside it. */
export const withEntryOf = (text: string, path: TermPath, other: string, at: number): string => {
  const taken = linesOf(other, path, at);
  return taken === undefined ? text : withEntrySource(text, path, () => other.slice(taken.from, taken.to));
};

/** The text without one entry of such a list; the last one cannot go, as the list would be no list. */
export const withoutEntry = (text: string, path: TermPath, at: number): string => {
  const entries = nodeAt(parseDocument(text), path);
  const lines = linesOf(text, path, at);
  return lines === undefined || !isSeq(entries) || entries.items.length < 2
    ? text
    : text.slice(0, lines.from) + text.slice(lines.to);
};

const withSource = (text: string, path: TermPath, source: string): string => {
  const span = spanOf(text, nodeAt(parseDocument(text), path));
  return span === undefined ? text : text.slice(0, span.from) + source + text.slice(span.to);
};

const groupSource = (group: Readonly<Record<string, Scalar>>): string =>
  `{ ${Object.entries(group)
    .map(([key, value]) => `${key}: ${sourceOf(value)}`)
    .join(", ")} }`;

/** What YAML reads as a text without quotes, within braces, too. */
const plain = /^[A-Za-z][\w-]*$|^\d+(?:\.\d+)? [a-z]+(?: [a-z]+)?$/;
/** What YAML 1.2 would read as something else than a text. */
const reserved = /^(?:true|false|null|y|n|yes|no|on|off)$/i;

const sourceOf = (value: Scalar): string =>
  typeof value !== "string" || (plain.test(value) && !reserved.test(value)) ? String(value) : JSON.stringify(value);

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (text: string, node: Node | undefined): Span | undefined => {
  const [from, to] = node?.range ?? [];
  // A list on lines of its own ends after its last line's end.
  return from === undefined || to === undefined
    ? undefined
    : { from, to: from + text.slice(from, to).trimEnd().length };
};

const nodeAt = (document: Document, path: TermPath): Node | undefined => {
  const node: unknown = document.errors.length > 0 ? undefined : document.getIn(path, true);
  return isNode(node) ? node : undefined;
};

const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** The whole lines of one entry, from its dash to what comes next. */
const linesOf = (text: string, path: TermPath, at: number): Span | undefined => {
  const list = nodeAt(parseDocument(text), path);
  if (!isSeq(list) || list.flow === true) return undefined;
  const span = spanOf(text, isNode(list.items[at]) ? list.items[at] : undefined);
  if (span === undefined) return undefined;
  const end = text.indexOf("\n", span.to);
  return { from: lineStart(text, firstOf(list.items[at]) ?? span.from), to: end === -1 ? text.length : end + 1 };
};

/** Where an entry's first word stands. */
const firstOf = (entry: unknown): number | undefined => {
  if (isMap(entry) && entry.flow !== true) {
    const key = entry.items[0]?.key;
    return isScalar(key) ? key.range?.[0] : undefined;
  }
  return isNode(entry) ? entry.range?.[0] : undefined;
};

const withEntrySource = (text: string, path: TermPath, source: (indent: string) => string): string => {
  const list = nodeAt(parseDocument(text), path);
  if (!isSeq(list)) return text;
  const last = linesOf(text, path, list.items.length - 1);
  if (last === undefined) return text;
  const indent = /^ */.exec(text.slice(last.from))?.[0] ?? "";
  const before = text.slice(0, last.to);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${source(indent)}${text.slice(last.to)}`;
};

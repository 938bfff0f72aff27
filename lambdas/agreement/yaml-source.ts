import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Finding, keyOf, type Path, type Problem } from "./problem.ts";

/** A YAML text that was read, and where its keys stand. */
interface YamlSource {
  readonly value: unknown;
  readonly problemAt: (finding: Finding) => Problem;
}

type Reading =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly problems: Problem[] };

/** Reads one YAML 1.2 document; unknown tags, repeated keys and runaway aliases are mistakes. */
export const readYaml = (text: string, file: string): Reading => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0)
    return { ok: false, problems: faults.map(({ pos, message }) => at(file, lines, pos[0], "", message)) };
  const value = contentOf(document);
  if (value instanceof Error) return { ok: false, problems: [wholeFile(file, value.message)] };
  const problemAt = ({ path, message }: Finding) =>
    at(file, lines, offsetOf(document.contents, path, document), keyOf(path), message);
  return { ok: true, source: { value, problemAt } };
};

const contentOf = (document: Document): unknown => {
  try {
    return document.toJS();
  } catch (cause) {
    return new Error(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

/** A problem of the file as a whole. */
export const wholeFile = (file: string, message: string): Problem => ({ file, line: 1, column: 1, key: "", message });

const at = (file: string, lines: LineCounter, offset: number, key: string, message: string): Problem => {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), key, message };
};

/** Where a person looks: at a text or number itself, at the key of a list or a group, at what a missing key belongs to. */
const offsetOf = (root: unknown, path: Path, document: Document): number => {
  let [node, found] = [resolved(root, document), 0];
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) return found;
    node = resolved(child.value, document);
    found = (isScalar(child.value) ? start(child.value) : start(child.key)) ?? found;
  }
  return found;
};

const childOf = (node: unknown, step: string | number): { key: unknown; value: unknown } | undefined => {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: value, value };
  }
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
};

const resolved = (node: unknown, document: Document): unknown => (isAlias(node) ? node.resolve(document) : node);

const start = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const isNode = (node: unknown): node is Node => typeof node === "object" && node !== null && "range" in node;

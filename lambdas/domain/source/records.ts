import { isJson, jsonOf, notJson, pairsOf, readable, textOf } from "./bodies.ts";
import type { Answer, Arrived, KindReading, ToolRequest, Unread } from "./kind.ts";
import { leavesOf } from "./leaves.ts";

/** Names and what stands under them, of one form; in their order, but that JSON puts names like `3` first. */
export type Named = ReadonlyMap<string, unknown>;

/**
 * Reads a body of names and values, whichever way it is written: JSON, a list of that, or as a browser's form.
 * What is `undefined` to the tool is of another shape.
 */
export const eachRecord =
  (formOf: (named: Named, request: ToolRequest) => Arrived | undefined) =>
  async (request: ToolRequest): Promise<KindReading> => {
    const records = await recordsOf(request);
    if ("because" in records) return records;
    return readable(records.map((named) => (named === undefined ? undefined : formOf(named, request))));
  };

const recordsOf = async (request: ToolRequest): Promise<readonly (Named | undefined)[] | Unread> => {
  if (request.body.byteLength === 0) return { ok: false, because: "empty" };
  if (isJson(request) || /^\s*[[{]/.test(textOf(request))) return recordsOfJson(request);
  const pairs = await pairsOf(request);
  const isForm = pairs?.some(([name, value]) => name !== "" && value !== "") === true;
  return isForm ? [gathered(pairs)] : { ok: false, because: "not-a-form" };
};

const recordsOfJson = (request: ToolRequest): readonly (Named | undefined)[] | Unread => {
  const json = jsonOf(request);
  if (json === undefined) return notJson(request);
  return Array.isArray(json) ? json.map(namedOf) : [namedOf(json)];
};

/** An object's names; none of anything else, nor of an empty one. */
const namedOf = (value: unknown): Named | undefined => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length > 0 ? new Map(entries) : undefined;
};

/** A name that comes more than once, or as `name[]`, is one with a list. */
export const gathered = (pairs: readonly (readonly [string, string])[]): Named => {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const known = lists.get(nameOf(name));
    if (known === undefined) lists.set(nameOf(name), [value]);
    else known.push(value);
  }
  return new Map([...lists].map(([name, values]) => [name, sole(values)]));
};

const nameOf = (name: string): string => name.replace(/(.)\[\d*\]$/, "$1");

/** What a list of one has in it. */
export const sole = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

export const answersOf = (named: Named, except: ReadonlySet<string> = new Set()): Answer[] =>
  [...named].filter(([id]) => !except.has(id)).map(([id, value]) => ({ id, value: sole(value) }));

/** The same, of names that may have more names under them: `company.name`. */
export const nestedAnswersOf = (named: Iterable<readonly [string, unknown]>): Answer[] =>
  [...named].flatMap(([name, value]) =>
    leavesOf(value, [name]).map((leaf) => ({ id: leaf.path.join("."), value: sole(leaf.value) })),
  );

/** A text, or a number as one. */
export const textIn = (value: unknown): string | undefined => {
  const only = sole(value);
  if (typeof only === "string" && only !== "") return only;
  return typeof only === "number" ? String(only) : undefined;
};

/** The address of a page; nothing else that a tool puts in its place. */
export const pageIn = (value: unknown): { readonly pageUrl: string } | undefined => {
  const text = textIn(value);
  return text !== undefined && /^https?:\/\//i.test(text) ? { pageUrl: text } : undefined;
};

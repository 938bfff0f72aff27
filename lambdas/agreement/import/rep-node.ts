import { isDeepStrictEqual } from "node:util";
import { type Document, isCollection, isNode, isPair, isScalar, visit, YAMLMap } from "yaml";
import { RepSchema } from "../../contract/agreement.ts";
import type { Column } from "./import-columns.ts";

const order = Object.keys(RepSchema._zod.def.shape);

/** The rep as it is written, with what the table says laid over it: what is the same is not touched. */
export const layOver = (
  there: YAMLMap | undefined,
  id: string,
  cells: ReadonlyMap<Column, unknown>,
  document: Document,
): { node: YAMLMap; fields: string[] } => {
  const node = there ?? new YAMLMap();
  const before: Record<string, unknown> = node.toJS(document);
  const after = [...cells].reduce(withCell, { ...before, id });
  const fields = order.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  for (const field of fields) setField(node, field, after[field], document);
  return { node, fields };
};

const withCell = (rep: Record<string, unknown>, [{ path }, value]: [Column, unknown]): Record<string, unknown> => {
  const [field, key] = path;
  if (field === "id") return rep;
  if (key === undefined) return { ...rep, [field]: value };
  const inner = rep[field];
  return { ...rep, [field]: { ...(typeof inner === "object" ? inner : {}), [key]: value } };
};

/** In the place that the field has in the schema; a comment beside the old value stays. */
const setField = (node: YAMLMap, field: string, value: unknown, document: Document): void => {
  const old = node.get(field, true);
  if (value === undefined) {
    node.delete(field);
    return;
  }
  const fresh = document.createNode(value);
  compact(fresh);
  if (isNode(old) && old.comment != null) fresh.comment = old.comment;
  if (node.has(field)) {
    node.set(field, fresh);
    return;
  }
  const at = node.items.findIndex(({ key }) => order.indexOf(nameOf(key)) > order.indexOf(field));
  node.items.splice(at < 0 ? node.items.length : at, 0, document.createPair(field, fresh));
};

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** In one line, but for lists of groups: one group a line. */
const compact = (fresh: unknown): void => {
  if (!isCollection(fresh)) return;
  fresh.flow = !fresh.items.some((item) => isCollection(item) && !isPair(item));
  if (fresh.flow) return;
  visit(fresh, {
    Collection: (_, each) => {
      if (each !== fresh) each.flow = true;
    },
  });
};

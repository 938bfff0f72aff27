/** Where two values differ: by keys, and in lists by the `id` or `kind` of what stands in them. */
export interface Difference {
  readonly path: readonly string[];
  /** `undefined`: it was not there. */
  readonly before: unknown;
  /** `undefined`: it is not there any more. */
  readonly after: unknown;
}

/** In the order of the keys of what was before, then what is new. What has no names inside is compared as a whole. */
export const differences = (before: unknown, after: unknown, path: readonly string[] = []): Difference[] => {
  const [was, is] = [namedParts(before), namedParts(after)];
  if (was === undefined || is === undefined)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    differences(was.get(name), is.get(name), [...path, name]),
  );
};

const namedParts = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const isNamed = value.length > 0 && names.every((name) => name !== undefined);
  return isNamed && new Set(names).size === names.length
    ? new Map(names.map((name, i) => [name ?? "", value[i]]))
    : undefined;
};

const nameOf = (part: unknown): string | undefined => {
  if (typeof part !== "object" || part === null) return undefined;
  const name = "id" in part ? part.id : "kind" in part ? part.kind : undefined;
  return typeof name === "string" ? name : undefined;
};

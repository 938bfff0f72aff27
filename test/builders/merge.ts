/** Some of the fields, at any depth; lists are given whole. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** `base` with the fields of `changes` laid over it; lists, and the fields named in `whole`, are replaced whole. */
export const merge = (base: unknown, changes: unknown, whole: readonly string[] = []): unknown => {
  if (!isFields(base) || !isFields(changes)) return changes;
  const changed = Object.entries(changes).map(([key, value]) => [
    key,
    whole.includes(key) ? value : merge(base[key], value, whole),
  ]);
  return { ...base, ...Object.fromEntries(changed) };
};

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

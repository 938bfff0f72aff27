/** A value within JSON, and the names that lead to it; a list of texts or numbers is one value. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every value of a JSON that `jsonOf` has found not to be nested too deeply. */
export const leavesOf = (value: unknown, path: readonly string[] = []): Leaf[] => {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  if (Array.isArray(value) && !value.some((each) => typeof each === "object" && each !== null))
    return [{ path, value }];
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]));
};

/** RFC 6901. */
export const pointerOf = (path: readonly string[]): string =>
  path.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What is at a pointer; `undefined` when nothing is. */
export const atPointer = (value: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce(
      (at: unknown, name) =>
        typeof at === "object" && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined,
      value,
    );

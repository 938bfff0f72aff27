import { limits } from "../../contract/limits.ts";

/** What was sent, by the sender's own names and in the sender's order; a name may come more than once. */
export type Sent = readonly (readonly [name: string, value: unknown])[];

/** The fields of an object. `undefined`: it is none, is nested too deeply, or has too many. */
export const sentOf = (value: unknown): Sent | undefined => {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isTooDeep(value)) return undefined;
  const sent = Object.entries(value);
  return sent.length > limits.formFields ? undefined : sent;
};

/** Level by level, not by recursion: the sender chooses the depth. */
export const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.nestingLevels) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
};

/** A single value as text; `undefined` for nothing, lists and objects. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

/** Any value as text: texts and numbers as they are, nothing as nothing, the rest as JSON. */
export const anyText = (value: unknown): string =>
  value === null || value === undefined ? "" : (scalarText(value) ?? JSON.stringify(value));

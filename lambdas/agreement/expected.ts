import * as z from "zod/mini";
import type { Finding, Path } from "./problem.ts";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];
type Issue = z.core.$ZodIssue;

/** What the schema expects where it found something else, for zod to put into its issues. */
export const expected = (issue: RawIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return ownWords(issue) ?? names[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of: ${issue.values.join(", ")}`;
    case "too_small":
      return bound(issue.origin, "at least", "more than", issue.minimum, issue.inclusive);
    case "too_big":
      return bound(issue.origin, "at most", "less than", issue.maximum, issue.inclusive);
    case "invalid_format":
      return issue.format === "email" ? "an e-mail address" : `text in the form ${issue.format}`;
    case "unrecognized_keys":
      return `one of: ${keysOf(issue.inst).join(", ")}`;
    default:
      return "another value";
  }
};

/** The checks that an empty text does not pass say what kind of text is missing. */
const ownWords = ({ inst }: RawIssue): string | undefined =>
  inst instanceof z.ZodMiniType && inst._zod.def.type === "string"
    ? inst.safeParse("", { error: expected }).error?.issues[0]?.message
    : undefined;

/** The form that a text must have by its schema: `a date such as 2026-05-15`; `undefined` where any text will do. */
export const formOf = (schema: z.core.$ZodType): string | undefined => {
  if (!(schema instanceof z.ZodMiniType) || schema._zod.def.type !== "string") return undefined;
  const words = schema.safeParse("").error?.issues[0];
  return words?.code === "invalid_format" && words.format !== "email" ? words.message : undefined;
};

const names: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

const bound = (
  origin: string,
  including: string,
  excluding: string,
  limit: number | bigint,
  inclusive = true,
): string => {
  if (origin === "string") return "text that is not empty";
  if (origin === "array") return `a list of ${including} ${limit}`;
  return `a number of ${inclusive ? including : excluding} ${limit}`;
};

const keysOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodMiniObject) return Object.keys(schema._zod.def.shape);
  if (schema instanceof z.ZodMiniRecord && schema._zod.def.keyType instanceof z.ZodMiniEnum)
    return schema._zod.def.keyType.options.map(String);
  return [];
};

/** The schema's issues in words, with what was found instead. */
export const findingsOf = (issues: readonly Issue[], value: unknown): Finding[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key; expected ${issue.message}` }));
    const meant = issue.code === "invalid_union" ? issue.errors.filter(isMeantBy(valueAt(value, path))) : [];
    if (meant.length === 1)
      return findingsOf(
        meant.flatMap((inner) => inner.map(under(issue.path))),
        value,
      );
    return [{ path, message: `${found(value, path)}; expected ${issue.message}` }];
  });

/** Of the forms that a term may have, the one whose keys were written is the one that was meant. */
const isMeantBy =
  (value: unknown) =>
  (issues: readonly Issue[]): boolean =>
    issues.every(({ code, path: [key] }) => {
      return code !== "unrecognized_keys" && key !== undefined && valueAt(value, [String(key)]) !== undefined;
    });

const under =
  (path: readonly PropertyKey[]) =>
  (issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });

const found = (value: unknown, path: Path): string => {
  const there = valueAt(value, path);
  if (there === undefined) return "missing";
  if (Array.isArray(there)) return `found a list of ${there.length}`;
  return typeof there === "object" && there !== null ? "found a group of keys" : `found ${JSON.stringify(there)}`;
};

const valueAt = (value: unknown, path: Path): unknown => path.reduce<unknown>(stepInto, value);

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(String(step)) : undefined;

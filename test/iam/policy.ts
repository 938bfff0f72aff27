/**
 * Decides as IAM does, for the part of its language that this stack uses. What it does not know it refuses to judge.
 * Semantics: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import * as z from "zod/mini";

const textOrTexts = z.union([z.string(), z.array(z.string())]);

/** Strict: `NotAction` or `NotResource` would turn the meaning around. */
export const StatementSchema = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.optional(z.unknown()),
  Action: textOrTexts,
  Resource: z.optional(textOrTexts),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), textOrTexts))),
});
export type Statement = z.infer<typeof StatementSchema>;

export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /** What conditions may ask about, by the key's name. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A Deny wins; without an Allow it is refused. */
export const isAllowed = (statements: readonly Statement[], request: AccessRequest): boolean => {
  const meant = statements.filter((statement) => applies(statement, request));
  return meant.some(({ Effect }) => Effect === "Allow") && meant.every(({ Effect }) => Effect === "Allow");
};

const applies = ({ Action, Resource, Condition = {} }: Statement, { action, resource, context }: AccessRequest) =>
  listOf(Action).some((pattern) => isLike(pattern.toLowerCase(), action.toLowerCase())) &&
  listOf(Resource ?? []).some((pattern) => isLike(pattern, resource)) &&
  Object.entries(Condition).every(([operator, asked]) =>
    Object.entries(asked).every(([key, values]) => operatorOf(operator)(valuesOf(context, key), listOf(values))),
  );

export const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

/** `*` is any text, `?` one character. */
export const isLike = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "s",
  ).test(text);

/** Names of condition keys are the same in capitals and small letters. */
const valuesOf = (context: AccessRequest["context"], key: string): readonly string[] | undefined =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

type Operator = (found: readonly string[] | undefined, wanted: readonly string[]) => boolean;

const isEqual = (wanted: string, found: string): boolean => wanted === found;
const single =
  (holds: typeof isEqual): Operator =>
  (found = [], wanted) =>
    found.some((each) => wanted.some((value) => holds(value, each)));
/** True of no values at all: an Allow by it needs `Null` beside it. */
const forAll =
  (holds: typeof isEqual): Operator =>
  (found = [], wanted) =>
    found.every((each) => wanted.some((value) => holds(value, each)));

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: single(isEqual),
  StringLike: single(isLike),
  ArnEquals: single(isLike),
  ArnLike: single(isLike),
  Bool: single(isEqual),
  Null: (found, wanted) => wanted.includes(String(found === undefined)),
  "ForAllValues:StringEquals": forAll(isEqual),
  "ForAllValues:StringLike": forAll(isLike),
  "ForAnyValue:StringEquals": single(isEqual),
  "ForAnyValue:StringLike": single(isLike),
};

const operatorOf = (name: string): Operator => {
  const operator = operators[name];
  if (operator === undefined) throw new Error(`unknown condition operator: ${name}`);
  return operator;
};

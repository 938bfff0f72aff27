import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { agreementKeys, formAt, wordsAt } from "../../lambdas/agreement/agreement-keys.ts";
import { AgreementSchema } from "../../lambdas/contract/agreement.ts";

type Schema = z.core.JSONSchema.JSONSchema;
const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every key that the schema knows: list members are `[]`, stages and days are `*`. */
const keysOfSchema = (schema: unknown, path = ""): string[] => {
  if (!isSchema(schema)) return [];
  const { properties = {}, additionalProperties, propertyNames, items = [], anyOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      `${path}.${key}`,
      ...keysOfSchema(value, `${path}.${key}`),
    ]),
    ...(propertyNames === undefined ? [] : [`${path}.*`, ...keysOfSchema(additionalProperties, `${path}.*`)]),
    ...[items].flat().flatMap((each) => keysOfSchema(each, `${path}[]`)),
    ...anyOf.flatMap((each) => keysOfSchema(each, path)),
  ];
};

const keysOfWords = (term: unknown, path: string): string[] => {
  if (!isRecord(term)) return [path];
  const below = (keys: unknown, at: string) =>
    isRecord(keys) ? Object.entries(keys).flatMap(([key, each]) => keysOfWords(each, `${at}.${key}`)) : [];
  return [
    path,
    ...below(term.keys, path),
    ...below(term.list, `${path}[]`),
    ...(term.each === undefined ? [] : keysOfWords(term.each, `${path}.*`)),
  ];
};

const known = Object.entries(agreementKeys).flatMap(([key, term]) => keysOfWords(term, `.${key}`));

describe("the words of the agreement's keys", () => {
  it("are there once for every key of the schema, and for no other", () => {
    const keys = new Set(keysOfSchema(z.toJSONSchema(AgreementSchema)));
    expect(keys.size).toBeGreaterThan(150);
    expect([...keys].sort()).toEqual(known.sort());
  });

  it("are a label in both languages and a description, and where any text would do, its form", () => {
    for (const key of known) {
      const { label, description } = wordsAt(key.replaceAll("[]", ".0").split(".").slice(1)) ?? {};
      expect([key, label?.es, label?.en, description].every((words) => words?.trim())).toBe(true);
      expect([key, description]).toEqual([key, expect.stringMatching(/[.]$/)]);
    }
    expect(formAt(["team", "reps", 3, "timeZone"])).toBe(formAt(["company", "timeZone"]));
  });

  it("are none for a list's member and for what no key is called", () => {
    expect([wordsAt([]), wordsAt(["team", "reps", 0]), wordsAt(["team", "nobody"])]).toEqual(Array(3).fill(undefined));
  });
});

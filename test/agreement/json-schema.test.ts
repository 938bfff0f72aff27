import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { agreementJsonSchema, agreementJsonSchemaText } from "../../lambdas/agreement/json-schema.ts";
import { AgreementSchema } from "../../lambdas/contract/agreement.ts";
import { shipped } from "./explain/altered.ts";

type Schema = ReturnType<typeof agreementJsonSchema>;

const file = "docs/agreement.schema.json";
const agreements = ["agreement.yaml", "agreement.demo.yaml"];

// Formats are what editors check themselves; strings have patterns beside them.
const isValid = new Ajv({ validateFormats: false, strictTuples: false }).compile(agreementJsonSchema());

/** Every key that the schema knows, with what it says of it. */
const keysIn = (schema: unknown, path: string): { path: string; description: unknown }[] => {
  if (!isSchema(schema)) return [];
  const { properties = {}, items = [], anyOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      { path: `${path}.${key}`, description: isSchema(value) ? value.description : undefined },
      ...keysIn(value, `${path}.${key}`),
    ]),
    ...[items].flat().flatMap((each) => keysIn(each, `${path}[]`)),
    ...anyOf.flatMap((each) => keysIn(each, path)),
  ];
};

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

describe("the JSON Schema of the agreement", () => {
  it("is what zod says today", () => {
    expect(readFileSync(file, "utf8"), "run: npm run agreement:schema").toBe(agreementJsonSchemaText());
  });

  it("explains every key", () => {
    const keys = keysIn(agreementJsonSchema(), "");
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter(({ description }) => description === undefined)).toEqual([]);
  });

  it("lists the stages and the days one by one, for editors to complete", () => {
    const paths = keysIn(agreementJsonSchema(), "").map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([".stages.handed-off.owner", ".company.workingHours.friday"]));
  });

  it.each(agreements)("is named in the first line of %s, and holds for it", (agreement) => {
    const text = readFileSync(agreement, "utf8");
    expect(text.split("\n", 1)).toEqual([`# yaml-language-server: $schema=${file}`]);
    isValid(parse(text));
    expect(isValid.errors).toBeNull();
  });

  it.each([
    ["a key that nobody knows", "leastFit: 50", "leestFit: 50"],
    ["a stage that nobody knows", "  lost: {", "  missed: {"],
    ["a day that nobody knows", "    friday: [", "    viernes: ["],
    ["two tests in one", "test: { seniority: manager }", "test: { seniority: manager, exists: true }"],
    ["what no field can be called", "field: jobTitle", "field: Job title"],
    ["a length of time in other words", "cadence: 7 days", "cadence: weekly"],
    ["too many points", "points: 25", "points: 250"],
    ["three grades", "fit: [75, 50]", "fit: [75, 50, 25]"],
  ])("marks %s", (_, passage, otherwise) => {
    expect(shipped).toContain(passage);
    expect(isValid(parse(shipped.replace(passage, otherwise)))).toBe(false);
  });

  it("marks nothing that is in order", () => {
    const lines = shipped.split("\n");
    const other = fc.constantFrom("", "1", "-5", "x", "[]", "[a]", "{}", "null", "true", "2 days", "https://a.example");
    fc.assert(
      fc.property(fc.nat(lines.length - 1), other, (at, value) => {
        const text = lines.with(at, (lines[at] ?? "").replace(/(:|-) .*/, `$1 ${value}`)).join("\n");
        const terms = readable(text);
        fc.pre(AgreementSchema.safeParse(terms).success);
        expect(isValid(terms)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

/** What an editor makes of a text that may be broken. */
const readable = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

import * as z from "zod/mini";
import { AgreementSchema } from "../contract/agreement.ts";
import { wordsAt } from "./agreement-keys.ts";
import { formOf } from "./expected.ts";
import type { Path } from "./problem.ts";

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * The agreement as a JSON Schema, for editors: they complete the keys, explain each, and mark what the schema does not
 * allow. Only `npm run agreement:check` knows the rules between terms. All editors support draft 7.
 */
export const agreementJsonSchema = (): Schema => {
  const { $schema, ...schema } = z.toJSONSchema(AgreementSchema, {
    target: "draft-07",
    override: ({ zodSchema, jsonSchema }) => {
      const form = formOf(zodSchema);
      if (form !== undefined) jsonSchema.description = sentence(form);
    },
  });
  return { $schema, title: "The agreement between marketing and sales", ...explained(schema, []) };
};

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The file as it is written: `docs/agreement.schema.json`. */
export const agreementJsonSchemaText = (): string => `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`;

/** The schema with its words at every key; the forms that one key may have share them, and so do plain list members. */
const explained = (schema: Schema, path: Path): Schema => ({ ...wordsOf(schema, path), ...inside(schema, path) });

const wordsOf = ({ description: format }: Schema, path: Path): Schema => {
  const words = wordsAt(path);
  if (words === undefined) return {};
  const form = words.form === undefined ? format : sentence(words.form);
  const said = words.description.endsWith(".") ? words.description : `${words.description}.`;
  return { title: words.label.en, description: form === undefined ? said : `${said} ${form}` };
};

const inside = ({ description: _, ...schema }: Schema, path: Path): Schema => {
  const { propertyNames, additionalProperties, ...rest } = schema;
  const keys = namesIn(propertyNames);
  const named = keys.map((key) => [key, below(additionalProperties ?? {}, [...path, key])]);
  const listed = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, below(value, [...path, key])]);
  const properties = Object.fromEntries([...listed, ...named]);
  return {
    ...rest,
    ...(schema.type === "object" && { properties, additionalProperties: false }),
    ...(schema.items !== undefined && { items: itemsOf(schema.items, [...path, 0]) }),
    ...(schema.anyOf !== undefined && { anyOf: schema.anyOf.map((each) => inside(each, path)) }),
  };
};

/** Editors complete keys that are listed one by one, not those that a rule for names allows. */
const namesIn = (names: Schema["propertyNames"]): string[] =>
  typeof names === "object" && names.enum !== undefined ? names.enum.map(String) : [];

const below = (schema: Schema | boolean, path: Path): Schema | boolean =>
  typeof schema === "boolean" ? schema : explained(schema, path);

const itemsOf = (items: NonNullable<Schema["items"]>, path: Path): NonNullable<Schema["items"]> => {
  if (typeof items === "boolean") return items;
  return Array.isArray(items) ? items.map((each) => member(each, path)) : member(items, path);
};

const member = (schema: Schema | boolean, path: Path): Schema | boolean =>
  typeof schema === "boolean" ? schema : inside(schema, path);

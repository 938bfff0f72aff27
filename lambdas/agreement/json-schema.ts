import * as z from "zod/mini";
import { AgreementSchema } from "../contract/agreement.ts";
import { descriptionOf } from "./schema-descriptions.ts";

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * The agreement as a JSON Schema, for editors: they complete the keys, explain each, and mark what the schema does not
 * allow. What the terms must be to one another only `npm run agreement:check` says. Draft 7 is what all of them read.
 */
export const agreementJsonSchema = (): Schema => {
  const { $schema, ...schema } = z.toJSONSchema(AgreementSchema, { target: "draft-07" });
  return { $schema, title: "The agreement between marketing and sales", ...explained(schema, "") };
};

/** The file as it is written: `docs/agreement.schema.json`. */
export const agreementJsonSchemaText = (): string => `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`;

/** The schema with a description at every key; `path` is such as `personas[].criteria[].test.oneOf`. */
const explained = (schema: Schema, path: string): Schema => {
  const description = descriptionOf(path);
  const { propertyNames, additionalProperties, ...rest } = schema;
  const keys = namesIn(propertyNames);
  const named = keys.map((key) => [key, below(additionalProperties ?? {}, `${path}.*`)]);
  const listed = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, below(value, join(path, key))]);
  const properties = Object.fromEntries([...listed, ...named]);
  return {
    ...(description !== undefined && { description }),
    ...rest,
    ...(schema.type === "object" && { properties, additionalProperties: false }),
    ...(schema.items !== undefined && { items: itemsOf(schema.items, `${path}[]`) }),
    ...(schema.anyOf !== undefined && { anyOf: schema.anyOf.map((each) => withoutDescription(explained(each, path))) }),
  };
};

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** Editors complete keys that are listed one by one, not those that a rule for names allows. */
const namesIn = (names: Schema["propertyNames"]): string[] =>
  typeof names === "object" && names.enum !== undefined ? names.enum.map(String) : [];

const below = (schema: Schema | boolean, path: string): Schema | boolean =>
  typeof schema === "boolean" ? schema : explained(schema, path);

const itemsOf = (items: NonNullable<Schema["items"]>, path: string): NonNullable<Schema["items"]> => {
  if (typeof items === "boolean") return items;
  return Array.isArray(items) ? items.map((each) => below(each, path)) : below(items, path);
};

/** The forms that one key may have share its description. */
const withoutDescription = ({ description: _, ...schema }: Schema): Schema => schema;

import { readFileSync } from "node:fs";
import * as ts from "typescript";
import * as z from "zod/mini";

/**
 * What the comments of a file of schemas say, for the document: the reason stands once, where the schema does. A field
 * whose schema has a name of its own keeps the words of that schema.
 */
export const describeByComments = (file: string, schemas: Readonly<Record<string, unknown>>): void => {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    for (const { name, initializer } of statement.declarationList.declarations) {
      const schema = schemas[name.getText()];
      if (!isSchema(schema) || initializer === undefined) continue;
      describe(schema, commentOf(statement));
      describeFields(schema, madeBy(initializer));
    }
  }
};

export const isSchema = (value: unknown): value is z.ZodMiniType => value instanceof z.ZodMiniType;

const describe = (schema: z.core.$ZodType, comment: string): void => {
  const known = z.globalRegistry.get(schema);
  if (comment !== "" && known?.description === undefined)
    z.globalRegistry.add(schema, { ...known, description: comment });
};

/** What `droppable` (lambdas/contract/start-light.ts) makes, as it is written. */
const madeBy = (written: ts.Expression): ts.Node => {
  if (!ts.isCallExpression(written) || written.expression.getText() !== "droppable") return written;
  const [make] = written.arguments;
  return make !== undefined && ts.isArrowFunction(make) ? make.body : written;
};

/** Below the schema as far as it is written out here. */
const describeFields = (schema: z.core.$ZodType, written: ts.Node): void => {
  if (!ts.isCallExpression(written)) return;
  const [argument] = written.arguments;
  const inner = innerOf(schema);
  if (inner !== undefined && argument !== undefined) describeFields(inner, argument);
  if (!(schema instanceof z.ZodMiniObject) || argument === undefined || !ts.isObjectLiteralExpression(argument)) return;
  for (const property of argument.properties.filter(ts.isPropertyAssignment)) {
    const field: unknown = schema.shape[property.name.getText()];
    if (!isSchema(field)) continue;
    // One that is named elsewhere is shared: what is said here is not true there.
    if (ts.isCallExpression(property.initializer)) describe(field, commentOf(property));
    describeFields(field, property.initializer);
  }
};

const innerOf = (schema: z.core.$ZodType): z.core.$ZodType | undefined => {
  if (schema instanceof z.ZodMiniArray) return schema._zod.def.element;
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable) return schema._zod.def.innerType;
  return undefined;
};

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((each) => (typeof each.comment === "string" ? each.comment : ""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

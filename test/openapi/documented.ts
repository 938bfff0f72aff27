import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import * as z from "zod/mini";

/** What was responded to a request, to be held against docs/openapi.json. */
export interface Responded {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

const MediaSchema = z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) }));
const ResponseSchema = z.looseObject({ $ref: z.optional(z.string()), content: z.optional(MediaSchema) });
const OperationSchema = z.looseObject({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.unknown())),
  requestBody: z.optional(z.looseObject({ content: MediaSchema })),
  responses: z.record(z.string(), ResponseSchema),
});
const DocumentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.unknown()),
    responses: z.record(z.string(), ResponseSchema),
  }),
});

const text = readFileSync("docs/openapi.json", "utf8");
export const reference = DocumentSchema.parse(JSON.parse(text));

/** Readers leave aside what they do not know; here a field that the document does not have is a fault. */
const closed = (_name: string, value: unknown): unknown => {
  const { type, properties, additionalProperties, anyOf } = Object(value);
  const isOpen = type === "object" && properties !== undefined && additionalProperties === undefined;
  return isOpen && anyOf === undefined ? { ...Object(value), additionalProperties: false } : value;
};

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(text, closed), "reference");
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

/** What is wrong with the value by the schema that stands at this place of the document; nothing when it fits. */
export const faultsBy = (place: readonly string[], value: unknown): string => {
  const pointer = place.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  const schema: AnySchema = { $ref: `reference#/${encodeURI(pointer)}` };
  const validate = compiled.get(pointer) ?? ajv.compile(schema);
  compiled.set(pointer, validate);
  return validate(value) ? "" : ajv.errorsText(validate.errors);
};

const templateOf = (path: string): string | undefined => {
  const [bare = ""] = path.split("?");
  if (reference.paths[bare] !== undefined) return bare;
  return Object.keys(reference.paths).find((template) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
};

/** Why the response is none that the document promises; nothing when it is. */
export const undocumented = ({ method, path, status, contentType, body }: Responded): string => {
  const said = `${method} ${path} responded ${status} ${contentType}`;
  const template = templateOf(path);
  // Whatever there is not is a 404 of the function that is asked for it.
  if (template === undefined) return status === 404 ? "" : `${said}: no such path`;
  const operation = reference.paths[template]?.[method.toLowerCase()];
  const response = operation?.responses[String(status)];
  if (response === undefined) return `${said}: not in the document`;
  const shared = response.$ref?.split("/").at(-1);
  const place =
    shared === undefined
      ? ["paths", template, method.toLowerCase(), "responses", String(status)]
      : ["components", "responses", shared];
  const { content = {} } = (shared === undefined ? response : reference.components.responses[shared]) ?? {};
  const [type = ""] = contentType.split(";");
  if (content[type] === undefined) return `${said}: only ${Object.keys(content).join(", ")} are in the document`;
  if (!type.endsWith("json")) return "";
  const faults = faultsBy([...place, "content", type, "schema"], body);
  return faults === "" ? "" : `${said}: ${faults}`;
};

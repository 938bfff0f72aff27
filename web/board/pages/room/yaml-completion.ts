import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import * as z from "zod/mini";

/** What of a JSON Schema says which keys and values are possible. */
const SchemaSchema = z.object({
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  additionalProperties: z.optional(z.unknown()),
  items: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  const: z.optional(z.unknown()),
  type: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  allOf: z.optional(z.array(z.unknown())),
});
type Schema = z.infer<typeof SchemaSchema>;

/** Keys and values that the agreement's schema knows at a place of the text. */
export const completionsFrom =
  (schema: unknown) =>
  (context: CompletionContext): CompletionResult | null => {
    const { doc } = context.state;
    const line = doc.lineAt(context.pos);
    const above = doc.sliceString(0, line.from).split("\n").slice(0, -1);
    const found = suggestionsAt(schema, above, line.text.slice(0, context.pos - line.from));
    if (found === undefined || (!context.explicit && found.typed === "")) return null;
    const options = found.suggestions.map(
      ({ label, isKey, info }): Completion => ({
        label,
        type: isKey ? "property" : "enum",
        ...(isKey && { apply: `${label}: ` }),
        ...(info !== undefined && { info }),
      }),
    );
    return options.length === 0 ? null : { from: context.pos - found.typed.length, options, validFor: /^[\w-]*$/ };
  };

interface Suggestion {
  readonly label: string;
  readonly isKey: boolean;
  readonly info: string | undefined;
}

/**
 * What can stand at the end of a line.
 * @param above the lines before it
 * @param begun the line up to where one types
 */
export const suggestionsAt = (
  schema: unknown,
  above: readonly string[],
  begun: string,
): { readonly suggestions: readonly Suggestion[]; readonly typed: string } | undefined => {
  const value = /^([\s-]*)([\w-]+):\s+([\w-]*)$/.exec(begun);
  if (value !== null) {
    const [, indent = "", key = "", typed = ""] = value;
    return { typed, suggestions: valuesOf(schemasAt(schema, [...pathTo(above, indent), key])) };
  }
  const key = /^([\s-]*)([\w-]*)$/.exec(begun);
  if (key === null) return undefined;
  const [, indent = "", typed = ""] = key;
  const at = schemasAt(schema, pathTo(above, indent));
  return { typed, suggestions: [...keysOf(at), ...(indent.includes("-") ? valuesOf(at) : [])] };
};

/** Keys under which a line with this indentation stands; an entry of a list is `-`. */
const pathTo = (above: readonly string[], indent: string): string[] => {
  const path: string[] = [];
  let within = indent.length;
  if (indent.includes("-")) {
    within = indent.indexOf("-");
    path.unshift("-");
  }
  for (const text of above.toReversed()) {
    const [, spaces = "", dash = "", key] = /^( *)((?:- +)*)(?:([\w-]+):)?/.exec(text) ?? [];
    if (text.trim() === "" || text.trimStart().startsWith("#")) continue;
    const depth = spaces.length + dash.length;
    // A list may stand as far left as the key that it belongs to.
    const isParent = depth < within || (depth === within && path[0] === "-" && dash === "" && key !== undefined);
    if (key !== undefined && isParent) {
      path.unshift(key);
      within = depth;
    }
    if (dash !== "" && spaces.length < within && depth <= within) {
      path.unshift("-");
      within = spaces.length;
    }
  }
  return path;
};

const read = (schema: unknown): Schema | undefined => SchemaSchema.safeParse(schema).data;

/** With all forms that something may have. */
const formsOf = (schema: unknown): Schema[] => {
  const one = read(schema);
  if (one === undefined) return [];
  return [one, ...[...(one.anyOf ?? []), ...(one.oneOf ?? []), ...(one.allOf ?? [])].flatMap(formsOf)];
};

const schemasAt = (schema: unknown, path: readonly string[]): Schema[] =>
  path.reduce<Schema[]>(
    (found, step) =>
      found.flatMap((each) =>
        step === "-" ? formsOf(each.items) : formsOf(each.properties?.[step] ?? each.additionalProperties),
      ),
    formsOf(schema),
  );

const keysOf = (schemas: readonly Schema[]): Suggestion[] =>
  unique(
    schemas.flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([label, of]) => {
        const { title, description } = read(of) ?? {};
        return { label, isKey: true, info: [title, description].filter(Boolean).join(": ") || undefined };
      }),
    ),
  );

const valuesOf = (schemas: readonly Schema[]): Suggestion[] =>
  unique(
    schemas.flatMap(({ enum: values = [], const: only, type }) =>
      [...values, ...(only === undefined ? [] : [only]), ...(type === "boolean" ? [true, false] : [])].map((each) => ({
        label: String(each),
        isKey: false,
        info: undefined,
      })),
    ),
  );

const unique = (suggestions: readonly Suggestion[]): Suggestion[] => [
  ...new Map(suggestions.map((each) => [each.label, each])).values(),
];

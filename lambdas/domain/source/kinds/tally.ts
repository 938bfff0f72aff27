import * as z from "zod/mini";
import { anyText } from "../../capture/sent.ts";
import { fromJson, IdSchema, otherEvent, otherShape } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";

const OptionsSchema = z.nullish(z.array(z.object({ id: IdSchema, text: z.optional(z.string()) })));
const FieldSchema = z.object({
  key: z.string(),
  label: z.nullish(z.string()),
  type: z.optional(z.string()),
  value: z.optional(z.unknown()),
  options: OptionsSchema,
  rows: OptionsSchema,
  columns: OptionsSchema,
});
type Field = z.infer<typeof FieldSchema>;
const EventSchema = z.object({ eventType: z.string() });
const ResponseSchema = z.object({
  data: z.object({
    responseId: z.string(),
    createdAt: z.optional(z.string()),
    fields: z.array(FieldSchema),
  }),
});
const FilesSchema = z.array(z.object({ url: z.string() })).check(z.minLength(1));
const MatrixSchema = z.record(z.string(), z.array(z.unknown()));

export const tally: SourceKind = {
  name: "Tally",
  pages: ["https://tally.so/help/webhooks"],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      const given = headers["tally-signature"];
      if (given === undefined) return "missing";
      return isSame(given, hmac("sha256", secret, body, "base64")) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    const event = EventSchema.safeParse(json);
    if (!event.success) return otherShape;
    if (event.data.eventType !== "FORM_RESPONSE") return otherEvent;
    const read = ResponseSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { responseId: id, createdAt, fields } = read.data.data;
    const answers = fields.map((field) => ({ id: field.key, label: field.label ?? undefined, value: saidIn(field) }));
    return { ok: true, arrived: [{ what: "form", id, at: instantOf(createdAt), answers }] };
  }),
  steps: [
    {
      es: "En Tally, publica tu formulario, abre la pestaña Integrations y pulsa Connect junto a Webhooks.",
      en: "In Tally, publish your form, open the tab Integrations and click Connect next to Webhooks.",
    },
    { es: "Pega esta dirección en «Endpoint URL»: {address}", en: "Paste this address as “Endpoint URL”: {address}" },
    {
      es: "Activa «Add a signing secret», pega {secret} y guarda; después envía tu formulario una vez, como prueba.",
      en: "Turn on “Add a signing secret”, paste {secret} and save; then submit your form once as a test.",
    },
  ],
};

/** Choices come as the ids of their options, files as objects, a matrix as a list of columns for each row. */
const saidIn = ({ value, options, rows, columns }: Field): unknown => {
  const files = FilesSchema.safeParse(value);
  if (files.success) return files.data.map(({ url }) => url);
  if (options != null) return [value ?? []].flat().map((id) => textOf(id, options));
  const matrix = columns == null ? undefined : MatrixSchema.safeParse(value).data;
  if (matrix === undefined) return value;
  return Object.entries(matrix).map(([row, chosen]) => {
    return `${anyText(textOf(row, rows))}: ${chosen.map((column) => anyText(textOf(column, columns))).join(", ")}`;
  });
};

const textOf = (id: unknown, options: z.infer<typeof OptionsSchema>): unknown =>
  (options ?? []).find((option) => option.id === id)?.text ?? id;

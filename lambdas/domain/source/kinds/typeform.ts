import * as z from "zod/mini";
import { fromJson, otherEvent, otherShape } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, SourceKind } from "../kind.ts";

const QuestionSchema = z.object({ id: z.string(), title: z.optional(z.string()) });
/** Fields within a group are beneath it. */
const FieldSchema = z.extend(QuestionSchema, {
  properties: z.optional(z.object({ fields: z.optional(z.array(QuestionSchema)) })),
});
const AnswerSchema = z.looseObject({
  type: z.string(),
  field: z.object({ id: z.string(), ref: z.optional(z.string()) }),
});
const VariableSchema = z.looseObject({ key: z.string(), type: z.string() });
const EventSchema = z.object({ event_type: z.string() });
const ResponseSchema = z.object({
  form_response: z.object({
    token: z.string(),
    submitted_at: z.optional(z.string()),
    hidden: z.nullish(z.record(z.string(), z.unknown())),
    calculated: z.nullish(z.object({ score: z.optional(z.number()) })),
    variables: z.nullish(z.array(VariableSchema)),
    definition: z.optional(z.object({ fields: z._default(z.array(FieldSchema), []) })),
    answers: z.nullish(z.array(AnswerSchema)),
  }),
});
const ChoicesSchema = z.object({ labels: z._default(z.array(z.string()), []), other: z.optional(z.string()) });
const ChoiceSchema = z.object({ label: z.optional(z.string()), other: z.optional(z.string()) });

export const typeform: SourceKind = {
  name: "Typeform",
  pages: [
    "https://www.typeform.com/developers/webhooks/example-payload/",
    "https://www.typeform.com/developers/webhooks/secure-your-webhooks/",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      const given = headers["typeform-signature"];
      if (given === undefined) return "missing";
      return isSame(given, `sha256=${hmac("sha256", secret, body, "base64")}`) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    const event = EventSchema.safeParse(json);
    if (!event.success) return otherShape;
    if (event.data.event_type !== "form_response") return otherEvent;
    const read = ResponseSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { token, submitted_at, hidden, calculated, variables, definition, answers } = read.data.form_response;
    const questions = (definition?.fields ?? []).flatMap((field) => [field, ...(field.properties?.fields ?? [])]);
    const titles = new Map(questions.map(({ id, title }) => [id, title]));
    const given = (answers ?? []).map(({ type, field, ...rest }): Answer => {
      return { id: field.ref ?? field.id, label: titles.get(field.id), value: saidBy(type, rest[type]) };
    });
    const hiddenFields = Object.entries(hidden ?? {}).map(([id, value]): Answer => ({ id, value }));
    const reckoned = (variables ?? []).map(({ key, type, ...rest }): Answer => ({ id: key, value: rest[type] }));
    // Forms of before the variables have the score only.
    if (variables == null && calculated?.score !== undefined) reckoned.push({ id: "score", value: calculated.score });
    return {
      ok: true,
      arrived: [
        { what: "form", id: token, at: instantOf(submitted_at), answers: [...given, ...hiddenFields, ...reckoned] },
      ],
    };
  }),
  steps: [
    {
      es: "En Typeform, abre tu formulario y ve a Connect > Webhooks > Add a webhook.",
      en: "In Typeform, open your form and go to Connect > Webhooks > Add a webhook.",
    },
    { es: "Pega esta dirección: {address}", en: "Paste this address: {address}" },
    {
      es: "En Edit > Secret, pega {secret} y activa el webhook; «View deliveries > Send test request» envía una prueba.",
      en: "Under Edit > Secret, paste {secret} and turn the webhook on; “View deliveries > Send test request” sends a test.",
    },
  ],
};

/** A choice is told by its label, several as a list. */
const saidBy = (type: string, value: unknown): unknown => {
  if (type === "choice") return ((choice) => choice?.label ?? choice?.other)(ChoiceSchema.safeParse(value).data);
  const several = type === "choices" ? ChoicesSchema.safeParse(value).data : undefined;
  return several === undefined ? value : [...several.labels, ...(several.other === undefined ? [] : [several.other])];
};

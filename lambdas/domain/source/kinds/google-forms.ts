import * as z from "zod/mini";
import { anyText } from "../../capture/sent.ts";
import { fromJson, IdSchema, otherShape } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";

/** What our own script posts: `docs/examples/google-forms.gs`. */
const ResponseSchema = z.object({
  responseId: z.string(),
  timestamp: z.nullish(z.string()),
  respondentEmail: z.nullish(z.string()),
  answers: z.array(z.object({ id: IdSchema, title: z.nullish(z.string()), value: z.optional(z.unknown()) })),
});

export const googleForms: SourceKind = {
  name: "Google Forms",
  pages: [
    "https://developers.google.com/apps-script/reference/forms/form-response",
    "https://developers.google.com/apps-script/reference/forms/item-response",
  ],
  proof: { by: "header" },
  read: fromJson((json) => {
    const read = ResponseSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { responseId: id, timestamp, respondentEmail, answers } = read.data;
    const given = answers.map(({ id, title, value }) => ({ id, label: title ?? undefined, value: saidBy(value) }));
    // Forms that collect addresses by themselves do not ask for them: there is no question.
    const email = respondentEmail ? [{ id: "email", value: respondentEmail }] : [];
    return { ok: true, arrived: [{ what: "form", id, at: instantOf(timestamp), answers: [...given, ...email] }] };
  }),
  steps: [
    {
      es: "En Google Forms, abre tu formulario y ve a Más (⋮) > Apps Script. Pega el script que te da operaciones (docs/examples/google-forms.gs).",
      en: "In Google Forms, open your form and go to More (⋮) > Apps Script. Paste the script that operations have (docs/examples/google-forms.gs).",
    },
    {
      es: "En las primeras líneas del script, pon en ADDRESS {address} y en SECRET {secret}, cada uno entre sus comillas, y guárdalo.",
      en: "In the first lines of the script put {address} into ADDRESS and {secret} into SECRET, each between its quotes, and save it.",
    },
    {
      es: "Elige la función «connect», pulsa Ejecutar y da permiso. Después envía tu formulario una vez, como prueba.",
      en: "Choose the function “connect”, click Run and give permission. Then submit your form once as a test.",
    },
  ],
};

/** A grid has a list of lists: one a row. */
const saidBy = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((row) => (Array.isArray(row) ? row.map(anyText).join(", ") : row)) : value;

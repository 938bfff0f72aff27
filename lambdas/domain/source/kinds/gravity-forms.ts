import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";
import { answersOf, eachRecord, type Named, pageIn, textIn } from "../records.ts";

/** `3`, or `1.6` of the sixth input in field 1; an entry's own properties have names. */
const fieldId = /^\d+(\.\d+)?$/;

export const gravityForms: SourceKind = {
  name: "Gravity Forms",
  pages: [
    "https://docs.gravityforms.com/triggering-webhooks-form-submissions/",
    "https://docs.gravityforms.com/webhooks-feed-meta",
    "https://docs.gravityforms.com/entry-object",
  ],
  proof: { by: "header" },
  read: eachRecord((named) => {
    if (!isEntry(named)) return { what: "form", answers: answersOf(named) };
    const properties = new Set([...named.keys()].filter((name) => !fieldId.test(name)));
    return {
      what: "form",
      id: textIn(named.get("id")),
      at: instantOf(`${textIn(named.get("date_created"))}Z`),
      answers: answersOf(named, properties),
      beside: pageIn(named.get("source_url")),
    };
  }),
  steps: [
    {
      es: "En WordPress, abre tu formulario de Gravity Forms y ve a Settings > Webhooks > Add New (complemento «Webhooks»).",
      en: "In WordPress, open your Gravity Forms form and go to Settings > Webhooks > Add New (the “Webhooks” add-on).",
    },
    {
      es: "Request URL: {address}. Request Method: POST. Request Format: JSON. Request Body: All Fields.",
      en: "Request URL: {address}. Request Method: POST. Request Format: JSON. Request Body: All Fields.",
    },
    {
      es: "En Request Headers añade Authorization con el valor «Bearer {secret}», guarda y envía el formulario una vez, como prueba.",
      en: "Under Request Headers add Authorization with the value “Bearer {secret}”, save, and send the form once as a test.",
    },
  ],
};

/** With «All Fields»; with «Select Fields» the names are those that the user has chosen, whatever they are. */
const isEntry = (named: Named): boolean => named.has("form_id") && [...named.keys()].some((name) => fieldId.test(name));

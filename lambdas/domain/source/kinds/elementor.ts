import type { Answer, Arrived, SourceKind } from "../kind.ts";
import { eachRecord, type Named, pageIn, textIn } from "../records.ts";

/** `fields[email][value]`, as «Advanced Data» writes it. */
const advancedName = /^fields\[([^\]]*)\]\[(title|value|raw_value)\]$/;
/** What stands beside the fields without «Advanced Data»; a site in another language writes the last ones in that. */
const notFields = new Set([
  "form_id",
  "form_name",
  "Date",
  "Time",
  "Page URL",
  "Page Title",
  "User Agent",
  "Remote IP",
  "Powered by",
]);
const untitled = "No Label ";

export const elementor: SourceKind = {
  name: "Elementor",
  pages: [
    "https://developers.elementor.com/docs/form-actions/",
    "https://github.com/proelements/proelements/blob/HEAD/modules/forms/actions/webhook.php",
    "https://github.com/proelements/proelements/blob/HEAD/modules/forms/classes/form-record.php",
  ],
  proof: { by: "address" },
  read: eachRecord((named) => {
    const fields = fieldsOf(named);
    return fields.size === 0 ? simple(named) : advanced(named, fields);
  }),
  steps: [
    {
      es: "En Elementor, selecciona tu formulario y añade «Webhook» en Content > Actions After Submit.",
      en: "In Elementor, select your form and add “Webhook” under Content > Actions After Submit.",
    },
    {
      es: "En Webhook > Webhook URL pega esta dirección, con el secreto de esta fuente al final: {address}",
      en: "Under Webhook > Webhook URL paste this address, with the secret of this source at its end: {address}",
    },
    {
      es: "Activa «Advanced Data», actualiza la página y envía el formulario una vez para probarlo.",
      en: "Turn on “Advanced Data”, update the page, and send the form once as a test.",
    },
  ],
};

type Field = ReadonlyMap<string, unknown>;

const fieldsOf = (named: Named): ReadonlyMap<string, Field> => {
  const fields = new Map<string, Map<string, unknown>>();
  for (const [name, value] of named) {
    const [, id, part] = advancedName.exec(name) ?? [];
    if (id !== undefined && part !== undefined)
      fields.set(id, (fields.get(id) ?? new Map<string, unknown>()).set(part, value));
  }
  return fields;
};

const advanced = (named: Named, fields: ReadonlyMap<string, Field>): Arrived => ({
  what: "form",
  answers: [...fields].map(([id, field]): Answer => {
    const raw = field.get("raw_value");
    return { id, label: textIn(field.get("title")), value: Array.isArray(raw) ? raw : (field.get("value") ?? raw) };
  }),
  beside: pageIn(named.get("meta[page_url][value]")),
});

const simple = (named: Named): Arrived => ({
  what: "form",
  answers: [...named]
    .filter(([name]) => !notFields.has(name))
    .map(([name, value]) => {
      return name.startsWith(untitled) ? { id: name.slice(untitled.length), value } : { label: name, value };
    }),
  beside: pageIn(named.get("Page URL")),
});

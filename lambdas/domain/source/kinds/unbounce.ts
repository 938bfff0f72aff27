import { entriesOf, jsonOf } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";
import { answersOf, eachRecord, type Named, pageIn, textIn } from "../records.ts";

/** What Unbounce puts beside the fields. */
const notFields = new Set([
  ...["page_id", "page_uuid", "page_name", "page_url", "variant", "ip_address", "time_submitted", "date_submitted"],
  ...["data.json", "data_json", "data.xml", "data_xml"],
]);

export const unbounce: SourceKind = {
  name: "Unbounce",
  pages: [
    "https://raw.githubusercontent.com/api-evangelist/unbounce/refs/heads/main/asyncapi/unbounce-webhooks.yml",
    "https://docs.snowplow.io/docs/collecting-data/collecting-data-from-third-parties/unbounce/",
  ],
  proof: { by: "header" },
  read: eachRecord((named) => {
    const fields = fieldsOf(named);
    if (fields === undefined) return undefined;
    return {
      what: "form",
      at: whenOf(textIn(fields.get("date_submitted")), textIn(fields.get("time_submitted"))),
      answers: answersOf(fields, notFields),
      beside: pageIn(named.get("page_url")) ?? pageIn(fields.get("page_url")),
    };
  }),
  steps: [
    {
      es: "En Unbounce, abre tu página y ve a Integrations > Webhooks > Add Webhook.",
      en: "In Unbounce, open your page and go to Integrations > Webhooks > Add Webhook.",
    },
    { es: "Pega esta dirección: {address}", en: "Paste this address: {address}" },
    {
      es: "Añade la cabecera Authorization con el valor «Bearer {secret}», guarda y envía el formulario de la página una vez.",
      en: "Add the header Authorization with the value “Bearer {secret}”, save, and send the page's form once.",
    },
  ],
};

/** They are in `data.json`, as a text when the body is a browser's form; each value is a list. */
const fieldsOf = (named: Named): Named | undefined => {
  const data = named.get("data.json") ?? named.get("data_json");
  if (data === undefined) return named;
  const fields = entriesOf(typeof data === "string" ? jsonOf({ url: "", headers: {}, body: Buffer.from(data) }) : data);
  return fields.length === 0 ? undefined : new Map(fields);
};

/** `2023-06-06` and `10:57 PM UTC`. */
const whenOf = (date: string | undefined, time: string | undefined): string | undefined => {
  const [, hour, minute, half] = /^(\d{1,2}):(\d\d) ([AP])M UTC$/.exec(time ?? "") ?? [];
  if (hour === undefined || Number(hour) > 12) return undefined;
  const hours = (Number(hour) % 12) + (half === "P" ? 12 : 0);
  return instantOf(`${date}T${String(hours).padStart(2, "0")}:${minute}:00Z`);
};

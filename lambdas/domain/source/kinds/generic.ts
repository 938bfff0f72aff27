import { jsonOf, notJson, otherShape } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { Arrived, SourceKind } from "../kind.ts";
import { atPointer, leavesOf, pointerOf } from "../leaves.ts";
import { textIn } from "../records.ts";

/** Any JSON: the agreement says where things are, and each value is an answer whose id is its pointer within the lead. */
export const generic: SourceKind = {
  name: "JSON",
  pages: ["https://rfc-editor.org/rfc/rfc6901"],
  proof: { by: "header" },
  read: (request, { generic: where = {} }) => {
    const json = jsonOf(request);
    if (json === undefined) return notJson(request);
    const found = where.each === undefined ? json : atPointer(json, where.each);
    const leads = where.each !== undefined && Array.isArray(found) ? found : [found];
    if (leads.some((lead: unknown) => typeof lead !== "object" || lead === null)) return otherShape;
    const arrived = leads.map((lead: unknown): Arrived => {
      const at = where.at === undefined ? undefined : instantOf(atPointer(lead, where.at));
      const id = where.id === undefined ? undefined : textIn(atPointer(lead, where.id));
      const answers = leavesOf(lead).map(({ path, value }) => ({ id: pointerOf(path), value }));
      return { what: "form", id, at, answers };
    });
    return { ok: true, arrived: arrived.length > 0 ? arrived : [{ what: "nothing", because: "ping" }] };
  },
  steps: [
    {
      es: "Mira un cuerpo de los que envía tu herramienta y escribe en el acuerdo dónde está cada dato: pointer: /data/email, to: email.",
      en: "Look at a body that your tool sends, and write in the agreement where each value is: pointer: /data/email, to: email.",
    },
    {
      es: "Configura la herramienta para enviar JSON por POST a {address}",
      en: "Set the tool up to send JSON by POST to {address}",
    },
    {
      es: "Añade la cabecera «Authorization: Bearer {secret}» y envía un caso de prueba.",
      en: "Add the header “Authorization: Bearer {secret}”, and send a test case.",
    },
  ],
};

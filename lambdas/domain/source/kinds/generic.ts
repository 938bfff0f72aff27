import { fromJson, readable } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { Arrived, SourceKind } from "../kind.ts";
import { atPointer, leavesOf, pointerOf } from "../leaves.ts";
import { textIn } from "../records.ts";

/** Any JSON: the agreement says where things are, and each value is an answer whose id is its pointer within the lead. */
export const generic: SourceKind = {
  name: "JSON",
  pages: ["https://rfc-editor.org/rfc/rfc6901"],
  proof: { by: "header" },
  read: fromJson((json, { generic: where = {} }) => {
    const found = where.each === undefined ? json : atPointer(json, where.each);
    const leads = where.each !== undefined && Array.isArray(found) ? found : [found];
    const arrived = leads.map((lead: unknown): Arrived | undefined => {
      if (typeof lead !== "object" || lead === null) return undefined;
      const at = where.at === undefined ? undefined : instantOf(atPointer(lead, where.at));
      const id = where.id === undefined ? undefined : textIn(atPointer(lead, where.id));
      const answers = leavesOf(lead).map(({ path, value }) => ({ id: pointerOf(path), value }));
      return { what: "form", id, at, answers };
    });
    return readable(arrived.length > 0 ? arrived : [{ what: "nothing", because: "ping" }]);
  }),
  steps: [
    {
      es: "Mira uno de los envíos de tu herramienta y pon en el acuerdo dónde está cada dato, como pointer: /data/email, to: email.",
      en: "Look at something that your tool sends, and put into the agreement where each value is, such as pointer: /data/email, to: email.",
    },
    {
      es: "Configura la herramienta para que envíe JSON por POST a {address}",
      en: "Set the tool up to send JSON by POST to {address}",
    },
    {
      es: "Añade la cabecera «Authorization: Bearer {secret}» y haz un envío de prueba.",
      en: "Add the header “Authorization: Bearer {secret}”, and send a test.",
    },
  ],
};

import * as z from "zod/mini";
import { fromJson, otherShape } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";
import { answersOf } from "../records.ts";
import { stamped } from "../stamped.ts";

const DeliverySchema = z.object({ submission: z.record(z.string(), z.unknown()) });
/** When it was sent; whatever else is there came with the form. */
const notFields = new Set(["_date"]);

export const formspree: SourceKind = {
  name: "Formspree",
  pages: [
    "https://help.formspree.io/hc/en-us/articles/360015234873-Webhooks",
    "https://help.formspree.io/hc/en-us/articles/49066877608723-Verify-Webhook-Signatures",
  ],
  proof: stamped("formspree-signature", "v1"),
  read: fromJson((json) => {
    const read = DeliverySchema.safeParse(json);
    if (!read.success) return otherShape;
    const named = new Map(Object.entries(read.data.submission));
    const at = instantOf(named.get("_date"));
    return { ok: true, arrived: [{ what: "form", at, answers: answersOf(named, notFields) }] };
  }),
  steps: [
    {
      es: "En Formspree, abre tu formulario, ve a Plugins > Webhooks y elige «Simple Webhook».",
      en: "In Formspree, open your form, go to Plugins > Webhooks and choose “Simple Webhook”.",
    },
    { es: "Pega esta dirección: {address}", en: "Paste this address: {address}" },
    {
      es: "Formspree muestra un secreto de firma: dáselo a operaciones, que lo guardan como secreto de esta fuente. Después envía el formulario una vez, como prueba.",
      en: "Formspree shows a signing secret: give it to operations, who store it as the secret of this source. Then send the form once as a test.",
    },
  ],
};

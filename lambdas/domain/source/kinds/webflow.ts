import * as z from "zod/mini";
import { fromJson, otherEvent, otherShape } from "../bodies.ts";
import { hmac, isOld, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { SourceKind } from "../kind.ts";

const EventSchema = z.object({ triggerType: z.string(), payload: z.optional(z.unknown()) });
const DataSchema = z.record(z.string(), z.unknown());
const SecondSchema = z.object({
  id: z.optional(z.string()),
  submittedAt: z.optional(z.string()),
  data: DataSchema,
});
/** Without an envelope. */
const FirstSchema = z.object({ _id: z.string(), d: z.optional(z.string()), data: DataSchema });

export const webflow: SourceKind = {
  name: "Webflow",
  pages: [
    "https://developers.webflow.com/data/v2.0.0/reference/webhooks/events/form-submission",
    "https://developers.webflow.com/data/v1.0.0/reference/form_submission",
    "https://developers.webflow.com/data/docs/working-with-webhooks",
    "https://github.com/webflow/js-webflow-api/blob/HEAD/src/wrapper/WebhooksClient.ts",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret, now) => {
      const given = headers["x-webflow-signature"];
      const time = headers["x-webflow-timestamp"];
      if (given === undefined || time === undefined) return "missing";
      const signed = Buffer.concat([Buffer.from(`${time}:`), body]);
      if (!isSame(given, hmac("sha256", secret, signed, "hex"))) return "wrong";
      return isOld(Number(time), now, 5 * 60_000) ? "old" : "right";
    },
  },
  read: fromJson((json) => {
    const event = EventSchema.safeParse(json).data;
    if (event !== undefined && event.triggerType !== "form_submission") return otherEvent;
    const second = event && SecondSchema.safeParse(event.payload).data;
    const first = event === undefined ? FirstSchema.safeParse(json).data : undefined;
    const data = second?.data ?? first?.data;
    if (data === undefined) return otherShape;
    // Webflow's names of fields are what its designers call them.
    const answers = Object.entries(data).map(([name, value]) => ({ id: name, label: name, value }));
    return {
      ok: true,
      arrived: [
        { what: "form", id: second?.id ?? first?._id, at: instantOf(second?.submittedAt ?? first?.d), answers },
      ],
    };
  }),
  steps: [
    {
      es: "En Webflow, ve a Site settings > Apps & integrations > API access y crea un token con los permisos «Forms: read» y «Sites: write».",
      en: "In Webflow, go to Site settings > Apps & integrations > API access and create a token with the permissions “Forms: read” and “Sites: write”.",
    },
    {
      es: "Dáselo a operaciones: con la orden de docs/sources.md («Webflow») crean el webhook, con url {address}. Los que se crean en el panel no van firmados.",
      en: "Give it to operations: with the command in docs/sources.md (“Webflow”) they create the webhook, with url {address}. Those created on the dashboard are not signed.",
    },
    {
      es: "La respuesta trae el secreto (secretKey; si el webhook es de una app, su «Client secret»), que operaciones guardan como el de esta fuente. Publica el sitio y envía el formulario una vez, como prueba.",
      en: "Its response has the secret (secretKey; if the webhook is an app's, its “Client secret”), which operations store as this source's. Publish the site and submit the form once as a test.",
    },
  ],
};

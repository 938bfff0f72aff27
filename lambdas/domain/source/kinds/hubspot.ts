import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { fromJson, IdSchema, otherEvent, otherShape } from "../bodies.ts";
import { hmac, isOld, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, ProofFault, SourceKind, ToolRequest } from "../kind.ts";

const SubmissionSchema = z.object({
  "conversion-id": z.optional(z.string()),
  timestamp: z.optional(z.number()),
  "page-url": z.nullish(z.string()),
});
const ValueSchema = z.nullable(z.union([z.string(), z.number(), z.boolean()]));
/** A contact with all of its properties: each as itself, or with its history. */
const ContactSchema = z.object({
  properties: z.record(z.string(), z.union([ValueSchema, z.object({ value: z.optional(z.unknown()) })])),
  "form-submissions": z.nullish(z.array(SubmissionSchema)),
});
/** What the workflow's author has chosen of it. */
const ChosenSchema = z.record(z.string(), ValueSchema);
const ConversionSchema = z.object({ hs_object_id: IdSchema, recent_conversion_date: IdSchema });
/** Something that has happened in the CRM, with ids only. */
const EventsSchema = z.array(z.object({ subscriptionType: z.string() })).check(z.minLength(1));

const mostMillis = 5 * 60_000;

export const hubspot: SourceKind = {
  name: "HubSpot",
  pages: [
    "https://knowledge.hubspot.com/workflows/how-do-i-use-webhooks-with-hubspot-workflows",
    "https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation",
    "https://developers.hubspot.com/docs/faq/v1-request-validation",
    "https://developers.hubspot.com/docs/faq/v2-request-validation",
    "https://github.com/HubSpot/hubspot-api-nodejs/blob/HEAD/test/unit/signature.spec.ts",
  ],
  proof: {
    by: "signed",
    check: (request, secret, now) => {
      const { headers } = request;
      if (headers["x-hubspot-signature-v3"] !== undefined) return checkedV3(request, secret, now);
      const given = headers["x-hubspot-signature"];
      if (given !== undefined) return isSame(given, digest(request, secret)) ? "right" : "wrong";
      // A workflow signs for an app only; without one it sends a header of its author's.
      if (headers.authorization === undefined) return "missing";
      return isSame(headers.authorization, `Bearer ${secret}`) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    if (EventsSchema.safeParse(json).success) return otherEvent;
    const contact = ContactSchema.safeParse(json).data;
    const properties = contact?.properties ?? ChosenSchema.safeParse(json).data;
    if (properties === undefined || Array.isArray(json)) return otherShape;
    const said = Object.entries(properties).map(([name, value]): [string, unknown] => [
      name,
      typeof value === "object" && value !== null ? value.value : value,
    ]);
    const submissions = (contact?.["form-submissions"] ?? []).toSorted((one, other) => timeOf(other) - timeOf(one));
    const { "conversion-id": submission, timestamp, "page-url": pageUrl } = submissions[0] ?? {};
    const last = ConversionSchema.safeParse(Object.fromEntries(said)).data;
    const id = submission ?? (last && `${last.hs_object_id}-${last.recent_conversion_date}`);
    const at = instantOf(timestamp ?? Number(last?.recent_conversion_date));
    const answers = said.filter(([name]) => !isOwnFigure(name)).map(([name, value]): Answer => ({ id: name, value }));
    return { ok: true, arrived: [{ what: "form", id, at, answers, beside: { pageUrl: pageUrl ?? undefined } }] };
  }),
  steps: [
    {
      es: "En HubSpot, ve a Automatización > Flujos de trabajo, abre el flujo que empieza con tu formulario y añade «Enviar un webhook» con el método POST a {address}",
      en: "In HubSpot, go to Automation > Workflows, open the workflow that starts with your form and add “Send a webhook” with the method POST to {address}",
    },
    {
      es: "En «Tipo de autenticación» elige «Clave de API», con nombre Authorization, ubicación «Encabezado de la solicitud» y valor Bearer {secret}. Si firmas con una app, da su «Client secret» a operaciones, que lo guardan como secreto de esta fuente.",
      en: "As “Authentication type” choose “API key”, with the name Authorization, the location “Request header” and the value Bearer {secret}. If you sign by an app, give its “Client secret” to operations, who store it as the secret of this source.",
    },
    {
      es: "En «Personalizar el cuerpo de la solicitud» añade las propiedades del formulario, hs_object_id y recent_conversion_date, y prueba la acción con un contacto.",
      en: "Under “Customize request body” add the form's properties, hs_object_id and recent_conversion_date, and test the action with a contact.",
    },
  ],
};

/** HMAC over method, address, body and time. Some characters of the address are signed as they were before encoding. */
const checkedV3 = ({ headers, url, body }: ToolRequest, secret: string, now: string): ProofFault | "right" => {
  const time = headers["x-hubspot-request-timestamp"] ?? "";
  const address = url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
  const signed = Buffer.concat([Buffer.from(`POST${address}`), body, Buffer.from(time)]);
  const given = headers["x-hubspot-signature-v3"] ?? "";
  if (!isSame(given, hmac("sha256", secret, signed, "base64"))) return "wrong";
  return isOld(Number(time), now, mostMillis) ? "old" : "right";
};

/** The first two versions are a hash that begins with the secret; the second has method and address, too. */
const digest = ({ headers, url, body }: ToolRequest, secret: string): string =>
  createHash("sha256")
    .update(secret)
    .update(headers["x-hubspot-signature-version"] === "v2" ? `POST${url}` : "")
    .update(body)
    .digest("hex");

const timeOf = ({ timestamp = 0 }: z.infer<typeof SubmissionSchema>): number => timestamp;

/** Properties that begin with `hs_` are HubSpot's own figures, but for the language. */
const isOwnFigure = (name: string): boolean => name.startsWith("hs_") && name !== "hs_language";

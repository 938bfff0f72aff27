import * as z from "zod/mini";
import { entriesOf, fromJson, otherShape, readable } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, Arrived, SourceKind } from "../kind.ts";
import { pageIn, sole, textIn } from "../records.ts";

const submitted = "mautic.form_on_submit";
const SubmitSchema = z.object({
  submission: z.object({
    id: z.optional(z.union([z.number(), z.string()])),
    lead: z.optional(z.nullable(z.looseObject({ fields: z.optional(z.unknown()) }))),
    dateSubmitted: z.optional(z.nullable(z.string())),
    referer: z.optional(z.nullable(z.string())),
    results: z.unknown(),
  }),
});
type Submit = z.infer<typeof SubmitSchema>;
/** A list of what has been sent; the example of «Send Test Payload» is one without a list. */
const BodySchema = z.looseObject({
  [submitted]: z.optional(z.union([z.array(z.unknown()), SubmitSchema])),
});
const FieldSchema = z.object({ alias: z.string(), label: z.optional(z.string()), value: z.unknown() });

export const mautic: SourceKind = {
  name: "Mautic",
  pages: [
    "https://github.com/mautic/developer-documentation-new/blob/HEAD/docs/webhooks/getting_started.rst",
    "https://github.com/mautic/developer-documentation-new/blob/HEAD/docs/webhooks/events/form_on_submit.rst",
    "https://github.com/mautic/mautic/blob/HEAD/app/bundles/FormBundle/Assets/WebhookPayload/form_on_submit.json",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      const given = headers["webhook-signature"];
      if (given === undefined) return "missing";
      return isSame(given, hmac("sha256", secret, body, "base64")) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    const read = BodySchema.safeParse(json);
    if (!read.success) return otherShape;
    const submits = read.data[submitted];
    const others = Object.keys(read.data).filter((event) => event.startsWith("mautic.") && event !== submitted);
    if (submits === undefined && others.length === 0) return otherShape;
    const forms = Array.isArray(submits) ? submits.map(sentForm) : submits === undefined ? [] : [testOf(submits)];
    return readable([...forms, ...others.map((): Arrived => ({ what: "nothing", because: "other-event" }))]);
  }),
  steps: [
    {
      es: "En Mautic, abre el menú de configuración y ve a Webhooks > New.",
      en: "In Mautic, open the settings menu and go to Webhooks > New.",
    },
    {
      es: "Webhook POST Url: {address}. Secret: {secret}",
      en: "Webhook POST Url: {address}. Secret: {secret}",
    },
    {
      es: "En Webhook Events marca «Form Submit Event», pulsa Apply y luego «Send Test Payload».",
      en: "Under Webhook Events tick “Form Submit Event”, press Apply and then “Send Test Payload”.",
    },
  ],
};

/** What was sent, and beside it what Mautic knows of the contact, by the labels of its fields. */
const formOf = ({ submission }: Submit) => {
  const { id, lead, dateSubmitted, referer, results } = submission;
  const sent = entriesOf(results).map(([alias, value]): Answer => ({ id: alias, value: sole(value) }));
  const told = new Set(sent.map((answer) => answer.id));
  const fields = entriesOf(lead?.fields).flatMap(([, group]) => entriesOf(group).map(([, field]) => field));
  const known = fields.flatMap((field): Answer[] => {
    const { alias, label, value } = FieldSchema.safeParse(field).data ?? {};
    return alias === undefined || told.has(alias) || (value ?? "") === "" ? [] : [{ id: alias, label, value }];
  });
  const at = instantOf(dateSubmitted);
  return { what: "form", id: textIn(id), at, answers: [...sent, ...known], beside: pageIn(referer) } as const;
};

const sentForm = (submit: unknown): Arrived | undefined => {
  const read = SubmitSchema.safeParse(submit);
  return read.success ? formOf(read.data) : undefined;
};

const testOf = (submit: Submit): Arrived => ({ ...formOf(submit), isTest: true });

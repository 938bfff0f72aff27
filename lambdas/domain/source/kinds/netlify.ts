import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { fromJson, otherShape } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, SourceKind } from "../kind.ts";
import { pageIn, sole } from "../records.ts";

const SubmissionSchema = z.object({
  id: z.optional(z.string()),
  created_at: z.optional(z.string()),
  data: z.record(z.string(), z.unknown()),
  ordered_human_fields: z._default(
    z.array(z.object({ name: z.string(), title: z.optional(z.string()), value: z.unknown() })),
    [],
  ),
});
const HeaderSchema = z.object({ alg: z.literal("HS256") });
const ClaimsSchema = z.object({ iss: z.literal("netlify"), sha256: z.string() });
/** What Netlify puts beside the fields. */
const notFields = new Set(["ip", "user_agent", "referrer"]);

export const netlify: SourceKind = {
  name: "Netlify Forms",
  pages: [
    "https://docs.netlify.com/manage/forms/notifications.md",
    "https://docs.netlify.com/site-deploys/deploy-notifications/",
    "https://answers.netlify.com/t/some-questions-about-netlify-form-serverless-functions/24347",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      const given = headers["x-webhook-signature"];
      if (given === undefined) return "missing";
      const [header = "", claims = "", signature = ""] = given.split(".");
      const isNetlifys = isSame(signature, hmac("sha256", secret, `${header}.${claims}`, "base64url"));
      const says = ClaimsSchema.safeParse(partOf(claims)).data;
      if (!isNetlifys || says === undefined || !HeaderSchema.safeParse(partOf(header)).success) return "wrong";
      return isSame(says.sha256, createHash("sha256").update(body).digest("hex")) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    const read = SubmissionSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { id, created_at, ordered_human_fields: fields } = read.data;
    const data = new Map(Object.entries(read.data.data));
    const shown = fields.map(({ name, title, value }): Answer => {
      return { id: name, label: title, value: sole(data.get(name) ?? value) };
    });
    const told = new Set([...notFields, ...fields.map(({ name }) => name)]);
    const others = [...data].filter(([name]) => !told.has(name));
    const answers = [...shown, ...others.map(([name, value]): Answer => ({ id: name, value: sole(value) }))];
    const beside = pageIn(data.get("referrer"));
    return { ok: true, arrived: [{ what: "form", id, at: instantOf(created_at), answers, beside }] };
  }),
  steps: [
    {
      es: "En Netlify, ve a Forms > Submission notifications y añade «HTTP POST request» (antes, «Outgoing webhook») para tu formulario.",
      en: "In Netlify, go to Forms > Submission notifications and add “HTTP POST request” (formerly “Outgoing webhook”) for your form.",
    },
    { es: "URL to notify: {address}", en: "URL to notify: {address}" },
    {
      es: "JWS secret token: {secret}. Guarda y envía el formulario una vez, como prueba.",
      en: "JWS secret token: {secret}. Save, and send the form once as a test.",
    },
  ],
};

/** One part of a JWS: JSON in base64url. */
const partOf = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
};

import * as z from "zod/mini";
import { fromJson, IdSchema, otherShape, readable } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, Arrived, Fetching, SourceKind } from "../kind.ts";

const LeadgenSchema = z.object({
  leadgen_id: IdSchema,
  created_time: z.nullish(z.union([z.string(), z.number()])),
});
const NotificationSchema = z.object({
  object: z.string(),
  entry: z.array(
    z.object({
      changes: z.nullish(z.array(z.object({ field: z.string(), value: z.optional(z.unknown()) }))),
    }),
  ),
});
const LeadSchema = z.object({
  created_time: z.nullish(z.string()),
  campaign_id: z.nullish(IdSchema),
  campaign_name: z.nullish(z.string()),
  ad_name: z.nullish(z.string()),
  platform: z.nullish(z.string()),
  is_organic: z.nullish(z.boolean()),
  field_data: z.nullish(z.array(z.object({ name: z.string(), values: z._default(z.array(z.unknown()), []) }))),
  custom_disclaimer_responses: z.nullish(
    z.array(z.object({ checkbox_key: z.string(), is_checked: z.optional(z.unknown()) })),
  ),
});
const FaultSchema = z.object({
  error: z.object({ code: z.number(), error_subcode: z.optional(z.number()) }),
});

/** “Test” in the app dashboard sends this id, of which there is no lead. */
const dashboardsLead = "444444444444";
/** The Lead Ads Testing Tool fills each field that is no address with this. */
const dummy = /^<test lead: dummy data for /;

const asked = `created_time,campaign_id,campaign_name,ad_name,platform,is_organic,field_data,custom_disclaimer_responses`;

const fetching: Fetching = {
  origin: "https://graph.facebook.com",
  // Graph API takes the token in the query, too, where logs would keep it.
  request: (id, token) => ({
    path: `/v25.0/${encodeURIComponent(id)}?fields=${asked}`,
    headers: { authorization: `Bearer ${token}` },
  }),
  read: (json, id) => {
    const read = LeadSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { created_time, campaign_id, campaign_name, field_data, custom_disclaimer_responses: boxes } = read.data;
    const { ad_name, platform, is_organic } = read.data;
    const given = (field_data ?? []).map(({ name: id, values }): Answer => {
      return { id, value: values.length > 1 ? values : values[0] };
    });
    const ticked = (boxes ?? []).map(({ checkbox_key: id, is_checked: box }): Answer => {
      return { id, value: box === true || box === "1" || box === 1 };
    });
    const about = Object.entries({ ad_name, platform, is_organic })
      .filter(([, value]) => value != null)
      .map(([id, value]): Answer => ({ id, value }));
    const isTest = given.some(({ value }) => typeof value === "string" && dummy.test(value)) || undefined;
    const beside = { utmCampaign: campaign_name ?? campaign_id ?? undefined };
    const answers = [...given, ...ticked, ...about];
    return { ok: true, arrived: [{ what: "form", id, at: instantOf(created_time), answers, beside, isTest }] };
  },
  fault: (_status, json) => {
    const { code = 0, error_subcode } = FaultSchema.safeParse(json).data?.error ?? {};
    // Expired or withdrawn (190, 102), or without a permission (10, 200 to 299).
    if (code === 190 || code === 102 || code === 10 || (code >= 200 && code <= 299)) return "token";
    // No object of this id; it says the same of one that the token may not see.
    return code === 100 && error_subcode === 33 ? "gone" : "passing";
  },
};

export const metaLeadAds: SourceKind = {
  name: "Meta Lead Ads",
  pages: [
    "https://developers.facebook.com/docs/graph-api/webhooks/getting-started",
    "https://developers.facebook.com/docs/graph-api/webhooks/getting-started/webhooks-for-leadgen",
    "https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving",
    "https://developers.facebook.com/docs/graph-api/guides/error-handling",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      const given = headers["x-hub-signature-256"];
      if (given === undefined) return "missing";
      return isSame(given, `sha256=${hmac("sha256", secret, body, "hex")}`) ? "right" : "wrong";
    },
  },
  challenge: ({ method, query }, secret) => {
    const challenge = query.get("hub.challenge");
    if (method !== "GET" || query.get("hub.mode") !== "subscribe" || challenge === null) return undefined;
    // It is a number: nobody has us say anything else.
    if (!isSame(query.get("hub.verify_token") ?? "", secret) || !/^\d{1,20}$/.test(challenge)) return "refused";
    return { type: "text/plain", body: challenge };
  },
  read: fromJson((json) => {
    const read = NotificationSchema.safeParse(json);
    if (!read.success) return otherShape;
    const changes = read.data.entry.flatMap(({ changes }) => changes ?? []);
    const arrived = changes.filter(({ field }) => read.data.object === "page" && field === "leadgen").map(arrivedBy);
    return readable(arrived.length > 0 ? arrived : [{ what: "nothing", because: "other-event" }]);
  }),
  fetching,
  steps: [
    {
      es: "En developers.facebook.com, abre tu app y ve a Webhooks > Page. Pega en «Callback URL» {address}, y en «Verify token» {secret}.",
      en: "At developers.facebook.com, open your app and go to Webhooks > Page. Paste {address} as the “Callback URL”, and {secret} as the “Verify token”.",
    },
    {
      es: "Suscríbete al campo «leadgen» e instala la app en tu página. El «App secret» (App settings > Basic) firma los avisos: dáselo a operaciones, que lo guardan como secreto de esta fuente.",
      en: "Subscribe to the field “leadgen” and install the app on your page. The “App secret” (App settings > Basic) signs the notices: give it to operations, who store it as the secret of this source.",
    },
    {
      es: "Dales también un token de página de larga duración con los permisos leads_retrieval y ads_management: con él se piden los datos de cada lead. Haz una prueba con la «Lead Ads Testing Tool».",
      en: "Give them also a long-lived page token with the permissions leads_retrieval and ads_management: each lead is fetched with it. Send a test with the “Lead Ads Testing Tool”.",
    },
  ],
};

const arrivedBy = ({ value }: { readonly value?: unknown }): Arrived | undefined => {
  const lead = LeadgenSchema.safeParse(value).data;
  if (lead?.leadgen_id === dashboardsLead) return { what: "nothing", because: "ping" };
  return lead && { what: "lead-id", id: lead.leadgen_id, at: instantOf(lead.created_time) };
};
